import Commands

await Juesuan.start()

import Commands

await Juesuan.main()

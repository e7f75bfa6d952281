import Testing

@testable import Pipeline

@Suite struct FileReaderTests {
  let folder: ScratchFolder
  let reader = FileReader(maxBytes: 1 << 20)

  init() throws {
    folder = try ScratchFolder()
  }

  private func problem(_ name: String) -> FileProblem? {
    #expect(throws: FileProblem.self) { try reader.read(FilePath(folder.path + "/" + name)) }
  }

  @Test func allBytesOfAFileAreRead() throws {
    let content = String(repeating: "决算 1,027.21\n", count: 10_000)
    #expect(try reader.read(FilePath(try folder.write("a.txt", content))) == Array(content.utf8))
    #expect(try reader.read(FilePath(try folder.write("empty.txt", ""))).isEmpty)
  }

  @Test func aFileAboveTheLimitIsNotRead() throws {
    try folder.sparse("big.txt", bytes: 200 << 20)
    let problem = problem("big.txt")
    #expect(problem?.reason == "too-large")
    #expect(problem?.message.contains("209715200") == true)
  }

  @Test(.timeLimit(.minutes(20))) func aPipeIsRefusedWithoutBlocking() {
    folder.pipe("pipe.txt")
    #expect(problem("pipe.txt")?.reason == "not-a-file")
  }

  @Test func aFileThatIsGoneMayComeBack() {
    #expect(problem("gone.txt")?.isMissing == true)
    #expect(problem("gone.txt")?.isTransient == true)
  }

  @Test func aPathBelowAFileIsUnreadable() throws {
    try folder.write("a.txt")
    #expect(problem("a.txt/b.txt")?.reason == "unreadable")
    #expect(problem("a.txt/b.txt")?.isTransient == false)
  }

  @Test func aLinkThatPointsAtItselfIsUnreadable() throws {
    try folder.link("loop.txt", to: "loop.txt")
    #expect(problem("loop.txt")?.reason == "unreadable")
  }
}

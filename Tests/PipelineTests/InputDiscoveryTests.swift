import Glibc
import Testing

@testable import Pipeline

@Suite struct InputDiscoveryTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func names(_ inputs: [String]) throws -> [String] {
    try InputDiscovery.discover(inputs).files.all().map(\.name)
  }

  @Test func filesOfKnownKindsAreFoundRecursivelyAndOrderedByBytes() throws {
    for name in ["b.txt", "a/z.html", "a.htm", "B.TXT", "决算.md", "c.csv", "d.xhtml", "e.text"] {
      try folder.write(name)
    }
    #expect(
      try names([folder.path]) == ["B.TXT", "a.htm", "a/z.html", "b.txt", "d.xhtml", "e.text", "决算.md"])
  }

  @Test func hiddenFilesAndFoldersAreSkipped() throws {
    for name in [".a.txt", ".git/b.txt", "c.txt"] { try folder.write(name) }
    #expect(try names([folder.path]) == ["c.txt"])
  }

  @Test func aNamedFileIsReadWhateverItIsCalled() throws {
    let file = try folder.write("export.dat")
    #expect(try names([file]) == ["export.dat"])
  }

  @Test func aGlobIsRelativeToTheFolderBeforeItsWildcard() throws {
    for name in ["in/x/1.txt", "in/y/1.txt", "in/y/2.html"] { try folder.write(name) }
    #expect(try names([folder.path + "/in/*/*.txt"]) == ["x/1.txt", "y/1.txt"])
    #expect(try names([folder.path + "/in/[y]"]) == ["y/1.txt", "y/2.html"])
  }

  @Test func theOrderOfInputsDecidesWhereRelativePathsAreTheSame() throws {
    let (second, first) = (folder.path + "/a", folder.path + "/b")
    try folder.write("a/x.txt")
    try folder.write("b/x.txt")
    #expect(try InputDiscovery.discover([first, second]).files.all().map(\.root) == [first, second])
  }

  @Test(.timeLimit(.minutes(20))) func linksThatLeadBackUpAreWalkedOnce() throws {
    try folder.write("a/x.txt")
    try folder.link("a/up", to: "..")
    try folder.link("a/self", to: ".")
    #expect(try names([folder.path]) == ["a/x.txt"])
  }

  @Test func aLinkThatPointsAtNothingIsAFailureAndTheRestIsFound() throws {
    try folder.write("a.txt")
    try folder.link("b.txt", to: "nowhere")
    let found = try InputDiscovery.discover([folder.path])
    #expect(try found.files.all().map(\.name) == ["a.txt"])
    #expect(found.failures.map(\.document) == ["b.txt"])
    #expect(found.failures.map(\.reason) == ["unreadable"])
  }

  @Test func aFolderThatCannotBeReadIsAFailureAndTheRestIsFound() throws {
    let file = try folder.write("a.txt")
    let found = try InputDiscovery.discover([file + "/below", file])
    #expect(try found.files.all().map(\.name) == ["a.txt"])
    #expect(found.failures.map(\.document) == [file + "/below"])
    #expect(found.failures.first?.message.contains("Not a directory") == true)
  }

  @Test func inputsThatDoNotExistOrHoldNothingAreMissing() {
    for input in [folder.path + "/nowhere", folder.path + "/*.txt", folder.path] {
      let error = #expect(throws: RunError.self) { try InputDiscovery.discover([input]) }
      #expect(error?.status == .inputMissing)
      #expect(error?.message.contains(input) == true)
    }
  }

  @Test(arguments: [(Int.max, Int.max), (9_300_000_000, Int.max), (-9_300_000_000, Int.min), (7, 7_000_000_000)])
  func aFileMayBeStampedWithAnyTime(seconds: Int, nanoseconds: Int) {
    var status = stat()
    status.st_mtim.tv_sec = seconds
    let file = InputFile(root: "in", relativePath: FilePath("a.txt"), path: FilePath("in/a.txt"), status: status)
    #expect(file.modified == nanoseconds)
  }
}

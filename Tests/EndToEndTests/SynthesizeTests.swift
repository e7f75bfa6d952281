import Foundation
import Testing

/// Generated disclosures with their truth, as the program writes them.
@Suite struct SynthesizeTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func synthesize(_ output: String, _ arguments: String...) throws -> Program.Result {
    try Program.run(["synthesize", "--output", output] + arguments, in: folder.path)
  }

  /// The bytes of all files below a folder, by path.
  private func files(_ name: String) throws -> [String: Data] {
    let path = folder.path + "/" + name
    var files: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: path) where file.contains(".") {
      files[file] = FileManager.default.contents(atPath: path + "/" + file)
    }
    return files
  }

  @Test func theSameArgumentsWriteTheSameBytes() throws {
    let arguments = ["--documents", "14", "--seed", "5", "--damage", "random"]
    for output in ["a", "b"] {
      #expect(try Program.run(["synthesize", "--output", output] + arguments, in: folder.path).status == 0)
    }
    let first = try files("a")
    #expect(first.count == 14 + 4)
    #expect(try first == files("b"))
  }

  @Test func everyDocumentCanBeReadAndHasItsTruth() throws {
    #expect(try synthesize("set", "--documents", "7").status == 0)
    let run = try Program.run(["run", "--input", "set/inputs", "--output", "out"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let truth = try String(contentsOfFile: folder.path + "/set/truth/documents.csv", encoding: .utf8)
    let sources = Set(try PublishedRelease(output: folder.path + "/out").column("source_path", of: "documents"))
    #expect(sources.count == 7)
    for source in sources { #expect(truth.contains("," + source + ",")) }
  }

  @Test func anEarlierSynthesisIsReplacedAndNothingElse() throws {
    #expect(try synthesize("set", "--documents", "9").status == 0)
    #expect(try synthesize("set", "--documents", "2").status == 0)
    #expect(try files("set").count == 2 + 4)
    try folder.write("mine/notes.txt")
    let refused = try synthesize("mine", "--documents", "1")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("mine"))
    #expect(try files("mine").keys.sorted() == ["notes.txt"])
  }

  @Test func anUnknownKindOfDamageIsAUsageError() throws {
    let result = try synthesize("set", "--documents", "1", "--damage", "lost-totals")
    #expect(result.status == 64)
    #expect(result.errors.contains("Nearest: lost-total"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/set"))
  }
}

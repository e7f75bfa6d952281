import Foundation
import Synthesis
import Testing

/// What the commands print.
@Suite struct CommandOutputTests {
  let folder: ScratchFolder
  let file: String

  init() throws {
    folder = try ScratchFolder()
    file = try folder.write("in/good.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
  }

  @Test(arguments: [["--help"], ["run", "--help"], ["help", "explain"], ["--version"]])
  func helpIsOnStandardOutput(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 0)
    #expect(!result.output.isEmpty)
    #expect(result.errors.isEmpty)
  }

  @Test func everyLogLineIsAnObjectWhereJSONIsAskedFor() throws {
    try folder.write("in/empty.txt", "")
    let result = try Program.run(
      ["run", "--input", folder.path + "/in", "--output", folder.path + "/out", "--log-format", "json"])
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count >= 3)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      #expect(object?["level"]?.isEmpty == false)
    }
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test(arguments: ["extract", "clean", "transform"])
  func inspectPrintsWhatAStageHandsOn(stage: String) throws {
    let result = try Program.run(["inspect", file, "--stage", stage])
    #expect(result.status == 0)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let first = value as? [String: Any] ?? (value as? [[String: Any]])?.first
    #expect((first?["source"] as? [String: Any])?["path"] as? String == "good.txt")
  }

  @Test func inspectSaysWhyAFileCannotBeRead() throws {
    let empty = try folder.write("empty.txt", "")
    let result = try Program.run(["inspect", empty, "--stage", "extract"])
    #expect(result.status == 1)
    #expect(result.errors.contains("empty-file"))
    #expect(try Program.run(["inspect", folder.path + "/nowhere", "--stage", "extract"]).status == 66)
  }

  @Test func explainTellsWhereAValueStands() throws {
    let release = try release()
    let id = try #require(try release.column("document_id", of: "amounts").first)
    let key = try firstKey(of: release)
    let result = try Program.run(
      ["explain", release.folder, "--document", id, "--key", key, "--input", folder.path + "/in"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(key))
    #expect(result.output.contains("good.txt prints "))
    #expect(result.output.contains("There the source reads: "))
    #expect(result.output.contains("proof printed"))
  }

  @Test func explainListsTheNearestKeysOfAnUnknownOne() throws {
    let release = try release()
    let id = try #require(try release.column("document_id", of: "amounts").first)
    let key = try firstKey(of: release)
    let result = try Program.run(["explain", folder.path + "/out", "--document", id, "--key", key + "x"])
    #expect(result.status == 64)
    #expect(result.errors.contains("Nearest: \(key)"))
  }

  @Test func explainKnowsMissingReleasesAndDocuments() throws {
    #expect(try Program.run(["explain", folder.path, "--document", "0", "--key", "x"]).status == 66)
    let release = try release()
    #expect(try Program.run(["explain", release.folder, "--document", "0", "--key", "x"]).status == 64)
  }

  @Test func subjectsPrintsNameLevelAndParents() throws {
    let result = try Program.run(["subjects", "2010301", "--year", "2024"])
    #expect(result.status == 0)
    for part in ["2010301  行政运行", "item", "201  一般公共服务支出", "20103  政府办公厅"] {
      #expect(result.output.contains(part))
    }
  }

  @Test func subjectsTellsOtherNamesWithTheirYears() throws {
    let result = try Program.run(["subjects", "21305", "--year", "2024"])
    #expect(result.output.hasPrefix("21305  巩固脱贫"))
    #expect(result.output.contains("扶贫"))
    #expect(try Program.run(["subjects", "9"]).status == 64)
  }

  private func release() throws -> PublishedRelease {
    let result = try Program.run(["run", "--input", folder.path + "/in", "--output", folder.path + "/out"])
    #expect(result.status == 0, "\(result.errors)")
    return PublishedRelease(output: folder.path + "/out")
  }

  private func firstKey(of release: PublishedRelease) throws -> String {
    try ["form", "side", "row", "measure"].map { try release.column($0, of: "amounts").first ?? "" }
      .joined(separator: "/")
  }
}

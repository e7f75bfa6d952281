import Foundation
import Synthesis
import Testing

/// Commands that read a release end, whatever stands in its place, and say that something is wrong.
@Suite(.timeLimit(.minutes(20))) struct HostileReleaseTests {
  let folder: ScratchFolder
  private var release: String { folder.path + "/out/current" }

  init() throws {
    folder = try ScratchFolder()
    try folder.write("in/1.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
    #expect(try Program.run(["run", "--input", "in", "--output", "out"], in: folder.path).status == 0)
  }

  private func document() throws -> String {
    try #require(PublishedRelease(output: folder.path + "/out").column("document_id", of: "documents").first)
  }

  /// Puts something else in the place of a file of the release.
  private func replace(_ name: String, with kind: String) throws {
    let path = release + "/" + name
    try? FileManager.default.removeItem(atPath: path)
    switch kind {
    case "pipe": folder.pipe("out/current/" + name)
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case "loop": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    case "device": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    default: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: ".")
    }
  }

  private func names() throws -> [String] {
    let id = try document()
    return [
      "documents.csv", "amounts.csv", "datapackage.json", "run.json", "documents/\(id).json", "provenance/\(id).jsonl",
    ]
  }

  @Test(arguments: 0..<6, ["pipe", "folder", "loop", "device"])
  func checkSaysWhatIsNoFile(index: Int, kind: String) throws {
    try replace(names()[index], with: kind)
    let result = try Program.run(["check", "out", "--input", "in"], in: folder.path)
    #expect([65, 66, 74].contains(result.status), "\(result.errors)")
  }

  @Test(arguments: ["pipe", "folder with a link that leads back"])
  func checkNamesWhatDoesNotBelong(kind: String) throws {
    try replace("extra", with: kind)
    let result = try Program.run(["check", "out"], in: folder.path)
    #expect(result.status == 65 && result.output.contains("extra"))
  }

  @Test func otherReadersDoNotWaitForAPipe() throws {
    let id = try document()
    try replace("provenance/\(id).jsonl", with: "pipe")
    let explain = ["explain", "out", "--document", id, "--key", "gk01/revenue/grand_total/amount"]
    #expect(try Program.run(explain, in: folder.path).status == 74)
    #expect(try Program.run(["diff", "out/current", "out"], in: folder.path).status != 143)
    try replace("amounts.csv", with: "pipe")
    #expect(try Program.run(["evaluate", "out", "--truth", "in"], in: folder.path).status != 0)
  }

  @Test func aSourceThatBecameAPipeIsNoSource() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/in/1.txt")
    folder.pipe("in/1.txt")
    let result = try Program.run(["check", "out", "--input", "in"], in: folder.path)
    #expect(result.status == 65 && result.output.contains("1.txt"))
  }

  @Test func pipelineAndDecisionFilesAreNotWaitedFor() throws {
    folder.pipe("p.yaml")
    #expect(try Program.run(["run", "p.yaml"], in: folder.path).status == 78)
    try folder.write("q.yaml", "inputs: in\noutput: out\ndecisions: decisions\n")
    try FileManager.default.createDirectory(atPath: folder.path + "/decisions", withIntermediateDirectories: true)
    folder.pipe("decisions/a.yaml")
    #expect(try Program.run(["run", "q.yaml"], in: folder.path).status == 78)
  }
}

import Foundation
import Synthesis
import Testing

/// Whatever lies in a folder of inputs, each bad file is named with its reason and every other one is published.
@Suite struct BadInputTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("in/good.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
  }

  /// Runs on the folder and expects that `file` is quarantined for `reason` while the good one is published.
  private func expectQuarantine(of file: String, because reason: String, more: [String] = []) throws {
    let output = folder.path + "/out"
    let result = try Program.run(["run", "--input", folder.path + "/in", "--output", output] + more)
    #expect(result.status == 1)
    let line = result.errors.split(separator: "\n").first { $0.contains("quarantined: \(file): ") }
    #expect(line?.contains("reason=\(reason)") == true, "\(result.errors)")
    let release = PublishedRelease(output: output)
    let quarantined = try #require(try release.record()["quarantined"] as? [[String: Any]])
    #expect(quarantined.map { $0["path"] as? String } == [file])
    #expect(quarantined.first?["reason"] as? String == reason)
    #expect((quarantined.first?["message"] as? String)?.isEmpty == false)
    let outcomes = Dictionary(
      uniqueKeysWithValues: zip(
        try release.column("source_path", of: "documents"), try release.column("outcome", of: "documents")))
    #expect(["complete", "partial"].contains(outcomes["good.txt"]))
    #expect([nil, "quarantined"].contains(outcomes[file]))
  }

  @Test func anEmptyFile() throws {
    try folder.write("in/bad.txt", "")
    try expectQuarantine(of: "bad.txt", because: "empty-file")
  }

  @Test func aBinaryFile() throws {
    let noise = (0..<50_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) }
    try folder.write("in/bad.txt", bytes: Array("\u{7F}ELF\0\0\0".utf8) + noise)
    try expectQuarantine(of: "bad.txt", because: "binary-file")
  }

  @Test func aFileOfTwoHundredMegabytes() throws {
    try folder.sparse("in/bad.txt", bytes: 200 << 20)
    try expectQuarantine(of: "bad.txt", because: "too-large")
  }

  @Test func aFileAboveTheLimitThatTheCommandLineSets() throws {
    try folder.write("in/bad.txt", String(repeating: "长", count: 1 << 20))
    try expectQuarantine(of: "bad.txt", because: "too-large", more: ["--max-file-bytes", "2000000"])
  }

  @Test func anHTMLPageWithoutTables() throws {
    try folder.write(
      "in/bad.html", "<html><head><title>公告</title></head><body><p>本页没有任何表格。</p></body></html>")
    try expectQuarantine(of: "bad.html", because: "no-form")
  }

  @Test(.timeLimit(.minutes(20))) func aPipe() throws {
    folder.pipe("in/bad.txt")
    try expectQuarantine(of: "bad.txt", because: "not-a-file")
  }

  @Test func aLinkThatPointsAtNothing() throws {
    try folder.link("in/bad.txt", to: "nowhere.txt")
    try expectQuarantine(of: "bad.txt", because: "unreadable")
  }

  @Test func aFolderThatCannotBeRead() throws {
    let unreadable = folder.path + "/in/good.txt/below"
    try expectQuarantine(of: unreadable, because: "unreadable", more: ["--input", unreadable])
  }
}

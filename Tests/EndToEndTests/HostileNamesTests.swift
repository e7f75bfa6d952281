import Foundation
import Synthesis
import Testing

/// Whatever files are called, terminals, spreadsheets and later commands can cope with it.
@Suite struct HostileNamesTests {
  let folder: ScratchFolder
  private static let escape = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}"

  init() throws {
    folder = try ScratchFolder()
    try folder.write("in/\(Self.escape).txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
    try folder.write("in/=cmd|calc.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 2), as: .tabs))
    try folder.write("in/\(Self.escape)bad\n.txt", "")
    try folder.write("p.yaml", "inputs: in\noutput: out\npartition: fiscal_year/division_code\n")
  }

  private func run(_ arguments: String...) throws -> Program.Result { try Program.run(arguments, in: folder.path) }

  /// The control characters of a text, but for line feeds and tabs.
  private static func controls(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      let isHidden = ["Cc", "Zl", "Zp"].contains("\(scalar.properties.generalCategory)")
      return isHidden || scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{202E}"
    }.filter { $0 != "\n" && $0 != "\t" }
  }

  @Test func noCommandPrintsControlCharacters() throws {
    let runs = [
      try run("plan", "p.yaml"), try run("run", "p.yaml"),
      try run("run", "p.yaml", "--log-format", "json", "--full-refresh"),
      try run("quarantine", "list", "out"), try run("quarantine", "list", "out", "--format", "json"),
      try run("check", "out", "--input", "nowhere"), try run("status", "out"),
      try run("inspect", "in/\(Self.escape).txt", "--stage", "extract"), try run("run", "\(Self.escape).yaml"),
    ]
    for result in runs {
      #expect(!(result.output + result.errors).isEmpty)
      #expect(Self.controls(result.output + result.errors) == [])
    }
  }

  @Test func aSourceIsFoundAgainByThePathThatOutputsGive() throws {
    #expect(try run("run", "--input", "in", "--output", "whole").status == 1)
    let check = try run("check", "whole", "--input", "in")
    #expect(check.status == 0, "\(check.output)")
    let release = PublishedRelease(output: folder.path + "/whole")
    let ids = try release.column("document_id", of: "documents")
    for (id, path) in zip(ids, try release.column("source_path", of: "documents")) where !path.contains("bad") {
      let lines = try String(contentsOfFile: "\(release.folder)/provenance/\(id).jsonl", encoding: .utf8)
      let line = Data(try #require(lines.split(separator: "\n").first).utf8)
      let key = try #require((JSONSerialization.jsonObject(with: line) as? [String: Any])?["key"] as? String)
      let story = try run("explain", "whole", "--document", id, "--key", key, "--input", "in").output
      #expect(story.contains(path) && story.contains("There the source reads"), "\(story)")
    }
  }

  @Test func aSourceInQuarantineIsTriedAgainByThePathThatTheListGives() throws {
    #expect(try run("run", "p.yaml").status == 1)
    let path = try #require(run("quarantine", "list", "out").output.split(separator: "\t").first)
    #expect(path.contains("bad"))
    #expect(try run("quarantine", "retry", "out", String(path)).output.contains("tries 1 source again"))
    #expect(try run("quarantine", "retry", "out", "x" + path).output.contains("tries 0 sources again"))
  }

  @Test func noReleaseNamesTheMachineOrItsFolders() throws {
    #expect(try run("run", "--input", folder.path + "/in", "--output", "whole").status == 1)
    #expect(try run("run", "p.yaml").status == 1)
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let name = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    for output in ["whole", "out"] {
      for (file, bytes) in try PublishedRelease(output: folder.path + "/" + output).files() {
        #expect(bytes.range(of: Data(folder.path.utf8)) == nil, "\(file)")
        if name.utf8.count > 3 { #expect(bytes.range(of: Data(name.utf8)) == nil, "\(file)") }
      }
    }
    // The run record holds inputs and output as they were configured: here both are relative.
    let record = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/current/run.json"))
    #expect(record.range(of: Data(folder.path.utf8)) == nil && record.range(of: Data("\"in\"".utf8)) != nil)
  }
}

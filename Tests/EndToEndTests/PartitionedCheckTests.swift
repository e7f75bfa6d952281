import Foundation
import Synthesis
import Testing

/// `juesuan check` on a release of partitions.
@Suite struct PartitionedCheckTests {
  /// What somebody does to such a release.
  enum Alteration: CaseIterable {
    case figure, lostProvenance, lostDocument, strayFile, wrongPartition, repeatedDocument

    /// What the report names then.
    var named: String {
      switch self {
      case .figure: "the canonical JSON says"
      case .lostProvenance: "the value has no provenance"
      case .lostDocument: "the document is missing"
      case .strayFile: "no release holds such a file"
      case .wrongPartition: "the document says fiscal_year="
      case .repeatedDocument: "another partition holds the document too"
      }
    }
  }

  let folder: ScratchFolder
  private var release: String { folder.path + "/out/current" }

  init() throws {
    folder = try ScratchFolder()
    for seed in 1...2 {
      try folder.write("in/\(seed).txt", bytes: Renderer.render(SyntheticDisclosure(seed: UInt64(seed)), as: .tabs))
    }
    try folder.write("in/empty.txt", "")
    try folder.write("p.yaml", "inputs: in\noutput: out\npartition: fiscal_year/division_code\n")
    #expect(try Program.run(["run", "p.yaml"], in: folder.path).status == 1)
  }

  private func check() throws -> Program.Result {
    try Program.run(["check", "out", "--input", "in", "--all"], in: folder.path)
  }

  @Test func whatARunPublishesHolds() throws {
    let result = try check()
    #expect(result.status == 0, "\(result.output.prefix(2_000))")
    #expect(result.output.hasPrefix("All holds: 3 documents"))
  }

  @Test func aReleaseOfWhichPartsAreLinkedHolds() throws {
    try folder.write("in/3.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 3), as: .pipes))
    #expect(try Program.run(["run", "p.yaml"], in: folder.path).status == 0)
    let result = try check()
    #expect(result.status == 0, "\(result.output.prefix(2_000))")
    #expect(result.output.hasPrefix("All holds: 4 documents"))
  }

  @Test(arguments: Alteration.allCases)
  func whatWasAlteredIsNamed(alteration: Alteration) throws {
    try alter(alteration)
    let result = try check()
    #expect(result.status == 65)
    #expect(result.output.contains(alteration.named), "\(result.output.prefix(2_000))")
  }

  private func alter(_ alteration: Alteration) throws {
    switch alteration {
    case .figure:
      try edit("amounts") { lines in
        let row = try #require(lines.firstIndex { $0.contains("0.00,") })
        lines[row] = lines[row].replacingOccurrences(of: "0.00,", with: "1.00,")
      }
    case .lostProvenance: try edit("provenance") { $0.removeFirst() }
    case .lostDocument: try edit("canonical") { $0.removeFirst() }
    case .strayFile: try "x".write(toFile: release + "/amounts/x.csv", atomically: false, encoding: .utf8)
    case .wrongPartition:
      try forEachFolderOfThePartition { try FileManager.default.moveItem(atPath: $0, toPath: $1) }
    case .repeatedDocument:
      try forEachFolderOfThePartition { try FileManager.default.copyItem(atPath: $0, toPath: $1) }
    }
  }

  /// Calls `body` with each folder of the first partition, and a path beside it that names no division.
  private func forEachFolderOfThePartition(_ body: (String, String) throws -> Void) throws {
    let partition = try partition()
    for kind in try FileManager.default.contentsOfDirectory(atPath: release) where !kind.hasSuffix(".json") {
      let folder = "\(release)/\(kind)/\(partition)"
      try body(folder, folder + "9")
    }
  }

  /// The first partition of the release.
  private func partition() throws -> String {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: release + "/documents").sorted()
    return try #require(paths.first { $0.contains("division_code=") && !$0.hasSuffix(".csv") })
  }

  /// Changes the lines of a file of the first partition; a header is not among them.
  private func edit(_ kind: String, _ change: (inout [String]) throws -> Void) throws {
    let ending = ["canonical", "provenance"].contains(kind) ? "jsonl" : "csv"
    let path = "\(release)/\(kind)/\(try partition())/part.\(ending)"
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let header = ending == "csv" ? [lines.removeFirst()] : []
    try change(&lines)
    try (header + lines).joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
  }
}

import Foundation
import Synthesis
import Testing

/// Runs the real binary on `Samples` and compares what it publishes with what is committed.
///
/// `JUESUAN_RECORD_SAMPLES=1` writes the samples and their truth anew, `JUESUAN_RECORD=1` the golden datasets.
@Suite(.serialized) struct GoldenSamplesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let samples = root.appendingPathComponent("Samples")
  private static let goldenDatasets = [
    "documents.csv", "amounts.csv", "facts.csv", "projects.csv", "indicators.csv", "priorities.csv", "glossary.csv",
    "findings.csv", "repairs.csv",
  ]

  private static func isSet(_ variable: String) -> Bool { ProcessInfo.processInfo.environment[variable] == "1" }

  @Test func committedSamplesAreWhatTheGeneratorGives() throws {
    if Self.isSet("JUESUAN_RECORD_SAMPLES") {
      try FileManager.default.createDirectory(at: Self.samples, withIntermediateDirectories: true)
      for sample in Sample.all {
        try Data(sample.bytes).write(to: Self.samples.appendingPathComponent(sample.fileName))
      }
      try Data(Sample.truth.utf8).write(to: Self.samples.appendingPathComponent("truth.csv"))
    }
    for sample in Sample.all {
      let committed = try Data(contentsOf: Self.samples.appendingPathComponent(sample.fileName))
      #expect(committed == Data(sample.bytes), "\(sample.fileName) differs")
    }
    let truth = try Data(contentsOf: Self.samples.appendingPathComponent("truth.csv"))
    #expect(truth == Data(Sample.truth.utf8), "truth.csv differs")
  }

  @Test func theReleaseIsTheGoldenOne() throws {
    let release = try Self.release.get()
    let expected = Self.samples.appendingPathComponent("expected")
    if Self.isSet("JUESUAN_RECORD") {
      try FileManager.default.createDirectory(at: expected, withIntermediateDirectories: true)
    }
    for name in Self.goldenDatasets {
      let published = try Data(contentsOf: release.appendingPathComponent(name))
      let golden = expected.appendingPathComponent(name)
      if Self.isSet("JUESUAN_RECORD") { try published.write(to: golden) }
      let recorded = try Data(contentsOf: golden)
      #expect(recorded == published, "\(name): \(Self.firstDifference(recorded, published))")
    }
  }

  @Test func noPublishedAmountContradictsTheTruth() throws {
    let release = try Self.release.get()
    let fileOfDocument = try Dictionary(
      uniqueKeysWithValues: table(release.appendingPathComponent("documents.csv")).map { row in
        (row["document_id"] ?? "", URL(fileURLWithPath: row["source_path"] ?? "").lastPathComponent)
      })
    #expect(Set(fileOfDocument.values) == Set(Sample.all.map(\.fileName)))
    var truth: [[String]: String] = [:]
    for row in try table(Self.samples.appendingPathComponent("truth.csv")) {
      truth[["source_path", "form", "side", "row", "measure"].map { row[$0] ?? "" }] = row["amount"]
    }
    let amounts = try table(release.appendingPathComponent("amounts.csv"))
    #expect(amounts.count > truth.count / 2)
    for row in amounts where row["amount"] != "" {
      let file = fileOfDocument[row["document_id"] ?? ""] ?? ""
      let key = [file] + ["form", "side", "row", "measure"].map { row[$0] ?? "" }
      let expected = truth[key] ?? "no such figure"
      #expect(row["amount"] == expected, "\(key.joined(separator: "/")), line \(row["source_line"] ?? "-")")
    }
  }

  /// The release of one run, shared by the tests: `OUTPUT/current`.
  private static let release = Result { () throws -> URL in
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("juesuan-samples-\(UUID().uuidString)")
    let run = Process()
    run.executableURL = root.appendingPathComponent(".build/debug/juesuan")
    run.currentDirectoryURL = root
    run.arguments = ["run", "Pipelines/samples.yaml", "--output", output.path]
    run.standardOutput = FileHandle.nullDevice
    try run.run()
    run.waitUntilExit()
    guard run.terminationStatus == 0 else { throw RunFailure(status: run.terminationStatus) }
    return output.appendingPathComponent("current")
  }

  /// What the binary returned instead of 0.
  private struct RunFailure: Error {
    var status: Int32
  }

  /// The first line in which two files differ, as `line 3: recorded ..., published ...`.
  private static func firstDifference(_ recorded: Data, _ published: Data) -> String {
    let left = String(decoding: recorded, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let right = String(decoding: published, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let index = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    let line = { (lines: [Substring]) in index < lines.count ? String(lines[index]) : "nothing" }
    return "line \(index + 1): recorded \(line(left)), published \(line(right))"
  }

  /// The rows of a CSV file (RFC 4180) by column name.
  private func table(_ file: URL) throws -> [[String: String]] {
    var records: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    for scalar in String(decoding: try Data(contentsOf: file), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"":
        // A doubled quote closes and opens again; the quote itself is not needed here.
        isQuoted.toggle()
      case "," where !isQuoted:
        records[records.count - 1].append(field)
        field = ""
      case "\n" where !isQuoted:
        records[records.count - 1].append(field)
        field = ""
        records.append([])
      default: field.unicodeScalars.append(scalar)
      }
    }
    let header = records[0]
    return records.dropFirst().filter { $0.count == header.count }
      .map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }
}

import Check
import Foundation
import Synthesis
import Testing

/// `juesuan check` on releases in which one digit was edited, in each kind of file, with the hashes of the package made
/// right again.
@Suite(.serialized) struct OneDigitEditsTests {
  /// How many edits of each kind of file are tried.
  static let edits = 1_000
  static let datasets = [
    "amounts", "facts", "projects", "indicators", "priorities", "glossary", "findings", "repairs",
  ]

  /// A release of small disclosures, each with rows in all datasets.
  private static func publish(_ documents: Int, partitioned: Bool = false) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for index in 0..<documents {
      try folder.write("in/\(index).txt", SmallDisclosure.text(seed: UInt64(index)))
    }
    try folder.write(
      "p.yaml", "inputs: in\noutput: out\n\(partitioned ? "partition: fiscal_year/division_code\n" : "")")
    let run = try Program.run(["run", "p.yaml"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  private static func failures(in folder: ScratchFolder, beside inputs: Bool = false) throws -> [CheckFailure] {
    let release = folder.path + "/out/current"
    return try ReleaseCheck(release: release, inputs: inputs ? [folder.path + "/in"] : []).run().failures
  }

  @Test func theReleasesHoldAsTheyArePublished() throws {
    for isPartitioned in [false, true] {
      let folder = try Self.publish(3, partitioned: isPartitioned)
      #expect(try Self.failures(in: folder, beside: true) == [])
    }
  }

  /// In each round every row of every dataset has one digit edited, or in the first the id of one row of each document:
  /// each must be named.
  @Test func everyEditOfARowIsNoticed() throws {
    let folder = try Self.publish(60)
    let release = try TamperedRelease(copying: folder.path + "/out/current", into: folder)
    var random = SplitMix64(seed: 1)
    var counts: [String: Int] = [:]
    var isFirst = true
    while counts.values.min() ?? 0 < Self.edits {
      var edited: [String: [EditedLine]] = [:]
      var originals: [String: String] = [:]
      for dataset in Self.datasets where counts[dataset] ?? 0 < Self.edits {
        let path = "\(release.folder)/\(dataset).csv"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        originals[path] = text
        var lines = text.components(separatedBy: "\n")
        var seen: Set<Substring> = []
        for index in lines.indices.dropFirst() {
          // A row that goes to another document moves those behind it: no other row of its document is edited.
          let isMeant = seen.insert(lines[index].prefix(16)).inserted || !isFirst
          guard isMeant, let edit = EditedLine(lines[index], &random, inID: isFirst) else { continue }
          lines[index] = edit.text
          edited[dataset, default: []].append(edit)
        }
        try lines.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
      }
      try release.rehash()
      let named = Dictionary(grouping: try ReleaseCheck(release: release.folder).run().failures, by: \.dataset)
      for (dataset, edits) in edited {
        counts[dataset, default: 0] += edits.count
        let failures = (named[dataset] ?? []).map { "\($0.key) \($0.published) \($0.document)" }
        for edit in edits {
          #expect(failures.contains { $0.contains(edit.field) }, "\(dataset): \(edit.text)")
        }
        #expect(failures.count >= edits.count)
      }
      isFirst = false
      for (path, text) in originals { try text.write(toFile: path, atomically: false, encoding: .utf8) }
    }
  }

  /// One file of each document is edited in each round: the document must be named.
  @Test(arguments: ["documents.csv", "documents", "provenance"], [false, true])
  func everyEditOfADocumentIsNoticed(kind: String, isPartitioned: Bool) throws {
    if isPartitioned, kind == "documents.csv" { return }
    let folder = try Self.publish(isPartitioned ? 10 : 50, partitioned: isPartitioned)
    let release = try TamperedRelease(copying: folder.path + "/out/current", into: folder)
    var random = SplitMix64(seed: 2)
    for _ in 0..<(kind == "documents.csv" ? 20 : 2) {
      var originals: [String: Data] = [:]
      var count = 0
      for path in try FileManager.default.subpathsOfDirectory(atPath: release.folder).sorted() {
        let isMeant =
          kind == "documents.csv"
          ? path == kind : path.hasPrefix(isPartitioned && kind == "documents" ? "canonical/" : kind + "/")
        let file = "\(release.folder)/\(path)"
        guard isMeant, path.contains("."), let data = FileManager.default.contents(atPath: file) else { continue }
        originals[file] = data
        var lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
        // A file of several documents has one edit in the line of each, another one edit.
        let isShared = isPartitioned || kind == "documents.csv"
        let places =
          isShared && kind != "provenance"
          ? Array(lines.indices.dropFirst(kind == "documents.csv" ? 1 : 0))
          : [
            random.index(in: 0...(lines.count - 1))
          ]
        for place in places {
          guard let edit = EditedLine(lines[place], &random, isCSV: false) else { continue }
          lines[place] = edit.text
          count += 1
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
      }
      try release.rehash()
      let failures = try ReleaseCheck(release: release.folder).run().failures
      let documents = Set(
        failures.filter { $0.dataset != "datapackage.json" && $0.dataset != "run.json" }.map(\.document))
      #expect(count > 0 && documents.count >= count, "\(kind): \(count) edits, \(documents.count) documents")
      for (file, data) in originals { try data.write(to: URL(fileURLWithPath: file)) }
    }
  }

  @Test(arguments: ["run.json", "datapackage.json"])
  func everyEditOfTheRecordsIsNoticed(file: String) throws {
    let folder = try Self.publish(1)
    let release = try TamperedRelease(copying: folder.path + "/out/current", into: folder)
    let path = "\(release.folder)/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
      let edit = try #require(EditedLine(text, &random, isCSV: false))
      try edit.text.write(toFile: path, atomically: false, encoding: .utf8)
      let failures = try ReleaseCheck(release: release.folder).run().failures
      #expect(failures.contains { $0.dataset == file }, "\(file): \(edit.field)")
    }
  }
}

/// A line in which one digit was exchanged, added or taken away.
private struct EditedLine {
  let text: String
  /// The field that holds the digit, as it is now.
  let field: String

  /// Edits a digit; nil where the line has none.
  ///
  /// - Parameters:
  ///   - isCSV: whether commas and quotation marks alone part its fields.
  ///   - inID: whether the digit is one of the id that the line begins with; nil where any will do.
  init?(_ line: String, _ random: inout SplitMix64, isCSV: Bool = true, inID: Bool? = nil) {
    var bytes = Array(line.utf8)
    let digits = bytes.indices.filter { index in
      (0x30...0x39).contains(bytes[index]) && (inID.map { $0 == (index < 16) } ?? true)
    }
    guard !digits.isEmpty else { return nil }
    let place = digits[random.index(in: 0...(digits.count - 1))]
    switch random.index(in: 0...2) {
    case 0: bytes.insert(0x30, at: place + 1)
    case 1 where bytes[max(0, place - 1)] >= 0x2E: bytes.remove(at: place)
    default: bytes[place] = 0x30 + (bytes[place] - 0x30 + UInt8(random.index(in: 1...9))) % 10
    }
    text = String(decoding: bytes, as: UTF8.self)
    let marks: Set<UInt8> = isCSV ? [0x2C, 0x22] : [0x2C, 0x22, 0x0A]
    let start = bytes[..<place].lastIndex { marks.contains($0) }.map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex { marks.contains($0) } ?? bytes.count
    field = String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
  }
}

import Classification
import Foundation
import Synthesis

/// An archive of generated disclosures and a pipeline over it, for the benchmark of operations.
///
/// Each generated disclosure stands in a county of its own, with copies that stand for the other units of that county
/// and year: as in life, where a county has some fifty units that publish and there are almost 3,000 counties, a
/// partition holds some fifty documents, and there are as many partitions as that gives.
struct OperationsArchive {
  let folder: URL
  let documents: Int
  var inputs: URL { folder.appendingPathComponent("in") }
  var output: URL { folder.appendingPathComponent("out") }
  var pipeline: URL { folder.appendingPathComponent("pipeline.yaml") }
  /// Disclosures that are no copies, each with its copies in a partition of its own.
  private let groups: Int
  /// Copies of each generated disclosure; each has bytes of its own.
  private let copies: Int

  /// Writes `documents` disclosures below `folder`, of which so many are copies of one.
  init(_ folder: URL, documents: Int, copies: Int = 50) throws {
    self.folder = folder
    self.documents = documents
    self.copies = copies
    groups = max(1, documents / copies)
    let files = FileManager.default
    try files.createDirectory(at: inputs, withIntermediateDirectories: true)
    for group in 0..<groups {
      let text = Self.text(of: group)
      try files.createDirectory(at: inputs.appendingPathComponent("\(group)"), withIntermediateDirectories: true)
      for copy in 0..<min(copies, documents - group * copies) {
        try Data((text + Self.mark("first", copy)).utf8).write(to: file(group, copy))
      }
    }
    try write(pipelineTo: "out", as: pipeline)
  }

  /// Writes a pipeline over the inputs to another output.
  func write(pipelineTo output: String, as file: URL) throws {
    let yaml = "inputs: [in]\noutput: \(output)\npartition: fiscal_year/division_code\nretention:\n  releases: 2\n"
    try Data(yaml.utf8).write(to: file)
  }

  /// Changes `count` sources: side by side, so that they stand in few partitions, or any of the archive.
  func change(_ count: Int, spread: Bool, mark: String) throws {
    var random = SplitMix64(seed: 1)
    let numbers = Array(0..<documents)
    for number in spread ? random.sample(numbers, count: count) : Array(numbers.prefix(count)) {
      let (group, copy) = (number / copies, number % copies)
      try Data((Self.text(of: group) + Self.mark(mark, copy)).utf8).write(to: file(group, copy))
    }
  }

  private func file(_ group: Int, _ copy: Int) -> URL { inputs.appendingPathComponent("\(group)/\(copy).txt") }

  /// How many partitions the current release does not share with the one before it, and how many it has.
  func partitionsWritten() throws -> (written: Int, all: Int) {
    let rows = output.appendingPathComponent("current").resolvingSymlinksInPath().appendingPathComponent("documents")
    let files = try FileManager.default.subpathsOfDirectory(atPath: rows.path).filter { $0.hasSuffix(".csv") }
    let written = try files.count { file in
      let attributes = try FileManager.default.attributesOfItem(atPath: rows.appendingPathComponent(file).path)
      return attributes[.referenceCount] as? Int == 1
    }
    return (written, files.count)
  }

  private static func text(of group: Int) -> String {
    let counties = Divisions.counties
    // From all over the country, none twice before each had its turn: 7 divides no number of counties that there was.
    let county = counties[group * 7 % counties.count]
    let disclosure = SyntheticDisclosure(seed: UInt64(group) + 1, division: county)
    return String(decoding: Renderer.render(disclosure, as: .tabs), as: UTF8.self)
  }

  /// A line that gives a copy bytes of its own; in letters, since digits are figures to account for.
  private static func mark(_ text: String, _ copy: Int) -> String {
    "\n# copy \(text) \(String(String(copy).unicodeScalars.map { Character(Unicode.Scalar(UInt8($0.value) + 49)) }))\n"
  }
}

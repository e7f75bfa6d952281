import Foundation
import Synthesis

/// An archive of generated disclosures and a pipeline over it, for the benchmark of operations.
struct OperationsArchive {
  /// Copies of each generated disclosure; each has bytes of its own.
  static let copies = 50

  let folder: URL
  let documents: Int
  var inputs: URL { folder.appendingPathComponent("in") }
  var output: URL { folder.appendingPathComponent("out") }
  var pipeline: URL { folder.appendingPathComponent("pipeline.yaml") }
  private let groups: Int

  /// Writes `documents` disclosures below `folder`.
  init(_ folder: URL, documents: Int) throws {
    self.folder = folder
    self.documents = documents
    groups = max(1, documents / Self.copies)
    let files = FileManager.default
    try files.createDirectory(at: inputs, withIntermediateDirectories: true)
    for group in 0..<groups {
      let text = Self.text(of: group)
      try files.createDirectory(at: inputs.appendingPathComponent("\(group)"), withIntermediateDirectories: true)
      for copy in 0..<min(Self.copies, documents - group * Self.copies) {
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

  /// Changes `count` sources: whole groups, so that they stand in few partitions, or one here and one there.
  func change(_ count: Int, spread: Bool, mark: String) throws {
    for number in 0..<count {
      let group = spread ? number % groups : number / Self.copies
      let copy = spread ? number / groups : number % Self.copies
      try Data((Self.text(of: group) + Self.mark(mark, copy)).utf8).write(to: file(group, copy))
    }
  }

  private func file(_ group: Int, _ copy: Int) -> URL { inputs.appendingPathComponent("\(group)/\(copy).txt") }

  private static func text(of group: Int) -> String {
    String(decoding: Renderer.render(SyntheticDisclosure(seed: UInt64(group) + 1), as: .tabs), as: UTF8.self)
  }

  /// A line that gives a copy bytes of its own; in letters, since digits are figures to account for.
  private static func mark(_ text: String, _ copy: Int) -> String {
    "\n# copy \(text) \(String(String(copy).unicodeScalars.map { Character(Unicode.Scalar(UInt8($0.value) + 49)) }))\n"
  }
}

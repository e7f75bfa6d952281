import Foundation
import Synthesis

/// The documents to measure on: every export so many times, each copy with a line of its own, as text and as HTML.
struct BenchmarkInputs {
  /// `seeds` or `generated`.
  let origin: String
  /// The folder of the text copies.
  let textDirectory: URL
  /// The folder of the HTML copies.
  let htmlDirectory: URL
  /// The bytes of the HTML copies.
  let pages: [[UInt8]]
  /// Bytes of all text copies.
  private(set) var textBytes = 0
  /// Bytes of all HTML copies.
  var htmlBytes: Int { pages.reduce(0) { $0 + $1.count } }
  /// How many documents there are of each kind.
  var documents: Int { pages.count }

  init(_ options: BenchmarkOptions, scratch: URL) throws {
    let exports = try options.seeds.map(Self.seeds) ?? Self.generated()
    guard !exports.isEmpty else { throw BenchmarkFailure("\(options.seeds?.path ?? ""): no .txt files") }
    origin = options.seeds == nil ? "generated" : "seeds"
    textDirectory = scratch.appendingPathComponent("text")
    htmlDirectory = scratch.appendingPathComponent("html")
    try FileManager.default.createDirectory(at: textDirectory, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: htmlDirectory, withIntermediateDirectories: true)
    var pages: [[UInt8]] = []
    for (index, export) in exports.enumerated() {
      let text = Array(export.utf8)
      // Both styles in turn, so that neither the lean nor the bloated kind of page decides alone.
      let page = TextToHTML.render(export, style: index % 2 == 0 ? .office : .semantic)
      for copy in 0..<options.copies {
        let mark = Self.letters(copy)
        let textCopy = text + Array("\n# copy \(mark)\n".utf8)
        let pageCopy = page + Array("<!-- copy \(mark) -->\n".utf8)
        try Data(textCopy).write(to: textDirectory.appendingPathComponent("\(index)-\(copy).txt"))
        try Data(pageCopy).write(to: htmlDirectory.appendingPathComponent("\(index)-\(copy).html"))
        textBytes += textCopy.count
        pages.append(pageCopy)
      }
    }
    self.pages = pages
  }

  private static func seeds(in directory: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
      .map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  }

  private static func generated() -> [String] {
    (UInt64(1)...4).map { String(decoding: Renderer.render(SyntheticDisclosure(seed: $0), as: .tabs), as: UTF8.self) }
  }

  /// A number in letters: digits would be numbers that the pipeline has to account for.
  private static func letters(_ number: Int) -> String {
    String(String(number).unicodeScalars.map { Character(Unicode.Scalar(UInt8($0.value) + 49)) })
  }
}

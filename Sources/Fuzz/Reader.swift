import Accounts
import Check
import Clean
import Extract
import Load
import Pipeline
import Transform

/// A reader of untrusted bytes: whatever they are, it ends, without a trap, and says the same twice.
enum Reader: String, CaseIterable, Sendable {
  /// A whole document as text.
  case text
  /// A whole document as HTML.
  case html
  /// A printed number.
  case number
  /// Dates and years in a line.
  case date
  /// Identities printed under a form, by both of their readers.
  case identity
  /// Numbers of running text with what they count.
  case quantity
  /// A pipeline file.
  case configuration
  /// A file of reviewers' decisions.
  case decision
  /// What a run and its worker processes send each other.
  case worker
  /// Canonical JSON.
  case json
  /// A dataset.
  case csv

  /// Reads `bytes`; traps where the reader contradicts itself.
  func read(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .text: Self.readDocument(bytes, path: "a.txt")
    case .html: Self.readDocument(bytes, path: "a.html")
    case .number: _ = NumberReader.read(text)
    case .date: _ = YearMention.all(in: NormalText(text))
    case .identity: Self.readIdentities(text)
    case .quantity:
      for text in NarrativeText.texts(of: [Self.paragraph(text)]) { _ = Quantity.quantities(in: text) }
    case .configuration: _ = try? PipelineFile.parse(text, path: "a.yaml")
    case .decision: _ = try? DecisionFile.parse(text, path: "a.yaml")
    case .worker: WorkerLoop.readFrames(bytes)
    case .json: _ = try? JSONReader.read(bytes)
    case .csv:
      bytes.withUnsafeBufferPointer { buffer in
        var reader = CSVReader(buffer)
        while reader.next() != nil {}
      }
    }
  }

  private static func readIdentities(_ text: String) {
    _ = PrintedIdentities.rules(in: [paragraph(text)])
    _ = PrintedRule.rules(in: [(line: 1, text: NormalText(text))])
  }

  private static func paragraph(_ text: String) -> Paragraph {
    Paragraph(text: text, span: SourceSpan(line: 1, column: 1))
  }

  /// Takes a document through all stages twice.
  private static func readDocument(_ bytes: [UInt8], path: String) {
    let first = renderings(of: bytes, path: path)
    let second = renderings(of: bytes, path: path)
    precondition(first == second, "the same bytes gave two disclosures")
  }

  private static func renderings(of bytes: [UInt8], path: String) -> [[UInt8]] {
    guard let extracted = try? Extractor.extract(bytes, path: path) else { return [] }
    return Cleaner.clean(extracted).flatMap { cleaned -> [[UInt8]] in
      let disclosure = Transformer.transform(cleaned)
      let rendering = DocumentRendering(disclosure)
      return rendering.rows + [rendering.canonicalJSON, rendering.provenance]
    }
  }
}

import Accounts

/// Everything that a release says of one document.
struct PublishedDocument {
  let id: String
  /// Its row of `documents`.
  let row: TableRow
  let figures: [PublishedFigure]
  var repairs: [PublishedRepair] = []
  let findings: [PublishedFinding]
  /// Its canonical JSON without the tables that are none of the nine forms; null where it cannot be read.
  var canonical = JSONNode.null
  var forms: [PublishedForm] = []
  /// The paragraphs of the narrative, by line; read only where a witness names one.
  private var narrative: [UInt8] = []

  /// Starts with the rows of the datasets.
  init(id: String, row: TableRow, amounts: [TableRow], findings: [TableRow], _ journal: inout Journal) {
    self.id = id
    self.row = row
    self.findings = findings.map(PublishedFinding.init)
    figures = amounts.compactMap(PublishedFigure.init)
    if figures.count < amounts.count {
      for row in amounts where PublishedFigure(row) == nil {
        journal.fail(
          .schema, "amounts", id, published: row.values.joined(separator: ","), "the row cannot be read")
      }
    }
  }

  /// The fiscal year, where it is known.
  var year: FiscalYear? { Int(row["fiscal_year"]).map { FiscalYear($0) } }

  /// Whether it is the second or a later disclosure of its file.
  var isFurther: Bool { id.contains("-") }

  /// The form of that name, where the canonical JSON describes it.
  func form(_ form: Form) -> PublishedForm? { forms.first { $0.form == form } }

  /// Reads the canonical JSON of the document.
  mutating func readCanonical(_ bytes: [UInt8], _ journal: inout Journal) {
    do throws(JSONReader.Problem) {
      canonical = try JSONReader.read(bytes, unread: ["tables", "sections"])
    } catch {
      journal.fail(.agreement, "canonical JSON", id, "it is no JSON: \(error.reason) at byte \(error.offset)")
      return
    }
    DigestCheck.check(bytes, names: canonical.lastScalar, "canonical JSON", id, &journal)
    if case .unread(let range) = canonical["sections"] { narrative = Array(bytes[range]) }
    for node in canonical["forms"].elements {
      if let form = PublishedForm(node) {
        forms.append(form)
      } else {
        journal.fail(
          .agreement, "canonical JSON", id, key: node["form"].scalar, "the form lacks its unit or its columns")
      }
    }
    repairs = canonical["repairs"].elements.compactMap { node in
      guard let proof = Proof(rawValue: node["proof"].scalar) else { return nil }
      return PublishedRepair(
        key: node["key"].exactScalar, field: node["field"].scalar, printed: node["printed"].exactScalar,
        value: node["value"].exactScalar, rule: node["rule"].scalar, proof: proof,
        confidence: Decimals.confidence(node["confidence"].scalar) ?? 0, witnesses: node["witnesses"].exactTexts,
        alternatives: node["alternatives"].exactTexts)
    }
  }

  /// What no sentence ends with: marks within it, digits, and the beginning of a unit of money (`4.08万` before `元`).
  private static let unfinished = Set(",;:、.0123456789千万亿".utf16)

  /// The text of the narrative that stands on a line, with the paragraphs that a sentence or a torn amount of it runs on
  /// into; empty where none does.
  func narrativeText(on line: Int) -> NormalText {
    guard let sections = try? JSONReader.read(narrative) else { return "" }
    var text: NormalText = ""
    for paragraph in sections.elements.lazy.flatMap({ $0["paragraphs"].elements }) {
      guard let first = paragraph["source_line"].integer, let last = paragraph["source_line_end"].integer else {
        continue
      }
      guard !text.isEmpty || first <= line && line <= last else { continue }
      text = text + NormalText(paragraph["text"].exactScalar)
      guard let end = text.units.last, Self.unfinished.contains(end) else { return text }
    }
    return text
  }
}

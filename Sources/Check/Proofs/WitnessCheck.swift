import Accounts

/// Checks each witness of a value: that it is a claim of the language, speaks of the value's row, and holds.
struct WitnessCheck {
  private let document: PublishedDocument
  private let catalogue: Catalogue

  /// Prepares the witnesses of a document.
  init(_ document: PublishedDocument, _ catalogue: Catalogue) {
    self.document = document
    self.catalogue = catalogue
  }

  /// Checks the witnesses of all steps that put a figure into its place or gave it its value.
  func check(_ journal: inout Journal) {
    for figure in document.figures {
      guard let row = catalogue.ledger.row(figure.key.form, figure.key.side, figure.key.row.rawValue) else { continue }
      let column = catalogue.ledger.rows[row].columns.firstIndex(of: figure.key.measure)
      for step in figure.steps where !step.rule.hasPrefix("complete-") {
        for witness in step.witnesses {
          journal.apply(.witness)
          if let problem = problem(with: witness, row: row, column: column) {
            journal.fail(.witness, "amounts", document.id, key: figure.keyText, published: witness, problem)
          }
        }
        // In a row that stayed open no identity is decided; what all of its readings share is replayed elsewhere.
        if step.witnesses.isEmpty, figure.proof == .forced, !catalogue.ledger.rows[row].isOpen {
          journal.fail(.witness, "amounts", document.id, key: figure.keyText, "a forced value names what forces it")
        }
      }
    }
  }

  private func problem(with witness: String, row: Int, column: Int?) -> String? {
    if let narrative = NarrativeWitness(witness) { return narrative.problem(in: document) }
    if witness.hasSuffix(": columns that 合计 leaves blank") { return blankColumnProblem(witness, row: row) }
    guard let candidates = catalogue.ofLabel[witness] else { return "no claim of the language" }
    let own = candidates.map { catalogue.equations[$0] }.filter { $0.involves(row) || holdsAllBelow($0, row) }
    guard !own.isEmpty else { return "the claim does not speak of this row" }
    // A claim over several columns must hold in the value's own, where it has one.
    let ofCell = column.map { column in own.filter { $0.involves(row, column) } } ?? []
    let relevant = ofCell.isEmpty ? own : ofCell
    let outcomes = relevant.map { $0.outcome(in: catalogue.ledger) }
    if outcomes.contains(where: \.holds) { return nil }
    return "it does not hold: the difference is \(outcomes.first.map { Amount(thousandths: $0.low).description } ?? "")"
  }

  /// Whether an identity speaks of all rows that a total which is not printed is the sum of.
  private func holdsAllBelow(_ equation: Equation, _ row: Int) -> Bool {
    let total = catalogue.ledger.rows[row]
    guard total.key == "total", total.figures.isEmpty, let tree = catalogue.trees[total.form] else { return false }
    return !tree.top.isEmpty && tree.top.allSatisfy { equation.involves($0) }
  }

  private func blankColumnProblem(_ witness: String, row: Int) -> String? {
    let own = catalogue.ledger.rows[row]
    guard witness.hasPrefix(own.form.rawValue + ":") else { return "the claim does not speak of this form" }
    return Self.fillsBlankColumn(own.values, row, catalogue.ledger)
      ? "the row fills a column that 合计 leaves blank" : nil
  }

  /// Whether values of a row fill a column that the total of its form leaves blank while it fills others.
  static func fillsBlankColumn(_ values: [Ledger.Value?], _ row: Int, _ ledger: Ledger) -> Bool {
    let form = ledger.rows[row].form
    guard form.isBySubject, let total = ledger.row(form, .none, "total"), total != row,
      ledger.rows[total].values.contains(where: { $0?.isPrinted == true })
    else { return false }
    return zip(values, ledger.rows[total].values).contains { $0 != nil && $1 == nil }
  }
}

/// A witness in the running text: `narrative line 412: actual_reception`, or for codes `narrative line 412`.
struct NarrativeWitness {
  let line: Int
  /// What it states; empty for a code.
  let measure: String

  /// Reads a witness; nil for any other.
  init?(_ witness: String) {
    guard witness.hasPrefix("narrative line ") else { return nil }
    let parts = witness.dropFirst("narrative line ".count).split(separator: ":", maxSplits: 1)
    guard let head = parts.first, let line = Int(head) else { return nil }
    self.line = line
    measure = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
  }

  private static let words: [String: [NormalText]] = [
    "actual_total": ["三公"], "actual_overseas_travel": ["出国(境)"], "actual_vehicles": ["购置及运行", "购置和运行"],
    "actual_vehicle_purchase": ["公务用车购置费"], "actual_vehicle_operation": ["公务用车运行"],
    "actual_reception": ["公务接待费"],
  ]

  /// Why the narrative does not state it; nil where it names the item beside a number.
  func problem(in document: PublishedDocument) -> String? {
    let text = document.narrativeText(on: line)
    guard let words = Self.words[measure] else { return "no claim of the language" }
    guard words.contains(where: text.contains) else { return "the narrative does not name it on that line" }
    return text.units.contains { (0x30...0x39).contains($0) } ? nil : "the narrative states no figure on that line"
  }
}

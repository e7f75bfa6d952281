import Accounts

/// Reads the provenance of a document and checks that it says what the datasets say.
enum ProvenanceAgreement {
  /// Gives every figure its place and its steps, and every value of the narrative its place.
  ///
  /// - Parameter bytes: JSON Lines, one for each value.
  static func read(
    _ bytes: [UInt8], into document: PublishedDocument, _ narrative: inout NarrativeRows, _ journal: inout Journal
  ) {
    var index: [String: Int] = [:]
    for (position, figure) in document.figures.enumerated() {
      if index.updateValue(position, forKey: figure.keyText) != nil {
        journal.fail(.schema, "amounts", document.id, key: figure.keyText, "the key stands twice")
      }
    }
    for line in bytes.split(separator: 0x0A) {
      let node: JSONNode
      do throws(JSONReader.Problem) {
        node = try JSONReader.read(Array(line))
      } catch {
        journal.fail(.agreement, "provenance", document.id, "a line is no JSON: \(error.reason)")
        continue
      }
      let key = node["key"].scalar
      guard node["dataset"].scalar == "amounts" else {
        narrative.take(node, &journal)
        continue
      }
      guard let position = index.removeValue(forKey: key) else {
        journal.fail(.agreement, "provenance", document.id, key: key, "amounts.csv has no such row, or it stands twice")
        continue
      }
      take(node, into: document.figures[position], document.id, &journal)
    }
    for key in index.keys.sorted() {
      journal.fail(.agreement, "amounts", document.id, key: key, "the value has no provenance")
    }
    narrative.finish(&journal)
  }

  private static func take(
    _ node: JSONNode, into figure: PublishedFigure, _ document: String, _ journal: inout Journal
  ) {
    let pairs = [
      (figure.amountText, node["value"].scalar), (figure.printed, node["printed"].scalar),
      (figure.sourceLine.map(String.init) ?? "", node["source"]["line"].scalar),
    ]
    for (published, expected) in pairs {
      journal.compare(
        .agreement, "amounts", document, key: figure.keyText, published: published, expected: expected, "provenance")
    }
    figure.place = SourcePlace(node["source"])
    figure.printed = node["printed"].exactScalar
    figure.steps = PublishedFigure.Step.steps(node["steps"])
  }

  /// Checks that every repair is a step of its value's story, and that every step that changes something is a repair.
  static func checkRepairs(
    _ document: PublishedDocument, _ narrative: NarrativeRows, _ journal: inout Journal
  ) {
    let figures = Dictionary(document.figures.map { ($0.keyText, $0) }) { first, _ in first }
    for repair in document.repairs {
      journal.apply(.agreement)
      let steps = figures[repair.key]?.steps ?? narrative.repairs[repair.key] ?? []
      let step = steps.first { $0.rule == repair.rule && $0.after == repair.value }
      if step.map({ $0.witnesses == repair.witnesses }) != true {
        journal.fail(
          .agreement, "repairs", document.id, key: repair.key, published: "\(repair.rule) to \(repair.value)",
          "provenance tells no such step with these witnesses")
      }
      if let figure = figures[repair.key], ["amount", "measure"].contains(repair.field),
        figure.proof != repair.proof || figure.confidence != repair.confidence
      {
        journal.fail(
          .agreement, "repairs", document.id, key: repair.key, published: "\(repair.proof) \(repair.confidence)",
          "amounts.csv says \(figure.proof) \(figure.confidence)")
      }
    }
    let repaired = Set(document.repairs.map { "\($0.key) \($0.rule)" })
    for (key, steps) in narrative.repairs.sorted(by: { $0.key < $1.key }) {
      for step in steps where !repaired.contains("\(key) \(step.rule)") {
        journal.fail(
          .agreement, "repairs", document.id, key: key, "provenance tells of \(step.rule), and no row does")
      }
    }
    let repairedRows = Set(document.repairs.map { "\(Self.row(of: $0.key)) \($0.rule)" })
    for figure in document.figures {
      // Columns that a layout lost, and digits of another script, are no repairs.
      for step in figure.steps where step.rule != "align-by-identities" && !step.isSpelling {
        let isOfRow = step.rule.hasPrefix("complete-")
        let isRepaired =
          isOfRow
          ? repairedRows.contains("\(Self.row(of: figure.keyText)) \(step.rule)")
          : repaired.contains("\(figure.keyText) \(step.rule)")
        if !isRepaired {
          journal.fail(
            .agreement, "repairs", document.id, key: figure.keyText, "provenance tells of \(step.rule), and no row does"
          )
        }
      }
    }
  }

  /// `form/side/row` of a key.
  static func row(of key: String) -> Substring {
    key.lastIndex(of: "/").map { key[..<$0] } ?? key[...]
  }
}

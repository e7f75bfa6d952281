import Accounts

/// Checks that a printed value which stands in a broken identity, and which nothing confirms, is not called certain.
enum ConfidenceCheck {
  /// Weighs the identities of every certain value of a document.
  static func check(_ document: PublishedDocument, _ catalogue: Catalogue, _ journal: inout Journal) {
    let ledger = catalogue.ledger
    var outcomes: [Equation.Outcome] = []
    for equation in catalogue.equations { outcomes.append(equation.outcome(in: ledger)) }
    for figure in document.figures where figure.confidence >= 950 && figure.amount != nil {
      guard let row = ledger.row(figure.key.form, figure.key.side, figure.key.row.rawValue),
        let column = ledger.rows[row].columns.firstIndex(of: figure.key.measure)
      else { continue }
      let own = catalogue.ofRow[row].filter { index in
        catalogue.equations[index].involves(row, column) && outcomes[index].filled > 1 && !outcomes[index].isOpen
      }
      let broken = own.first { !outcomes[$0].holds }
      guard let broken, !own.contains(where: { outcomes[$0].holds && !catalogue.equations[$0].isAtMost }) else {
        continue
      }
      journal.fail(
        .legality, "amounts", document.id, key: figure.keyText,
        published: "\(figure.amountText) with confidence \(figure.confidence)",
        "\(catalogue.equations[broken].label) does not hold, and no identity confirms the value")
    }
  }
}

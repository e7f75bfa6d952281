import Accounts

/// Checks each witness of a value: that it is a claim of the language, speaks of the value's row, and holds.
struct WitnessCheck {
  private let document: PublishedDocument
  private let catalogue: Catalogue
  private let losses: [Form: ColumnLoss]

  /// Prepares the witnesses of a document.
  init(_ document: PublishedDocument, _ catalogue: Catalogue) {
    self.document = document
    self.catalogue = catalogue
    losses = ColumnLoss.all(in: document, catalogue.ledger)
  }

  /// Checks the witnesses of all steps that put a figure into its place or gave it its value.
  func check(_ journal: inout Journal) {
    for figure in document.figures {
      guard let row = catalogue.ledger.row(figure.key.form, figure.key.side, figure.key.row.rawValue) else { continue }
      let column = catalogue.ledger.rows[row].columns.firstIndex(of: figure.key.measure)
      for step in figure.steps where !step.rule.hasPrefix("complete-") {
        for witness in step.witnesses {
          journal.apply(.witness)
          if let problem = problem(with: witness, of: figure, row: row, column: column) {
            journal.fail(.witness, "amounts", document.id, key: figure.keyText, published: witness, problem)
          }
        }
        // In a row that stayed open no identity is decided; what all of its readings share is replayed elsewhere.
        let isOpen = catalogue.ledger.rows[row].isOpen || !catalogue.ledger.rows[row].hidden.isEmpty
        if step.witnesses.isEmpty, !step.isSpelling, figure.proof == .forced, !isOpen {
          journal.fail(.witness, "amounts", document.id, key: figure.keyText, "a forced value names what forces it")
        }
      }
    }
  }

  private func problem(
    with witness: String, of figure: PublishedFigure, row: Int, column: Int?
  ) -> String? {
    if let narrative = NarrativeWitness(witness) {
      return narrative.problem(in: document, of: figure, catalogue, row: row)
    }
    if witness.hasSuffix(" leaves blank") { return blankColumnProblem(witness, row: row) }
    if witness.hasSuffix(": all rows lack one column") { return lostColumnProblem(witness, row: row) }
    if witness == "the header's columns" {
      return figure.confidence < 950 || figure.proof == .corroborated
        ? nil : "the header chose the columns, which proves nothing"
    }
    // What stands in no solution of all identities together is replayed by `ForcedCheck`.
    if witness == "all identities together" { return nil }
    if catalogue.hiddenLabels.contains(witness) {
      // A figure that was corrected or restored stands in no reading of what is printed.
      return isAsPrinted(row) ? hiddenProblem(row: row, witness) : nil
    }
    guard let candidates = catalogue.ofLabel[witness] else { return "no claim of the language" }
    let own = candidates.map { catalogue.equations[$0] }.filter { $0.involves(row) || holdsAllBelow($0, row) }
    guard !own.isEmpty else {
      if let below = catalogue.belowTotals[witness], below.involves(row), below.outcome(in: catalogue.ledger).holds {
        return nil
      }
      // A choice may follow from one that was made for the same subject in another form.
      let joined = candidates.filter { speaksOfNamesake(catalogue.equations[$0], of: row) }
      let holds = joined.contains { catalogue.equations[$0].outcome(in: catalogue.ledger).holds }
      return holds ? nil : "the claim does not speak of this row"
    }
    // A claim over several columns must hold in the value's own, where it has one.
    let ofCell = column.map { column in own.filter { $0.involves(row, column) } } ?? []
    let relevant = ofCell.isEmpty ? own : ofCell
    let outcomes = relevant.map { $0.outcome(in: catalogue.ledger) }
    if outcomes.contains(where: \.holds) { return nil }
    return "it does not hold: the difference is \(outcomes.first.map { Amount(clamping: $0.low).description } ?? "")"
  }

  /// Whether an identity speaks of the row of the same subject in another form.
  private func speaksOfNamesake(_ equation: Equation, of row: Int) -> Bool {
    let own = catalogue.ledger.rows[row]
    return own.isSubject
      && equation.terms.contains { term in
        let other = catalogue.ledger.rows[term.row]
        return other.form != own.form && other.isSubject && other.key == own.key
      }
  }

  /// Whether no figure of a row is published otherwise than it is printed.
  private func isAsPrinted(_ row: Int) -> Bool {
    !figures(of: row).contains { [.corrected, .derived].contains($0.status) }
  }

  private func figures(of row: Int) -> [PublishedFigure] {
    let own = catalogue.ledger.rows[row]
    return document.figures.filter { figure in
      figure.key.form == own.form && figure.key.row.rawValue == own.key && figure.key.side == own.side
    }
  }

  /// Of columns that the datasets do not hold: the printed figures balance in some way with those that they do. Where
  /// these do not balance themselves, the rule that is named must hold with them.
  private func hiddenProblem(row: Int, _ witness: String) -> String? {
    let own = catalogue.ledger.rows[row]
    guard let space = ReadingSpace(row, in: catalogue.ledger, figures: figures(of: row)) else { return nil }
    func isPublished(_ values: ReadingSpace.Values) -> Bool {
      values.indices.allSatisfy { own.hidden.contains($0) || values[$0]?.low ?? 0 == own.values[$0]?.low ?? 0 }
    }
    let isBroken = catalogue.ofRow[row].contains { index in
      catalogue.equations[index].isOfRow && !catalogue.equations[index].outcome(in: catalogue.ledger).holds
    }
    let balances =
      isBroken
      ? space.all().contains { isPublished($0) && space.holds(witness, $0) }
      : (space.balanced(isStacked: space.isStacked) + space.withLoss()).contains(where: isPublished)
    return balances || own.isOpen ? nil : "the row's figures balance with these in no way"
  }

  /// Whether an identity speaks of all rows that a total which is not printed is the sum of.
  private func holdsAllBelow(_ equation: Equation, _ row: Int) -> Bool {
    let total = catalogue.ledger.rows[row]
    guard total.key == "total", total.figures.isEmpty, let tree = catalogue.trees[total.form] else { return false }
    return !tree.top.isEmpty && tree.top.allSatisfy { equation.involves($0) }
  }

  private func lostColumnProblem(_ witness: String, row: Int) -> String? {
    let form = catalogue.ledger.rows[row].form
    guard witness.hasPrefix(form.rawValue + ":") else { return "the claim does not speak of this form" }
    guard let loss = losses[form] else { return "a row fills all columns of the form, so it lost none" }
    return loss.admits(row) ? nil : "the rows of the form do not lack the same column"
  }

  private func blankColumnProblem(_ witness: String, row: Int) -> String? {
    let own = catalogue.ledger.rows[row]
    let wholes = BlankColumns.wholes(above: row, in: catalogue.ledger)
    guard let whole = wholes.first(where: { witness == BlankColumns.claim(of: $0, in: catalogue.ledger) }) else {
      return "the claim does not speak of this row"
    }
    return BlankColumns.areFilled(by: own.values, of: whole, in: catalogue.ledger)
      ? "the row fills a column that the whole leaves blank" : nil
  }
}

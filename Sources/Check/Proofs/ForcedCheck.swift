import Accounts

/// Checks that forced is forced: every other reading of a row fails an identity, with all other rows as published.
struct ForcedCheck {
  private let document: PublishedDocument
  private let catalogue: Catalogue
  private let figuresOfRow: [Int: [PublishedFigure]]
  /// Forms that a broken identity speaks of: what was inferred in them is not forced.
  private let brokenForms: [Form: String]
  /// Identities that hold as published; another reading must break one of them.
  private let held: [Bool]
  private let support: Support
  private let restored: RestoredCheck
  private let losses: [Form: ColumnLoss]
  /// Forms that lost a column by what is published.
  private let lossyForms: Set<Form>

  /// Prepares the rows of a document.
  init(_ document: PublishedDocument, _ catalogue: Catalogue) {
    self.document = document
    self.catalogue = catalogue
    let ledger = catalogue.ledger
    figuresOfRow = Dictionary(grouping: document.figures) { figure in
      ledger.row(figure.key.form, figure.key.side, figure.key.row.rawValue) ?? -1
    }
    support = Support(catalogue, figuresOfRow: figuresOfRow)
    restored = RestoredCheck(document, catalogue)
    losses = ColumnLoss.all(in: document, ledger)
    lossyForms = Set(document.figures.filter { $0.hasStep("restore-lost-column") }.map(\.key.form))
    var broken: [Form: String] = [:]
    var held: [Bool] = []
    for equation in catalogue.equations {
      let outcome = equation.outcome(in: ledger)
      held.append(outcome.holds && !outcome.hasOpenCell)
      if !outcome.holds, !outcome.isOpen, outcome.filled > 1, !equation.isOfRow {
        for term in equation.terms { broken[ledger.rows[term.row].form] = equation.label }
      }
    }
    brokenForms = broken
    self.held = held
  }

  /// Checks all rows with inferred columns, all derived and corrected values, and the alternatives of repairs.
  func check(_ journal: inout Journal) {
    let repairs = Dictionary(grouping: document.repairs) { $0.key }
    for row in catalogue.ledger.rows.indices {
      guard let figures = figuresOfRow[row], figures.contains(where: isInferred) else { continue }
      let readings = self.readings(of: row, figures)
      if figures.contains(where: { $0.status == .ambiguous }) {
        checkOpenRow(row, figures, readings, &journal)
        continue
      }
      let others = readings.filter { !isPublished($0, row) }
      checkRow(row, figures, others, &journal)
      for figure in figures {
        for repair in repairs[figure.keyText] ?? [] where ["amount", "measure"].contains(repair.field) {
          checkAlternatives(of: repair, figure, row, others, &journal)
        }
      }
    }
  }

  /// The readings of a row whose places were inferred: with a lost figure where its form may have lost a column, or
  /// where no other balances. An open row that balances in none may also hold a misread digit: of those readings, the ones
  /// within what is published may be what identities leave.
  private func readings(of row: Int, _ figures: [PublishedFigure]) -> [ReadingSpace.Values] {
    guard figures.contains(where: { $0.status == .ambiguous || $0.hasStep("align-by-identities") }),
      let space = ReadingSpace(row, in: catalogue.ledger, figures: figures)
    else { return [] }
    let balanced = space.balanced(isStacked: space.isStacked)
    let own = catalogue.ledger.rows[row]
    guard balanced.isEmpty else { return losses[own.form] == nil ? balanced : balanced + space.withLoss() }
    guard figures.contains(where: { $0.status == .ambiguous }) else { return space.withLoss() }
    return space.withLoss() + space.withMisreadDigit().filter { Support.isWithin($0, own) }
  }

  private func isInferred(_ figure: PublishedFigure) -> Bool {
    figure.hasStep("align-by-identities") || figure.status == .derived || figure.status == .corrected
  }

  /// Whether a reading is what is published: a blank counts as zero.
  private func isPublished(_ values: ReadingSpace.Values, _ row: Int) -> Bool {
    let own = catalogue.ledger.rows[row]
    return values.indices.allSatisfy {
      own.hidden.contains($0) || values[$0]?.low ?? 0 == own.values[$0]?.low ?? 0
    }
  }

  // MARK: rows

  /// In a row that stayed open, what is given as forced is the same in every reading that is left, and every range
  /// holds the values of all of them.
  private func checkOpenRow(
    _ row: Int, _ figures: [PublishedFigure], _ readings: [ReadingSpace.Values], _ journal: inout Journal
  ) {
    // What is minimal is not said to be the only reading, and what another place prints needs no identity to choose it:
    // a range goes with them.
    let columns = catalogue.ledger.rows[row].columns
    let chosen = figures.filter { figure in
      !figure.printed.isEmpty && figure.amount != nil
        && ([.minimal, .corroborated].contains(figure.proof) || isNarrated(figure))
    }
    let left = remaining(
      readings.filter { reading in
        chosen.allSatisfy { figure in
          columns.firstIndex(of: figure.key.measure).map { reading[$0]?.low == figure.amount } ?? true
        }
      }, row)
    for figure in figures {
      guard let column = catalogue.ledger.rows[row].columns.firstIndex(of: figure.key.measure) else { continue }
      let values = left.map { $0[column]?.low ?? 0 }
      guard let least = values.min(), let greatest = values.max() else { continue }
      journal.apply(.forced)
      let (low, high) = (figure.amount ?? figure.low ?? 0, figure.amount ?? figure.high ?? 0)
      guard figure.status == .ambiguous || figure.proof == .forced, !isNarrated(figure),
        least < low || high < greatest
      else { continue }
      journal.fail(
        .forced, "amounts", document.id, key: figure.keyText,
        published: "\(Amount(clamping: low))...\(Amount(clamping: high))",
        "the readings left give \(Amount(clamping: least))...\(Amount(clamping: greatest))")
    }
  }

  /// The readings of an open row that no identity excludes which some reading satisfies.
  private func remaining(_ readings: [ReadingSpace.Values], _ row: Int) -> [ReadingSpace.Values] {
    var left = readings
    for whole in BlankColumns.wholes(above: row, in: catalogue.ledger) {
      let kept = left.filter { !BlankColumns.areFilled(by: $0, of: whole, in: catalogue.ledger) }
      if !kept.isEmpty { left = kept }
    }
    if let loss = losses[catalogue.ledger.rows[row].form] {
      let kept = left.filter { !loss.excludes($0, of: row) }
      if !kept.isEmpty { left = kept }
    }
    for index in catalogue.ofRow[row] {
      guard left.count > 1, let rest = support.rest(of: index, besides: row) else { continue }
      let kept = left.filter { rest.allows($0) }
      if !kept.isEmpty { left = kept }
    }
    return left
  }

  private func checkRow(
    _ row: Int, _ figures: [PublishedFigure], _ others: [ReadingSpace.Values], _ journal: inout Journal
  ) {
    for figure in figures where figure.proof == .forced && isInferred(figure) {
      journal.apply(.forced)
      if let problem = problem(with: figure, row, others) {
        journal.fail(
          .forced, "amounts", document.id, key: figure.keyText, published: "\(figure.amountText) forced", problem)
      }
    }
    for figure in figures where figure.proof == .corroborated && isInferred(figure) {
      journal.apply(.corroboration)
      if !isCorroborated(figure, row) {
        journal.fail(
          .corroboration, "amounts", document.id, key: figure.keyText,
          published: "\(figure.amountText) corroborated", "no independent place prints it")
      }
    }
  }

  private func problem(with figure: PublishedFigure, _ row: Int, _ others: [ReadingSpace.Values]) -> String? {
    guard let column = catalogue.ledger.rows[row].columns.firstIndex(of: figure.key.measure) else { return nil }
    let isPlaced = figure.hasStep("align-by-identities")
    if isPlaced || figure.status == .derived, let label = brokenForms[figure.key.form] {
      return "not forced: its form breaks an identity: \(label)"
    }
    let differing = others.filter { $0[column]?.low ?? 0 != figure.amount ?? 0 }
    if isPlaced || figure.status == .derived, !isNarrated(figure),
      let other = differing.first(where: { failure(of: $0, row) == nil })
    {
      return "not forced: \(Self.text(other, catalogue.ledger.rows[row].columns)) satisfies all identities too"
    }
    switch figure.status {
    case .derived: return restored.problem(row: row, column: column)
    case .corrected where figure.steps.contains { $0.stage == "transform" && $0.rule == "misread-digit" }:
      return restored.isGivenTwice(row: row, column: column)
        ? nil : "not forced: no two identities without another cell in common give it"
    case .corrected where !equations(on: figure, row).contains { held[$0] && !catalogue.equations[$0].isAtMost }:
      return "not forced: no identity gives it"
    default: return nil
    }
  }

  private func equations(on figure: PublishedFigure, _ row: Int) -> [Int] {
    guard let column = catalogue.ledger.rows[row].columns.firstIndex(of: figure.key.measure) else { return [] }
    return catalogue.ofRow[row].filter { catalogue.equations[$0].involves(row, column) }
  }

  /// The identity that another reading of a row breaks, with all other rows as published; nil where it breaks none.
  private func failure(of values: ReadingSpace.Values, _ row: Int) -> String? {
    if let claim = BlankColumns.contradiction(of: values, in: row, catalogue.ledger) { return claim }
    if losses[catalogue.ledger.rows[row].form]?.excludes(values, of: row) == true { return "all rows lack one column" }
    let published = catalogue.ledger.rows[row].values
    for index in catalogue.ofRow[row] {
      // An identity that the published values break too excludes nothing.
      if let rest = support.rest(of: index, besides: row), !rest.allows(values), rest.allows(published) {
        return catalogue.equations[index].label
      }
    }
    return nil
  }

  /// Whether the narrative took part in the choice, which identities alone then need not make.
  private func isNarrated(_ figure: PublishedFigure) -> Bool {
    figure.steps.contains { $0.witnesses.contains { NarrativeWitness($0) != nil } }
  }

  private static func text(_ values: ReadingSpace.Values, _ columns: [Measure]) -> String {
    zip(columns, values).compactMap { column, value in
      value.map { "\(column.rawValue) \(Amount(clamping: $0.low))" }
    }.joined(separator: ", ")
  }

  // MARK: corroboration

  /// Whether another place prints the value: an identity with one other printed figure, or the narrative.
  private func isCorroborated(_ figure: PublishedFigure, _ row: Int) -> Bool {
    if isNarrated(figure) { return true }
    return equations(on: figure, row).contains { index in
      let equation = catalogue.equations[index]
      guard held[index], !equation.isAtMost, !equation.isOfRow else { return false }
      let filled = equation.terms.filter { isFilled($0) }
      guard filled.count == 2, let own = filled.first(where: { $0.row == row }),
        let other = filled.first(where: { $0.row != row })
      else { return false }
      return isIndependent(other, of: [Cell(own)])
    }
  }

  private struct Cell: Hashable {
    var row: Int
    var column: Int

    init(_ term: Equation.Term) {
      row = term.row
      column = term.column
    }
  }

  private func isFilled(_ term: Equation.Term) -> Bool {
    catalogue.ledger.rows[term.row].values[term.column] != nil
  }

  /// Whether a cell is printed, or follows from printed ones by identities that do not need the cells `used`.
  private func isIndependent(_ term: Equation.Term, of used: Set<Cell>) -> Bool {
    if catalogue.ledger.rows[term.row].values[term.column]?.isPrinted != false { return true }
    let used = used.union([Cell(term)])
    guard used.count < 6 else { return false }
    return catalogue.ofRow[term.row].contains { index in
      let equation = catalogue.equations[index]
      guard held[index], !equation.isAtMost, equation.involves(term.row, term.column) else { return false }
      let others = equation.terms.filter { isFilled($0) && Cell($0) != Cell(term) }
      return !others.isEmpty && others.allSatisfy { !used.contains(Cell($0)) && isIndependent($0, of: used) }
    }
  }

  // MARK: alternatives

  private func checkAlternatives(
    of repair: PublishedRepair, _ figure: PublishedFigure, _ row: Int, _ others: [ReadingSpace.Values],
    _ journal: inout Journal
  ) {
    guard let column = catalogue.ledger.rows[row].columns.firstIndex(of: figure.key.measure) else { return }
    journal.apply(.alternatives)
    let published = figure.amountText
    for alternative in repair.alternatives where figure.proof != .minimal {
      if alternative != "blank", Decimals.thousandths(alternative) == nil || alternative == published {
        fail("the alternative \(alternative) is no other amount")
      } else if let value = Decimals.thousandths(alternative), replaced(row, column, value).isViable {
        fail("the alternative \(alternative) satisfies all identities too")
      }
    }
    guard !["restore-lost-total", "restore-lost-cell"].contains(repair.rule), figure.status != .corrected else {
      return
    }
    // Which readings with a lost figure there were depends on rows that a release does not hold.
    let mayLose = lossyForms.contains(figure.key.form) && figure.proof != .minimal
    let whole = others.filter { mayLose || !$0.contains { $0?.isPrinted == false } }
    let possible = Set(whole.map { $0[column].map { Amount(clamping: $0.low).description } ?? "blank" })
    for value in possible.subtracting(repair.alternatives).sorted() where value != published {
      fail("the row can also be read with \(value), which is not among the alternatives")
    }

    func fail(_ problem: String) {
      journal.fail(
        .alternatives, "repairs", document.id, key: repair.key,
        published: repair.alternatives.joined(separator: ";"), problem)
    }
  }

  /// The row with another value in one cell, and whether that breaks nothing.
  private func replaced(_ row: Int, _ column: Int, _ value: Int128) -> (values: ReadingSpace.Values, isViable: Bool) {
    var values = catalogue.ledger.rows[row].values
    let slack = values[column]?.slack ?? catalogue.ledger.rows[row].slack
    values[column] = Ledger.Value(low: value, high: value, slack: slack, isPrinted: false)
    return (values, failure(of: values, row) == nil)
  }
}

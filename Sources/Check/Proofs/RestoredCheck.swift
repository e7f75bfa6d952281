import Accounts

/// Checks that a figure which is printed nowhere, and is called forced, follows to the last digit: from two identities
/// that share no other cell, or from one where all other sums of the disclosure are exact.
struct RestoredCheck {
  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// An identity whose cells are all decided.
  private struct Sum {
    var terms: [Equation.Term]
    /// Those of its cells that hold a figure.
    var filled: Set<Cell>
    /// How many of them are not zero.
    var nonzero: Int
    /// Those of them that are not printed, there or elsewhere.
    var derived: Set<Cell>
    var value: Int128
    var holds: Bool
    var forms: Set<Form>
  }

  private let ledger: Ledger
  private var sums: [Sum] = []
  private var ofCell: [Cell: [Int]] = [:]

  /// Evaluates the catalogue, each set of filled cells once.
  init(_ document: PublishedDocument, _ catalogue: Catalogue) {
    ledger = catalogue.ledger
    let twice = Set(document.figures.filter(Self.isPrintedElsewhere).map(\.keyText))
    var seen: Set<Set<Cell>> = []
    for equation in catalogue.equations where !equation.isAtMost {
      let outcome = equation.outcome(in: ledger)
      guard !outcome.hasOpenCell, outcome.filled > 0 else { continue }
      let filled = equation.terms.filter { ledger.rows[$0.row].values[$0.column] != nil }
      let derived = filled.filter { term in
        ledger.rows[term.row].values[term.column]?.isPrinted == false
          && !twice.contains(IdentityCheck.key(of: term, ledger))
      }
      let cells = Set(filled.map(Self.cell))
      guard seen.insert(cells).inserted else { continue }
      for cell in Set(equation.terms.map(Self.cell)) { ofCell[cell, default: []].append(sums.count) }
      sums.append(
        Sum(
          terms: equation.terms, filled: cells,
          nonzero: filled.count { ledger.rows[$0.row].values[$0.column]?.low != 0 },
          derived: Set(derived.map(Self.cell)), value: outcome.low,
          holds: outcome.holds, forms: Set(equation.terms.map { ledger.rows[$0.row].form })))
    }
  }

  private static func cell(_ term: Equation.Term) -> Cell { Cell(row: term.row, column: term.column) }

  /// Whether a restored total names the place that prints it beside the sum that gives it.
  private static func isPrintedElsewhere(_ figure: PublishedFigure) -> Bool {
    figure.steps.contains { $0.rule == "restore-lost-total" && $0.witnesses.count > 1 }
  }

  /// Why the value of a cell is not forced; nil where it is.
  func problem(row: Int, column: Int) -> String? {
    let cell = Cell(row: row, column: column)
    let own = ofCell[cell] ?? []
    if own.contains(where: { !sums[$0].holds }) { return "not forced: an identity that it stands in does not hold" }
    let giving = own.filter { sums[$0].derived.subtracting([cell]).isEmpty }
    guard !giving.isEmpty else { return "not forced: no identity gives it from printed figures" }
    if let other = giving.first(where: { sums[$0].value != 0 }) {
      return "not forced: an identity gives another figure, off by \(Amount(clamping: sums[other].value))"
    }
    let forms = giving.reduce(into: Set<Form>()) { $0.formUnion(sums[$1].forms) }
    return isPair(giving, at: cell) || isExact(within: forms, besides: Set(own))
      ? nil : "not forced: one identity gives it, and the other sums are not all exact"
  }

  /// So many sums that hold to the last digit do so by chance in one disclosure of a hundred at most.
  private static let enough = 16

  /// Whether the other sums of printed figures hold to the last digit: those within some forms, or all.
  private func isExact(within forms: Set<Form>, besides own: Set<Int>) -> Bool {
    let others = sums.indices.filter { index in
      sums[index].holds && sums[index].filled.count > 1 && sums[index].derived.isEmpty && !own.contains(index)
    }
    let near = others.filter { sums[$0].forms.isSubset(of: forms) }
    return [near, others].contains { indices in
      indices.allSatisfy { sums[$0].value == 0 }
        && indices.count { sums[$0].value == 0 && sums[$0].nonzero > 2 } >= Self.enough
    }
  }

  /// Whether two identities that share no other cell give the value of a cell within rounding.
  func isGivenTwice(row: Int, column: Int) -> Bool {
    let cell = Cell(row: row, column: column)
    let giving = (ofCell[cell] ?? []).filter { sums[$0].holds && sums[$0].derived.subtracting([cell]).isEmpty }
    return isPair(giving, at: cell)
  }

  private func isPair(_ giving: [Int], at cell: Cell) -> Bool {
    let others = giving.map { Set(sums[$0].terms.map(Self.cell)).subtracting([cell]) }
    return others.indices.contains { left in
      others.indices.contains { $0 > left && others[$0].isDisjoint(with: others[left]) }
    }
  }
}

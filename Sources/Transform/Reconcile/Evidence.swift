import Accounts

/// What the identities say of each decided cell: how many hold that it takes part in, and how many are broken.
struct Evidence {
  /// What the identities say of one cell.
  struct Cell {
    /// How many different equations hold, which prove more than that a part is at most its whole.
    var support = 0
    /// Whether an equation that the cell stands in is broken, be it blank there or printed.
    var isContested = false
    /// Whether all its equations are off in the last digit, where the others of the disclosure are exact.
    var isOff = false
    /// Whether an identity gives exactly this value from one other printed cell.
    var hasCounterpart = false
  }

  private var cells: CellMap<Cell>
  /// The identities of each cell that hold.
  private var held: CellLists<IdentityID>
  /// The equations, where a restored figure needs them.
  private(set) var equations: Equations?
  /// The names of the identities that are broken or still open.
  private var notHeld: Set<String> = []

  /// The sets of printed cells over which an equation was weighed: the disclosure may print one of the template's.
  private var weighed: Set<CellSet> = []
  /// How many broken identities each form (as an index) stands in.
  private var brokenOfForm: [Int: Int] = [:]

  /// Weighs all identities of a problem, and the rules within its rows, as far as their cells are decided.
  init(_ problem: Problem) {
    cells = CellMap(problem, repeating: Cell())
    held = CellLists(problem)
    var isLoose = false
    for index in problem.identities.indices {
      // Not the identity: it would be copied.
      let terms = problem.identities[index].terms
      let relation = problem.identities[index].relation
      guard let result = problem.evaluate(terms, relation, byCells: true) else {
        notHeld.insert(problem.identities[index].label)
        continue
      }
      note(.identity(index), terms, holds: result.holds, isEquation: relation == .equal, in: problem)
      if !result.holds { notHeld.insert(problem.identities[index].label) }
      if relation == .equal, result.holds, result.sum != .zero { isLoose = true }
      if relation == .equal, result.printed == 2, result.sum == .zero { noteCounterparts(terms, problem) }
    }
    for row in problem.rows.indices {
      let domain = problem.rows[row].domain
      for (index, rule) in problem.rows[row].rules.rules.enumerated() {
        guard rule.terms.allSatisfy({ domain.isAgreed(on: $0.column) }),
          rule.terms.contains(where: { domain[0].values[$0.column] != nil })
        else { continue }
        let holds = problem.rows[row].rules.isHeld(rule, domain[0], problem.rows[row].rounding)
        // A rule that gave a lost figure its value holds by that, and confirms nothing.
        let isGiving = domain.contains { reading in rule.terms.contains { $0.column == reading.lost } }
        note(
          .rule(row: row, index), rule.terms(inRow: row), holds: holds, isEquation: !isGiving, in: problem)
      }
      if domain.first?.lost != nil || !problem.rows[row].restored.isEmpty { isLoose = true }
    }
    guard isLoose else { return }
    let equations = Equations(problem)
    self.equations = equations
    for place in equations.placesOff() { cells[place.row, place.column].isOff = true }
  }

  /// What may be named as a witness: all but the identities that do not hold.
  func witnesses(_ labels: [String]) -> [String] {
    var unique: [String] = []
    for label in labels where !notHeld.contains(label) && !unique.contains(label) { unique.append(label) }
    return unique
  }

  /// The evidence on one cell.
  func of(row: Int, column: Int) -> Cell { cells[row, column] }

  /// Whether any identity holds that the cell takes part in with others.
  func isHeld(row: Int, column: Int) -> Bool { !held.isEmpty(row: row, column: column) }

  /// Those identities in words; `problem` is the one that was weighed.
  func held(row: Int, column: Int, in problem: Problem) -> [String] { held[row, column].map(problem.label) }

  /// How the equations stand to a cell of `problem`.
  func standing(row: Int, column: Int, in problem: Problem) -> Standing {
    let cell = of(row: row, column: column)
    // Not the row: that would be copied.
    let isShort = problem.rows[row].isShort
    let broken = brokenOfForm[problem.rows[row].form, default: 0]
    var standing = Standing(
      support: cell.support, contest: broken > 0 ? .form : brokenOfForm.isEmpty ? .none : .elsewhere, isOff: cell.isOff,
      isByRounding: problem.rows[row].isMinimal || problem.rows[row].printsTwoAmounts
        || cell.support == 0 && isOpenTotal(row, in: problem))
    standing.isPlaced = !problem.rows[row].isSettled
    if cell.isContested {
      standing.contest = .cell
    } else if broken >= Standing.many || broken > 0 && isShort {
      standing.contest = .columns
      standing.isMovable = isShort && problem.rows[row].isMovable
    }
    return standing
  }

  /// Whether a row is a 合计 that stayed open: where its figures stand one above the other, their order says nothing.
  private func isOpenTotal(_ row: Int, in problem: Problem) -> Bool {
    problem.rows[row].row.kind == .total && problem.rows[row].domain.count > 1
      && problem.forms[problem.rows[row].form].form.isBySubject
  }

  /// Enters an identity or a rule at all its cells that print a figure, if there are several.
  private mutating func note(
    _ id: IdentityID, _ terms: [Identity.Term], holds: Bool, isEquation: Bool, in problem: Problem
  ) {
    guard holds else { return contest(terms, problem) }
    let isPrinted = { (term: Identity.Term) in problem.rows[term.row].domain[0].values[term.column] != nil }
    var (printed, set) = (0, CellSet())
    for term in terms where isPrinted(term) {
      printed += 1
      set.insert(row: term.row, column: term.column)
    }
    guard printed > 1 else { return }
    let isNew = isEquation && weighed.insert(set).inserted
    for term in terms where isPrinted(term) {
      held.append(id, row: term.row, column: term.column)
      if isNew { cells[term.row, term.column].support += 1 }
    }
  }

  private mutating func contest(_ terms: [Identity.Term], _ problem: Problem) {
    for term in terms { cells[term.row, term.column].isContested = true }
    for form in Set(terms.map({ problem.rows[$0.row].form })) { brokenOfForm[form, default: 0] += 1 }
  }

  private mutating func noteCounterparts(_ terms: [Identity.Term], _ problem: Problem) {
    let printed = terms.filter { problem.rows[$0.row].domain[0].values[$0.column] != nil }
    guard printed.count == 2, printed[0].row != printed[1].row else { return }
    for (own, other) in [(printed[0], printed[1]), (printed[1], printed[0])] {
      if problem.printsItsValue(other) { cells[own.row, own.column].hasCounterpart = true }
    }
  }
}

extension Problem {
  /// Whether the value of a decided cell is printed there, or corrected with a proof. Where its own column is no more than
  /// the likeliest, it may have been chosen for agreeing.
  fileprivate func printsItsValue(_ cell: Identity.Term) -> Bool {
    guard let figure = rows[cell.row].domain[0].figures[cell.column],
      rows[cell.row].isSettled || !rows[cell.row].isMinimal
    else { return false }
    return rows[cell.row].corrections[cell.column] != nil
      || rows[cell.row].row.figures[figure].amount == rows[cell.row].domain[0].values[cell.column]
  }
}

extension RowVariable {
  /// Whether it prints its one amount twice, and differently.
  fileprivate var printsTwoAmounts: Bool {
    measures.count == 1 && row.figures.contains { $0.amount != row.figures[0].amount }
  }

  /// Whether its figures would balance in other columns too.
  fileprivate var isMovable: Bool {
    guard measures.count > 1, !row.figures.isEmpty else { return false }
    return ReadingEnumerator(rules: rules, measures: measures).balanced(row).count > 1
  }
}

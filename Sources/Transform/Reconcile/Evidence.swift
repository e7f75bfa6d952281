import Accounts

/// What the identities say of each decided cell: how many hold that it takes part in, and how many are broken.
struct Evidence {
  /// The identities of one cell.
  struct Cell {
    var held: [String] = []
    var broken: [String] = []
    /// How many different equations hold, which prove more than that a part is at most its whole.
    var support = 0
    /// Whether an equation that the cell stands in is broken, be it blank there or printed.
    var isContested = false
    /// Whether all its equations are off in the last digit, where the others of the disclosure are exact.
    var isOff = false
    /// An identity that gives exactly this value from one other printed cell.
    var counterpart: String?
  }

  /// By row and column.
  private var cells: [[Cell]]
  /// The equations, where a restored figure needs them.
  private(set) var equations: Equations?
  /// The names of all identities, and of those that hold.
  private var claims: Set<String> = []
  private var held: Set<String> = []

  /// The sets of printed cells over which an equation was weighed: the disclosure may print one of the template's.
  private var weighed: Set<Int> = []
  /// How many broken identities each form (as an index) stands in.
  private var brokenOfForm: [Int: Int] = [:]

  private typealias Place = Equations.Place

  /// Weighs all identities of a decided problem, and the rules within its rows.
  init(_ problem: Problem) {
    cells = problem.rows.map { Array(repeating: Cell(), count: $0.measures.count) }
    var isLoose = false
    for identity in problem.identities {
      claims.insert(identity.label)
      guard let result = problem.evaluate(identity) else { continue }
      if result.holds { held.insert(identity.label) }
      if identity.relation == .equal, result.holds, result.sum != 0 { isLoose = true }
      if !result.holds { contest(identity.terms, problem) }
      guard result.printed > 1 else { continue }
      let printed = identity.terms.filter { problem.rows[$0.row].domain[0].values[$0.column] != nil }
      let isNew = identity.relation == .equal && isNew(printed)
      for term in printed {
        note(
          identity.label, holds: result.holds, isNewEquation: isNew, at: Place(row: term.row, column: term.column))
      }
      if identity.relation == .equal, result.printed == 2, result.sum == 0 { noteCounterparts(identity, problem) }
    }
    for (row, variable) in problem.rows.enumerated() {
      guard let reading = variable.decided else { continue }
      let rules = variable.rules
      for rule in rules.rules {
        let printed = rule.terms.filter { reading.values[$0.column] != nil }
        guard !printed.isEmpty else { continue }
        let holds = rules.isHeld(rule, reading.values, halfUnit: variable.halfUnit)
        if !holds {
          contest(rule.terms.map { Identity.Term(row: row, column: $0.column, coefficient: $0.coefficient) }, problem)
        }
        guard printed.count > 1 else { continue }
        let isNew = isNew(printed.map { Identity.Term(row: row, column: $0.column, coefficient: $0.coefficient) })
        for term in printed {
          note(rule.label, holds: holds, isNewEquation: isNew, at: Place(row: row, column: term.column))
        }
      }
      if reading.lost != nil || !variable.restored.isEmpty { isLoose = true }
    }
    guard isLoose else { return }
    let equations = Equations(problem)
    self.equations = equations
    for place in equations.placesOff() { cells[place.row][place.column].isOff = true }
  }

  /// What may be named as a witness: of the identities those that hold, and what is no identity.
  func witnesses(_ labels: [String]) -> [String] {
    var seen: Set<String> = []
    return labels.filter { (held.contains($0) || !claims.contains($0)) && seen.insert($0).inserted }
  }

  /// The evidence on one cell.
  func of(row: Int, column: Int) -> Cell { cells[row][column] }

  /// How the equations stand to a cell of `problem`.
  func standing(row: Int, column: Int, in problem: Problem) -> Standing {
    let cell = of(row: row, column: column)
    let variable = problem.rows[row]
    let broken = brokenOfForm[variable.form, default: 0]
    var standing = Standing(
      support: cell.support, contest: broken > 0 ? .form : brokenOfForm.isEmpty ? .none : .elsewhere, isOff: cell.isOff,
      isByRounding: variable.isMinimal || variable.printsTwoAmounts
        || isOpenTotal(row, in: problem) && cell.support == 0)
    standing.isPlaced = !variable.isSettled
    if cell.isContested {
      standing.contest = .cell
    } else if broken >= Standing.many || broken > 0 && variable.isShort {
      standing.contest = .columns
      standing.isMovable = variable.isShort && variable.isMovable
    }
    return standing
  }

  /// Whether a row is a 合计 that stayed open: where its figures stand one above the other, their order says nothing.
  private func isOpenTotal(_ row: Int, in problem: Problem) -> Bool {
    let variable = problem.rows[row]
    return variable.row.kind == .total && variable.domain.count > 1 && problem.forms[variable.form].form.isBySubject
  }

  private mutating func isNew(_ printed: [Identity.Term]) -> Bool {
    // Cells are mixed so that sets of neighbours do not cancel (Fibonacci hashing); a clash only costs a confirmation.
    weighed.insert(printed.reduce(0) { $0 ^ ($1.row << 5 | $1.column) &* 0x1E37_79B9_7F4A_7C15 }).inserted
  }

  private mutating func contest(_ terms: [Identity.Term], _ problem: Problem) {
    for term in terms { cells[term.row][term.column].isContested = true }
    for form in Set(terms.map({ problem.rows[$0.row].form })) { brokenOfForm[form, default: 0] += 1 }
  }

  private mutating func note(_ label: String, holds: Bool, isNewEquation: Bool, at place: Place) {
    guard holds else {
      cells[place.row][place.column].broken.append(label)
      return
    }
    cells[place.row][place.column].held.append(label)
    if isNewEquation { cells[place.row][place.column].support += 1 }
  }

  private mutating func noteCounterparts(_ identity: Identity, _ problem: Problem) {
    let printed = identity.terms.filter { problem.rows[$0.row].decided?.values[$0.column] != nil }
    guard printed.count == 2, printed[0].row != printed[1].row else { return }
    for (own, other) in [(printed[0], printed[1]), (printed[1], printed[0])] {
      let isPrinted = problem.rows[other.row].decided?.figures[other.column] != nil
      if isPrinted { cells[own.row][own.column].counterpart = identity.label }
    }
  }
}

extension RowVariable {
  /// Whether it prints its one amount twice, and differently.
  fileprivate var printsTwoAmounts: Bool {
    measures.count == 1 && Set(row.figures.lazy.map(\.amount)).count > 1
  }

  /// Whether its figures would balance in other columns too.
  fileprivate var isMovable: Bool {
    guard measures.count > 1, !row.figures.isEmpty else { return false }
    return ReadingEnumerator(rules: rules, measures: measures).readings(of: row).count { $0.lost == nil } > 1
  }
}

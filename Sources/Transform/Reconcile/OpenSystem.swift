import Accounts

/// The open rows of a problem as variables, and what constrains them.
struct OpenSystem {
  /// For each variable the row of the problem.
  private(set) var rows: [Int] = []
  /// For each row of the problem its variable; -1 for one that is not open.
  private let variableOfRow: [Int]
  private(set) var sums: [SumConstraint] = []
  private(set) var losses: [LostColumn] = []
  /// For each variable the constraints that it takes part in: sums first, lost columns behind them.
  private(set) var touching: [[Int]]

  /// Sets up the identities and statements of `problem` that an open row takes part in.
  init(_ problem: Problem) {
    var variableOfRow = Array(repeating: -1, count: problem.rows.count)
    for row in problem.rows.indices where problem.rows[row].domain.count > 1 {
      variableOfRow[row] = rows.count
      rows.append(row)
    }
    self.variableOfRow = variableOfRow
    touching = Array(repeating: [], count: rows.count)
    guard !rows.isEmpty else { return }
    for index in problem.identities.indices {
      let sum = SumConstraint(id: .identity(index), relation: problem.identities[index].relation)
      add(sum, problem.identities[index].terms, problem, variableOfRow)
    }
    for (index, statement) in problem.statements.enumerated() {
      let sum = SumConstraint(
        id: .statement(index), relation: .equal, constant: -statement.value, slack: statement.halfUnit)
      add(sum, statement.terms, problem, variableOfRow)
    }
    // Sums of few rows are the cheapest to follow, and what they exclude makes the others smaller.
    sums.sort { $0.shares.count < $1.shares.count }
    addLosses(problem, variableOfRow)
    for (index, sum) in sums.enumerated() { for share in sum.shares { touching[share.variable].append(index) } }
    for (index, loss) in losses.enumerated() {
      for row in loss.rows { touching[row.variable].append(sums.count + index) }
    }
  }

  /// The variable of a row of the problem; nil where it is not open.
  func variable(of row: Int) -> Int? { variableOfRow[row] < 0 ? nil : variableOfRow[row] }

  /// Adds a constraint over terms, those of one row together, unless no open row or a row without any reading takes
  /// part in it.
  private mutating func add(
    _ empty: SumConstraint, _ terms: [Identity.Term], _ problem: Problem, _ variableOfRow: [Int]
  ) {
    guard terms.contains(where: { variableOfRow[$0.row] >= 0 }),
      // What a figure that cannot be read stands in says nothing.
      !terms.contains(where: { problem.rows[$0.row].domain.mayBeUnknown($0.column) })
    else { return }
    var sum = empty
    for term in terms {
      if problem.rows[term.row].isMinimal { sum.restsOnGuess = true }
      let variable = variableOfRow[term.row]
      if variable >= 0 {
        let share = sum.shares.firstIndex { $0.variable == variable } ?? sum.shares.count
        if share == sum.shares.count {
          sum.shares.append(SumConstraint.Share(variable, readings: problem.rows[term.row].domain.count))
        }
        sum.shares[share].add(term, problem.rows[term.row].domain, problem.rows[term.row].rounding)
      } else {
        if problem.rows[term.row].domain.isEmpty { return }
        guard let value = problem.rows[term.row].domain[0].values[term.column] else { continue }
        sum.constant += value * term.coefficient
        sum.slack += problem.rows[term.row].domain[0].slack(term.column, problem.rows[term.row].rounding)
      }
    }
    sum.foldSettled()
    if !sum.shares.isEmpty { sums.append(sum) }
  }

  private mutating func addLosses(_ problem: Problem, _ variableOfRow: [Int]) {
    var losses = problem.forms.indices.map { LostColumn(form: $0) }
    for row in problem.rows.indices where problem.rows[row].losesByColumn && !problem.rows[row].domain.isEmpty {
      let ways = problem.rows[row].domain.map(LostColumn.ways)
      if variableOfRow[row] >= 0 {
        losses[problem.rows[row].form].rows.append((variableOfRow[row], ways))
      } else {
        losses[problem.rows[row].form].ways &= ways[0]
      }
    }
    self.losses = losses.filter { loss in loss.rows.contains { row in row.ways.contains { $0 & 1 == 0 } } }
  }
}

extension SumConstraint.Share {
  /// Adds a cell of the open row, whose readings are `domain`, to what each reading gives.
  fileprivate mutating func add(_ term: Identity.Term, _ domain: [Reading], _ rounding: Rounding) {
    for reading in domain.indices {
      guard let value = domain[reading].values[term.column] else { continue }
      readings[reading].sum += value * term.coefficient
      readings[reading].slack += domain[reading].slack(term.column, rounding)
    }
  }
}

import Accounts

/// The open rows of a problem as variables, and what constrains them.
struct OpenSystem {
  /// For each variable the row of the problem.
  private(set) var rows: [Int] = []
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
    touching = Array(repeating: [], count: rows.count)
    guard !rows.isEmpty else { return }
    let cells = rows.map { OpenCells(problem.rows[$0]) }
    for identity in problem.identities {
      let sum = SumConstraint(label: identity.label, relation: identity.relation)
      add(sum, identity.terms, problem, variableOfRow, cells)
    }
    for statement in problem.statements {
      let sum = SumConstraint(
        label: statement.label, relation: .equal, constant: -statement.value, slack: statement.halfUnit)
      add(sum, statement.terms, problem, variableOfRow, cells)
    }
    // Sums of few rows are the cheapest to follow, and what they exclude makes the others smaller.
    sums.sort { $0.shares.count < $1.shares.count }
    addLosses(problem, variableOfRow)
    for (index, sum) in sums.enumerated() { for share in sum.shares { touching[share.variable].append(index) } }
    for (index, loss) in losses.enumerated() {
      for row in loss.rows { touching[row.variable].append(sums.count + index) }
    }
  }

  /// Adds a constraint over terms, those of one row together, unless no open row or a row without any reading takes
  /// part in it.
  private mutating func add(
    _ empty: SumConstraint, _ terms: [Identity.Term], _ problem: Problem, _ variableOfRow: [Int], _ cells: [OpenCells]
  ) {
    var sum = empty
    for term in terms {
      let variable = variableOfRow[term.row]
      if variable >= 0 {
        let share = sum.shares.firstIndex { $0.variable == variable } ?? sum.shares.count
        if share == sum.shares.count {
          sum.shares.append(SumConstraint.Share(variable, readings: cells[variable].count))
        }
        cells[variable].add(term.column, term.coefficient, to: &sum.shares[share])
      } else {
        guard let value = problem.rows[term.row].domain.first?.values[term.column] else {
          if problem.rows[term.row].domain.isEmpty { return }
          continue
        }
        sum.constant += value * term.coefficient
        sum.slack += problem.rows[term.row].domain[0].slack(term.column, halfUnit: problem.rows[term.row].halfUnit)
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

/// The values of an open row by reading and column, in one piece of memory.
private struct OpenCells {
  /// How many readings there are.
  let count: Int
  private let columns: Int
  private var values: [Int64] = []
  private var slacks: [Int64] = []

  init(_ row: RowVariable) {
    count = row.domain.count
    columns = row.measures.count
    values.reserveCapacity(columns * count)
    slacks.reserveCapacity(columns * count)
    for reading in row.domain {
      for (column, value) in reading.values.enumerated() {
        values.append(value ?? 0)
        slacks.append(value == nil ? 0 : reading.slack(column, halfUnit: row.halfUnit))
      }
    }
  }

  /// Adds a column, times a coefficient, to the sums of a share.
  func add(_ column: Int, _ coefficient: Int64, to share: inout SumConstraint.Share) {
    for reading in 0..<count {
      share.sums[reading] += values[reading * columns + column] * coefficient
      share.slacks[reading] += slacks[reading * columns + column]
    }
  }
}

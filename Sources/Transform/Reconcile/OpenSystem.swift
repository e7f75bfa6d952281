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
    for identity in problem.identities {
      var sum = SumConstraint(label: identity.label, relation: identity.relation)
      if Self.add(identity.terms, to: &sum, problem, variableOfRow), !sum.shares.isEmpty { sums.append(sum) }
    }
    for statement in problem.statements {
      var sum = SumConstraint(
        label: statement.label, relation: .equal, constant: -statement.value, slack: statement.halfUnit)
      if Self.add(statement.terms, to: &sum, problem, variableOfRow), !sum.shares.isEmpty { sums.append(sum) }
    }
    addLosses(problem, variableOfRow)
    for (index, sum) in sums.enumerated() { for share in sum.shares { touching[share.variable].append(index) } }
    for (index, loss) in losses.enumerated() {
      for row in loss.rows { touching[row.variable].append(sums.count + index) }
    }
  }

  /// Adds the terms of an identity, those of one row together; false where a row has no reading at all.
  private static func add(
    _ terms: [Identity.Term], to sum: inout SumConstraint, _ problem: Problem, _ variableOfRow: [Int]
  ) -> Bool {
    for term in terms {
      let variable = variableOfRow[term.row]
      guard variable < 0 else {
        let share = sum.shares.firstIndex { $0.variable == variable } ?? sum.shares.count
        if share == sum.shares.count {
          let none = Array(repeating: Int64(0), count: problem.rows[term.row].domain.count)
          sum.shares.append(SumConstraint.Share(variable: variable, sums: none, slacks: none))
        }
        for (index, reading) in problem.rows[term.row].domain.enumerated() {
          guard let value = reading.values[term.column] else { continue }
          sum.shares[share].sums[index] += value * term.coefficient
          sum.shares[share].slacks[index] += problem.rows[term.row].slack(of: reading, term.column)
        }
        continue
      }
      guard let reading = problem.rows[term.row].domain.first else { return false }
      guard let value = reading.values[term.column] else { continue }
      sum.constant += value * term.coefficient
      sum.slack += problem.rows[term.row].slack(of: reading, term.column)
    }
    return true
  }

  private mutating func addLosses(_ problem: Problem, _ variableOfRow: [Int]) {
    var losses = problem.forms.indices.map { LostColumn(form: $0) }
    for (index, row) in problem.rows.enumerated() where row.losesByColumn && !row.domain.isEmpty {
      let ways = row.domain.map(LostColumn.ways)
      if variableOfRow[index] >= 0 {
        losses[row.form].rows.append((variableOfRow[index], ways))
      } else {
        losses[row.form].ways &= ways[0]
      }
    }
    self.losses = losses.filter { loss in loss.rows.contains { row in row.ways.contains { $0 & 1 == 0 } } }
  }
}

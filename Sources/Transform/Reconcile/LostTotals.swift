import Accounts

/// Restores the 合计 row of a form that lost it: from the sum of its rows, and from forms that print the same figure.
struct LostTotals {
  /// Gives each lost total of `problem` the values that its identities agree on.
  static func restore(in problem: inout Problem) {
    for row in problem.rows.indices where problem.rows[row].domain.isEmpty && isTotal(row, problem) {
      let figures = problem.rows[row].row.figures
      guard figures.isEmpty else { continue }
      var reading = Reading.blank(problem.rows[row].measures.count)
      var witnesses: [Int: [String]] = [:]
      for column in problem.rows[row].measures.indices {
        guard let sum = sum(of: row, column, problem) else { continue }
        let witness =
          counterpart(of: row, column, near: sum, problem) ?? statement(of: row, column, near: sum, problem)
        let value = witness?.value ?? sum.value
        guard value.isReadable, value != .zero || sum.isPrinted else { continue }
        reading.values[column] = value
        witnesses[column] = [sum.label] + (witness.map { [$0.label] } ?? [])
      }
      guard !witnesses.isEmpty else { continue }
      problem.rows[row].domain = [reading]
      problem.rows[row].restored = witnesses
    }
  }

  private static func isTotal(_ row: Int, _ problem: Problem) -> Bool {
    problem.rows[row].row.kind == .total && problem.forms[problem.rows[row].form].form.isBySubject
  }

  /// The sum of the rows below 合计, and whether all of them print the column, zeros too.
  private struct Sum {
    var value: Amount
    var tolerance: Amount
    var label: String
    var parts: [Identity.Term]
    var isPrinted: Bool
  }

  /// What the tree gives: the sum of the rows right below 合计, all of them decided.
  private static func sum(
    of row: Int, _ column: Int, _ problem: Problem
  ) -> Sum? {
    guard
      let identity = problem.identities.first(where: {
        $0.rule == .treeIdentityBroken && $0.terms.first.map { $0.row == row && $0.column == column } == true
      })
    else { return nil }
    var value = Amount.zero
    var tolerance = Amount.zero
    var isPrinted = true
    for term in identity.terms.dropFirst() {
      guard let reading = problem.rows[term.row].decided, !reading.isUnknown(term.column) else { return nil }
      if reading.values[term.column] == nil { isPrinted = false }
      value += reading.values[term.column] ?? .zero
      tolerance += problem.rows[term.row].halfUnit
    }
    return Sum(
      value: value, tolerance: tolerance, label: identity.label, parts: Array(identity.terms.dropFirst()),
      isPrinted: isPrinted)
  }

  /// What the narrative states of the total to the last digit that the form prints, where it lies within the rounding of
  /// the sum; nil where it states several such amounts.
  private static func statement(
    of row: Int, _ column: Int, near sum: Sum, _ problem: Problem
  ) -> (value: Amount, label: String)? {
    let places = sum.parts.map { Equations.Place(row: $0.row, column: $0.column) }
    let near = problem.statements.filter { statement in
      // Where the total is lost, a statement of it holds the rows below it instead.
      statement.terms.map { Equations.Place(row: $0.row, column: $0.column) } == places
        && statement.halfUnit <= problem.rows[row].halfUnit
        && (statement.value - sum.value).magnitude <= sum.tolerance + problem.rows[row].halfUnit
    }
    guard let first = near.first, near.allSatisfy({ $0.value == first.value }) else { return nil }
    return (first.value, "\(first.label): \(first.value)")
  }

  /// The same figure in another form, where it lies within the rounding of the sum.
  private static func counterpart(
    of row: Int, _ column: Int, near sum: Sum, _ problem: Problem
  ) -> (value: Amount, label: String)? {
    for identity in problem.identities where identity.rule == .crossFormIdentityBroken && identity.relation == .equal {
      // Where the total is lost, an identity over it holds the rows below it instead.
      let own = identity.terms.filter { term in
        term.row == row && term.column == column
          || sum.parts.contains { $0.row == term.row && $0.column == term.column }
      }
      guard let coefficient = own.first?.coefficient,
        own.count == 1 && own[0].row == row || own.count == sum.parts.count
      else { continue }
      let others = identity.terms.filter { term in
        !own.contains { $0.row == term.row && $0.column == term.column }
      }
      var value = Amount.zero
      var printed = 0
      var slack = sum.tolerance
      for term in others {
        guard let reading = problem.rows[term.row].decided, !reading.isUnknown(term.column) else { return nil }
        if let part = reading.values[term.column] {
          // What was restored itself prints nothing.
          guard reading.figures[term.column] != nil else { return nil }
          value -= part * (term.coefficient * coefficient)
          printed += 1
          slack += problem.rows[term.row].halfUnit
        }
      }
      if printed == 1, (value - sum.value).magnitude <= slack { return (value, identity.label) }
    }
    return nil
  }
}

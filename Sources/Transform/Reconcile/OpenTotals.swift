import Accounts

/// What another form prints of a 合计 row that was not read at first: of the total where it was decided in the end, and
/// of the rows below it where it stayed open.
enum OpenTotals {
  /// The totals with figures that balance in no way, so that the rows below stand for them.
  static func printed(in problem: Problem) -> Set<Int> {
    Set(
      problem.rows.indices.filter {
        problem.rows[$0].row.kind == .total && !problem.rows[$0].row.figures.isEmpty && problem.rows[$0].domain.isEmpty
      })
  }

  /// Sets up the identities of decided totals that were `unread`, and those of totals that stayed open.
  static func settle(_ problem: inout Problem, unread: Set<Int>) {
    let late = unread.filter { problem.rows[$0].decided != nil }
    if !late.isEmpty {
      let anew = IdentityCatalogue.identities(for: problem, PrintedRows(problem)).filter { identity in
        identity.rule == .crossFormIdentityBroken && identity.terms.first.map { late.contains($0.row) } == true
      }
      let labels = Set(anew.map(\.label))
      problem.identities.removeAll { labels.contains($0.label) }
      problem.identities += anew
    }
    problem.identities += identities(over: problem)
  }

  /// The identities of one such total with lines of another form, with the parts in the place of the total.
  private static func identities(over problem: Problem) -> [Identity] {
    let open = Set(
      problem.rows.indices.filter { problem.rows[$0].row.kind == .total && problem.rows[$0].decided == nil })
    guard !open.isEmpty else { return [] }
    let sums = problem.identities.filter { identity in
      identity.rule == .treeIdentityBroken && identity.terms.first.map { open.contains($0.row) } == true
    }
    return problem.identities.compactMap { identity in
      guard identity.rule == .crossFormIdentityBroken, let total = identity.terms.first, open.contains(total.row),
        !identity.terms.dropFirst().contains(where: { problem.rows[$0.row].row.kind == .total }),
        let sum = sums.first(where: { $0.terms[0].row == total.row && $0.terms[0].column == total.column })
      else { return nil }
      var identity = identity
      let parts = sum.terms.dropFirst().map {
        Identity.Term(row: $0.row, column: $0.column, coefficient: -$0.coefficient * total.coefficient)
      }
      identity.terms.replaceSubrange(0..<1, with: parts)
      return identity
    }
  }
}

/// Forms whose rows were read as if they had lost a column, and contradict much else by that.
///
/// One misprinted row can leave all rows the wrong column to agree on: sums of lines hold whatever their columns are
/// called, and only other forms tell. So each column that may be the lost one is tried, without the rows that do not
/// fit it, and the one that breaks by far the fewest equations is taken.
enum LostColumns {
  /// Reads such forms anew.
  ///
  /// - Parameter undecided: the problem before anything was decided; afterwards with what was chosen here.
  static func settle(_ problem: inout Problem, undecided: inout Problem, by decide: (inout Problem) -> Void) {
    for form in problem.forms.indices {
      let rows = problem.printedRows(of: form)
      guard rows.contains(where: { problem.rows[$0].losesByColumn && problem.rows[$0].decided?.lost != nil }) else {
        continue
      }
      let broken = contradictions(in: problem)
      guard broken >= Standing.many else { continue }
      let trials = (0...problem.forms[form].measures.count).compactMap { way -> Trial? in
        guard let start = restricted(undecided, rows, to: 1 << LostColumn.Ways(way)) else { return nil }
        var decided = start
        decide(&decided)
        return Trial(start: start, decided: decided, broken: contradictions(in: decided))
      }
      guard let best = trials.min(by: { $0.broken < $1.broken }), best.broken * 2 <= broken,
        trials.count(where: { $0.broken == best.broken }) == 1
      else { continue }
      (problem, undecided) = (best.decided, best.start)
    }
  }

  private static func contradictions(in problem: Problem) -> Int {
    Equations(problem).brokenCount
      + problem.identities.count { $0.relation == .atMost && problem.evaluate($0)?.holds == false }
  }

  /// One way in which the form may have lost a column.
  private struct Trial {
    var start: Problem
    var decided: Problem
    var broken: Int
  }

  /// The problem where `rows` have the readings of some ways only; rows that have none take no part. Nil where those are
  /// more than one in five.
  private static func restricted(_ problem: Problem, _ rows: [Int], to ways: LostColumn.Ways) -> Problem? {
    var trial = problem
    var misfits = 0
    for row in rows where !problem.rows[row].isSettled {
      let variable = problem.rows[row]
      let readings = variable.domain.isEmpty ? variable.considered : variable.domain
      trial.rows[row].domain = readings.filter { variable.misread($0) == nil && LostColumn.ways($0) & ways != 0 }
      if trial.rows[row].domain.isEmpty { misfits += 1 }
      // That the others fit it is no proof.
      trial.rows[row].isMinimal = true
    }
    return misfits * 5 <= rows.count ? trial : nil
  }
}

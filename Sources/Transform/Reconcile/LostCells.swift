import Accounts

/// Restores single figures that an export left blank in rows that it printed.
///
/// A cell is filled only where every equation that it stands in lacks the same amount, two of them share no other
/// cell, and no other cell explains as much. A row that a form does not have is never added.
enum LostCells {
  /// Fills such cells of `problem`; where rounding leaves several values, all of them stay possible.
  static func restore(in problem: inout Problem) {
    guard problem.isBroken else { return }
    var isChanged = true
    var trials = TransformLimits.trials(rows: problem.rows.count)
    while isChanged {
      guard trials > 0 else { return problem.abstain("So many cells were lost that not all were looked for.") }
      trials -= 1
      isChanged = false
      let equations = Equations(problem)
      let suspects = Suspect.all(in: problem, equations)
      for suspect in suspects where isLost(suspect, among: suspects, equations, problem) {
        fill(suspect, equations, &problem)
        isChanged = problem.rows[suspect.place.row].decided != nil
        break
      }
    }
  }

  private static func isLost(
    _ suspect: Suspect, among suspects: [Suspect], _ equations: Equations, _ problem: Problem
  ) -> Bool {
    let variable = problem.rows[suspect.place.row]
    guard suspect.printed == nil, variable.decided?.isBlank(suspect.place.column) == true, variable.row.key != nil,
      !variable.row.figures.isEmpty, suspect.demanded.lowerBound > .zero,
      suspect.demanded.upperBound.isReadable, !values(of: suspect, problem).isEmpty,
      equations.hasIndependentPair(suspect.equations, at: suspect.place)
    else { return false }
    return suspects.allSatisfy { other in
      other.place == suspect.place || suspect.outdoes(other)
        || !other.equations.contains(where: suspect.equations.contains)
    }
  }

  private static func fill(_ suspect: Suspect, _ equations: Equations, _ problem: inout Problem) {
    let (row, column) = (suspect.place.row, suspect.place.column)
    guard let reading = problem.rows[row].decided else { return }
    problem.rows[row].domain = values(of: suspect, problem).map {
      var filled = reading
      filled.values[column] = $0
      return filled
    }
    problem.rows[row].restored[column] = suspect.equations.map { equations.label($0, in: problem) }
  }

  /// The values in steps of the row's last digit that a suspect may have; none where they are too many to be a figure.
  private static func values(of suspect: Suspect, _ problem: Problem) -> [Amount] {
    let (low, high) = (suspect.demanded.lowerBound, suspect.demanded.upperBound)
    let unit = max(problem.rows[suspect.place.row].halfUnit * 2, .thousandth)
    guard let middle = (low + high).quotient(by: unit * 2), let steps = (high - low).quotient(by: unit * 2),
      steps <= mostSteps
    else { return [] }
    return (-steps...steps).map { unit * (middle + $0) }
  }

  /// What sums of a whole form leave open is a few hundred times its last digit.
  private static let mostSteps = 1_000
}

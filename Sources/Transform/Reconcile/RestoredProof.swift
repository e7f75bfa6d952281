import Accounts

/// What proves a figure that is not printed in its place.
enum RestoredProof {
  /// An independent place prints it.
  case corroborated
  /// Two independent sums give it to the last digit, or one does in a disclosure whose sums are all exact.
  case forced
  /// One sum gives it, and nothing says how its figures were rounded.
  case minimal
  /// One sum gives it, of figures that were rounded each on its own: it may be any of these.
  case range(ClosedRange<Int64>)

  /// Weighs the equations of the restored cell at `place`.
  init(at place: Equations.Place, in problem: Problem, _ equations: Equations, isPrintedElsewhere: Bool) {
    let variable = problem.rows[place.row]
    let own = equations.ofPlace[place] ?? []
    let sums = equations.printed(own, besides: place)
    guard own.allSatisfy({ equations.all[$0].holds }), let value = variable.decided?.values[place.column] else {
      self = .minimal
      return
    }
    if isPrintedElsewhere {
      // Figures that were rounded each on its own may differ in the last digit from one place to the other.
      self = own.allSatisfy { equations.all[$0].sum == 0 } ? .corroborated : .minimal
      return
    }
    let forms = sums.reduce(0) { $0 | equations.all[$1].forms }
    let isGiven = !sums.isEmpty && sums.allSatisfy { equations.all[$0].sum == 0 }
    let hasPair = equations.hasIndependentPair(own, at: place)
    switch equations.rounding(of: forms, besides: own) {
    case .exact: self = isGiven ? .forced : .minimal
    case .unknown: self = isGiven && hasPair ? .forced : .minimal
    case .loose:
      let unit = variable.halfUnit * 2
      let slack = sums.map { equations.all[$0].printed }.min().map { Int64($0) * variable.halfUnit } ?? 0
      let steps = hasPair || unit == 0 ? 0 : slack / unit
      self = steps > 0 ? .range((value - steps * unit)...(value + steps * unit)) : .minimal
    }
  }
}

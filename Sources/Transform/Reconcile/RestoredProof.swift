import Accounts

/// What proves a figure that is not printed in its place.
enum RestoredProof {
  /// An independent place prints it.
  case corroborated
  /// Two independent sums give it to the last digit, or one does in a disclosure whose sums are all exact.
  case forced
  /// Sums give it, and nothing says how their figures were rounded.
  case minimal
  /// Sums give it, of figures that were rounded each on its own, or sums that contradict each other: it may be any of
  /// these.
  case range(ClosedRange<Amount>)

  /// Weighs the equations of the restored cell at `place`.
  init(at place: Equations.Place, in problem: Problem, _ equations: Equations, isPrintedElsewhere: Bool) {
    let variable = problem.rows[place.row]
    let own = equations.indices(at: place)
    let sums = equations.printed(own, besides: place)
    guard let value = variable.decided?.values[place.column] else {
      self = .minimal
      return
    }
    guard sums.allSatisfy({ equations.all[$0].holds }) else {
      let given = sums.map { value - equations.all[$0].sum * equations.all[$0].coefficient(at: place) } + [value]
      self = .range((given.min() ?? value)...(given.max() ?? value))
      return
    }
    guard own.allSatisfy({ equations.all[$0].holds }) else {
      self = .minimal
      return
    }
    if isPrintedElsewhere, own.allSatisfy({ equations.all[$0].sum == .zero }) {
      self = .corroborated
      return
    }
    let forms = sums.reduce(0) { $0 | equations.all[$1].forms }
    let isGiven = !sums.isEmpty && sums.allSatisfy { equations.all[$0].sum == .zero }
    switch equations.rounding(of: forms, besides: own) {
    case .exact: self = isGiven ? .forced : .minimal
    case .unknown: self = isGiven && equations.hasIndependentPair(own, at: place) ? .forced : .minimal
    case .loose:
      let possible = Self.values(at: place, near: value, unit: variable.halfUnit * 2, sums.map { equations.all[$0] })
      self = possible.map { .range($0) } ?? .minimal
    }
  }

  /// The values on the grid of `unit` that all sums through a place allow, where each of their figures may have been
  /// rounded on its own; nil where they allow one only, or contradict each other.
  private static func values(
    at place: Equations.Place, near value: Amount, unit: Amount, _ sums: [Equations.Equation]
  ) -> ClosedRange<Amount>? {
    guard !sums.isEmpty else { return nil }
    var (low, high) = (-Amount.beyond, Amount.beyond)
    for sum in sums {
      let exact = value - sum.sum * sum.coefficient(at: place)
      guard let slack = sum.tolerance.cut(to: unit) else { return nil }
      low = max(low, exact - slack)
      high = min(high, exact + slack)
    }
    return low < high ? low...high : nil
  }
}

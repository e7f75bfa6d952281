import Accounts

/// A cell that could be wrong alone: every equation that it stands in is broken, and one change mends them all.
struct Suspect {
  var place: Equations.Place
  /// Its equations, all of them broken.
  var equations: [Int]
  /// By how much its value would have to change.
  var change: ClosedRange<Amount>
  /// The figure that is printed there; nil where the cell is blank or was restored.
  var printed: PrintedFigure?
  /// Its value as it stands; zero where blank.
  var value: Amount
  /// The values that differ from the printed one in one digit and mend all its equations.
  var oneDigit: [Amount] = []

  /// The value that it would have to have.
  var demanded: ClosedRange<Amount> { (value + change.lowerBound)...(value + change.upperBound) }
}

extension Suspect {
  /// The suspects of a problem: cells whose equations are all broken and agree in what they demand. None where there
  /// are too many to weigh against each other.
  static func all(in problem: Problem, _ equations: Equations) -> [Suspect] {
    upToLimit(in: problem, equations) ?? []
  }

  /// The same; nil where there are too many.
  static func upToLimit(in problem: Problem, _ equations: Equations) -> [Suspect]? {
    var seen: Set<Equations.Place> = []
    var suspects: [Suspect] = []
    for equation in equations.all where !equation.holds {
      for place in equation.places where seen.insert(place).inserted {
        guard suspects.count <= TransformLimits.mostSuspects else { return nil }
        if let suspect = suspect(at: place, problem, equations) { suspects.append(suspect) }
      }
    }
    return suspects
  }

  private static func suspect(
    at place: Equations.Place, _ problem: Problem, _ equations: Equations
  ) -> Suspect? {
    guard let reading = problem.rows[place.row].decided else { return nil }
    let own = equations.indices(at: place)
    var low = -Amount.beyond
    var high = Amount.beyond
    for index in own {
      let equation = equations.all[index]
      let isExact = equations.rounding(of: equation.forms, besides: own) == .exact
      // Among sums that hold to the last digit, one that rounding would excuse is off too.
      guard isExact ? equation.sum != .zero : !equation.holds else { return nil }
      let coefficient = equation.coefficient(at: place)
      guard coefficient.magnitude == 1 else { return nil }
      let blank = reading.values[place.column] == nil ? problem.rows[place.row].halfUnit : .zero
      let slack = isExact ? .zero : equation.tolerance + blank
      low = max(low, -equation.sum * coefficient - slack)
      high = min(high, -equation.sum * coefficient + slack)
    }
    guard low <= high else { return nil }
    let figure = reading.figures[place.column].map { problem.rows[place.row].row.figures[$0] }
    var suspect = Suspect(
      place: place, equations: own, change: low...high, printed: figure, value: reading.values[place.column] ?? .zero)
    if let figure, figure.amount == suspect.value {
      suspect.oneDigit = OneDigitChanges.values(of: figure, in: suspect.demanded)
        .filter { problem.keepsBounds(at: place, value: $0) }
    }
    return suspect
  }

  /// Whether this suspect explains the broken equations of `other` and more besides.
  func outdoes(_ other: Suspect) -> Bool {
    other.equations.count < equations.count && other.equations.allSatisfy(equations.contains)
  }
}

extension Problem {
  /// Whether no part is more than its whole once the cell at `place` has this value.
  fileprivate func keepsBounds(at place: Equations.Place, value: Amount) -> Bool {
    var changed = self.rows[place.row].domain[0]
    changed.values[place.column] = value
    for identity in identities where identity.relation == .atMost {
      guard identity.terms.contains(where: { $0.row == place.row && $0.column == place.column }) else { continue }
      var copy = self
      copy.rows[place.row].domain = [changed]
      if copy.evaluate(identity)?.holds == false { return false }
    }
    return true
  }
}

import Accounts

/// The equations that a problem can be asked for: the identities between its decided rows, and the rules within them.
struct Equations {
  /// The place of a cell: its row among the variables of the problem, and its column.
  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// One equation with what it comes to.
  struct Equation {
    fileprivate var id: IdentityID
    /// Its cells, blank ones too.
    var terms: [Identity.Term]
    /// The sum of its terms.
    var sum: Amount
    /// How far the rounding of its figures can bring the sum from zero.
    var tolerance: Amount
    /// How many of its cells hold a figure, and one that is not zero.
    var printed: Int
    var nonzero: Int
    /// Those of its cells whose figure is printed nowhere but was restored from sums: they prove nothing of their own.
    var derived: [Place]
    /// The forms that it spans, one bit each.
    var forms: UInt32

    /// Whether it holds within rounding.
    var holds: Bool { sum.magnitude <= tolerance }
    /// By how much its sum grows with the cell at `place`.
    func coefficient(at place: Place) -> Int64 {
      terms.reduce(0) { $0 + ($1.row == place.row && $1.column == place.column ? $1.coefficient : 0) }
    }

    /// Its cells.
    var places: [Place] { terms.map { Place(row: $0.row, column: $0.column) } }
  }

  /// The equations, each set of printed cells once.
  private(set) var all: [Equation] = []
  /// The equations of each cell, as indices.
  private var ofCell: CellLists<Int>
  /// How the equations that tell of rounding hold, by the forms that they span.
  private var tallies: [UInt32: Tally] = [:]

  /// How many equations hold to the last digit, and how many within rounding only.
  private struct Tally {
    var exact = 0
    var loose = 0

    mutating func count(_ equation: Equation, times count: Int) {
      guard equation.holds, equation.printed > 1, equation.derived.isEmpty else { return }
      if equation.sum != .zero {
        loose += count
      } else if equation.nonzero > 2 {
        exact += count
      }
    }
  }

  /// Evaluates all equations of `problem` whose cells are decided, be it by rows all of whose readings agree on them.
  init(_ problem: Problem) {
    ofCell = CellLists(problem)
    var seen: Set<CellSet> = []
    for index in problem.identities.indices where problem.identities[index].relation == .equal {
      add(problem.identities[index].terms, .identity(index), problem, &seen)
    }
    for row in problem.rows.indices where !problem.rows[row].domain.isEmpty {
      for (index, rule) in problem.rows[row].rules.rules.enumerated() {
        add(rule.terms(inRow: row), .rule(row: row, index), problem, &seen)
      }
    }
  }

  private mutating func add(
    _ terms: [Identity.Term], _ id: IdentityID, _ problem: Problem, _ seen: inout Set<CellSet>
  ) {
    var sum = Amount.zero
    var tolerance = Amount.zero
    var forms: UInt32 = 0
    var derived: [Place] = []
    var cells = CellSet()
    var (printed, nonzero) = (0, 0)
    for term in terms {
      forms |= 1 << UInt32(problem.rows[term.row].form & 31)
      guard problem.rows[term.row].domain.isAgreed(on: term.column) else { return }
      guard let value = problem.rows[term.row].domain[0].values[term.column] else { continue }
      sum += value * term.coefficient
      if value != .zero { nonzero += 1 }
      tolerance += problem.rows[term.row].domain[0].slack(term.column, problem.rows[term.row].rounding)
      if problem.rows[term.row].domain[0].figures[term.column] == nil,
        !problem.rows[term.row].isPrintedElsewhere(term.column)
      {
        derived.append(Place(row: term.row, column: term.column))
      }
      cells.insert(row: term.row, column: term.column)
      printed += 1
    }
    guard printed > 0, seen.insert(cells).inserted else { return }
    for term in terms { ofCell.append(all.count, row: term.row, column: term.column) }
    all.append(
      Equation(
        id: id, terms: terms, sum: sum, tolerance: tolerance, printed: printed, nonzero: nonzero,
        derived: derived, forms: forms))
    tallies[forms, default: Tally()].count(all[all.count - 1], times: 1)
  }

  /// The equations of a cell, as indices.
  func indices(at place: Place) -> [Int] { ofCell[place.row, place.column] }

  /// Whether an equation holds that the cell at `place` stands in with a figure of another row.
  func confirm(_ place: Place) -> Bool {
    indices(at: place).contains { index in
      all[index].holds && all[index].printed > 1 && all[index].terms.contains { $0.row != place.row }
    }
  }

  /// How many do not hold.
  var brokenCount: Int { all.count { !$0.holds } }

  /// The name of an equation.
  func label(_ index: Int, in problem: Problem) -> String { problem.label(of: all[index].id) }

  /// What the sums of some forms, held within rounding, say of how the disclosure was rounded.
  enum Rounding {
    /// All hold to the last digit, and too many to do so by chance if each figure were rounded on its own.
    case exact
    /// Some are off in the last digit.
    case loose
    /// Too few to tell.
    case unknown
  }

  /// How the sums within `forms` were rounded, leaving out the equations at `indices`.
  func rounding(of forms: UInt32, besides indices: [Int]) -> Rounding {
    var (within, whole) = (Tally(), Tally())
    for (span, tally) in tallies {
      whole.exact += tally.exact
      whole.loose += tally.loose
      guard span & ~forms == 0 else { continue }
      within.exact += tally.exact
      within.loose += tally.loose
    }
    for index in Set(indices) {
      whole.count(all[index], times: -1)
      if all[index].forms & ~forms == 0 { within.count(all[index], times: -1) }
    }
    if within.loose > 0 { return .loose }
    let isExactThroughout = whole.loose == 0 && whole.exact >= Self.enough
    let isExactWithin = within.exact >= 2 * Self.enough && whole.loose * 20 <= whole.exact
    return isExactThroughout || isExactWithin ? .exact : .unknown
  }

  /// Three figures rounded on their own meet exactly in three of four cases, where none is zero: sixteen sums do so in
  /// one document of a hundred, and longer sums far less often.
  private static let enough = 16

  /// The cells all of whose equations hold within rounding only, where at most one sum in ten of the disclosure does.
  func placesOff() -> [Place] {
    let sums = all.filter { $0.holds && $0.printed > 1 && $0.derived.isEmpty }
    let loose = sums.filter { $0.sum != .zero }
    guard !loose.isEmpty, loose.count * 10 <= sums.count else { return [] }
    let places = Set(loose.flatMap(\.places))
    return places.filter { place in indices(at: place).allSatisfy { all[$0].holds && all[$0].sum != .zero } }
  }

  /// Those of the equations that rest on printed figures, whatever stands at `place` itself.
  func printed(_ indices: [Int], besides place: Place) -> [Int] {
    indices.filter { all[$0].derived.allSatisfy { $0 == place } }
  }

  /// Whether two of these equations share no cell but the one at `place`, and rest on printed figures.
  func hasIndependentPair(_ indices: [Int], at place: Place) -> Bool {
    let others = printed(indices, besides: place).map { Set(all[$0].places).subtracting([place]) }
    return others.indices.contains { left in
      others.indices.contains { $0 > left && others[$0].isDisjoint(with: others[left]) }
    }
  }
}

extension RowVariable {
  /// Whether the figure of a lost total stands in another form.
  func isPrintedElsewhere(_ column: Int) -> Bool { row.figures.isEmpty && (restored[column]?.count ?? 0) > 1 }
}

import Accounts
import Classification

/// Excludes the readings that the identities do not allow, each identity by itself, as long as something falls.
///
/// For every reading of every row in an identity there must be readings of the others that bring the sum to zero
/// within rounding (generalised arc consistency). An identity that holds for no choice at all excludes nothing: it is
/// the publisher's error, or damage elsewhere, and becomes a finding.
struct Propagator {
  /// What constrains the open rows.
  let system: OpenSystem
  private let problem: Problem

  /// For each variable the readings that are left, as indices into the domain of its row.
  var alive: [[Int]]
  /// Constraints that no choice satisfies.
  private var isBroken: [Bool]
  /// For each variable what excluded readings, and whether rounding alone did.
  private var excludedBy: [[String]]
  private var isMinimal: [Bool]

  /// The work done, about one for each sum that was followed; past the limit the document's open rows stay undecided.
  private var work = 0
  private static let workLimit = 1_500_000
  /// Whether nothing more will be excluded.
  var isExhausted: Bool { work > Self.workLimit }

  /// Takes up the open rows of `problem`.
  init(_ problem: Problem) {
    self.problem = problem
    system = OpenSystem(problem)
    alive = system.rows.map { Array(problem.rows[$0].domain.indices) }
    isBroken = Array(repeating: false, count: system.sums.count + system.losses.count)
    excludedBy = Array(repeating: [], count: alive.count)
    isMinimal = Array(repeating: false, count: alive.count)
  }

  /// Runs until nothing changes. With `isExact`, sums must be zero to the last digit: a choice that rounding makes.
  mutating func run(isExact: Bool = false) {
    guard !alive.isEmpty else { return }
    // Which column was lost is the cheaper question, and its answer makes the sums smaller.
    var next = (Array(system.sums.count..<isBroken.count) + Array(system.sums.indices)).filter(isOpen)
    while !next.isEmpty {
      var alive = alive
      while let broken = propagate(&alive, from: next, isExact: isExact, note: true) {
        isBroken[broken] = true
        if broken >= system.sums.count { keepIntact(system.losses[broken - system.sums.count], &alive) }
        next = Array(isBroken.indices)
      }
      self.alive = alive
      next = isExact ? [] : closeColumns()
    }
  }

  // MARK: places

  /// Runs, and where sums contradict each other tries whether the header's columns contradict fewer: with a misread
  /// digit among the figures, sums alone may point to any column as the one that was lost.
  mutating func runWithPlaces() {
    var placed = self
    run()
    guard violations > 0, placed.takePlaces() else { return }
    placed.run()
    // One sum in five may be the publisher's error or a misread figure.
    if placed.violations * 5 <= system.sums.count { self = placed }
  }

  /// Where the header's places are still among the ways in which a form may have lost a column, takes them: the one
  /// choice that is made by position and not by sums.
  mutating func preferPlaces() {
    if takePlaces() { run() }
  }

  /// Leaves the forms that may have lost a column the readings in the header's columns; false where that changes
  /// nothing.
  private mutating func takePlaces() -> Bool {
    var hasChanged = false
    for (index, loss) in system.losses.enumerated() where isInForce(system.sums.count + index) {
      let places = loss.places(alive)
      guard places != 0 else { continue }
      // A row whose figures add up in no such way is set aside: one of them is misread.
      if loss.common(alive) & places == 0 { isBroken[system.sums.count + index] = true }
      for (variable, ways) in loss.rows
      where alive[variable].contains(where: { ways[$0] & places == 0 })
        && alive[variable].contains(where: { ways[$0] & places != 0 })
      {
        alive[variable].removeAll { ways[$0] & places == 0 }
        isMinimal[variable] = true
        excludedBy[variable].append("the header's columns")
        hasChanged = true
      }
    }
    return hasChanged
  }

  /// How many sums no choice satisfies.
  private var violations: Int {
    var work = 0
    return system.sums.count { sum in
      if case .impossible = sum.outcome(alive, isExact: false, work: &work) { true } else { false }
    }
  }

  /// Tries an assignment: the label of what it contradicts, or nil. What does not speak of the row is named together
  /// with what led there.
  mutating func contradiction(in alive: inout [[Int]], assigning variable: Int) -> String? {
    propagate(&alive, from: system.touching[variable], isExact: false, note: false)
      .map { speaks($0, of: variable) ? label($0) : Self.together }
  }

  /// The label of what no single identity excludes.
  static let together = "all identities together"

  /// Whether a constraint takes in a row, or one of the same subject in another form.
  private func speaks(_ constraint: Int, of variable: Int) -> Bool {
    if system.touching[variable].contains(constraint) { return true }
    let code = problem.rows[system.rows[variable]].row.code
    guard constraint < system.sums.count, !code.isEmpty else { return false }
    return system.sums[constraint].shares.contains { problem.rows[system.rows[$0.variable]].row.code == code }
  }

  /// Takes over what a search left, with what it was that excluded the rest.
  mutating func exclude(_ reading: Int, of variable: Int, because label: String) {
    alive[variable].removeAll { $0 == reading }
    excludedBy[variable].append(label)
    if system.touching[variable].contains(where: restsOnGuess) { isMinimal[variable] = true }
  }

  /// Writes the readings that are left into the rows of the problem.
  func apply(to problem: inout Problem) {
    for (variable, row) in system.rows.enumerated() {
      let domain = problem.rows[row].domain
      problem.rows[row].domain = alive[variable].map { domain[$0] }
      problem.rows[row].excludedBy += excludedBy[variable]
      if isMinimal[variable] { problem.rows[row].isMinimal = true }
    }
  }

  // MARK: constraints

  /// Whether a constraint may exclude something.
  func isInForce(_ constraint: Int) -> Bool { !isBroken[constraint] }

  private func restsOnGuess(_ constraint: Int) -> Bool {
    constraint < system.sums.count && system.sums[constraint].restsOnGuess
  }

  /// Whether a row that was chosen by a guess takes part in it, besides the one that it narrows.
  private func restsOnGuess(_ constraint: Int, besides variable: Int) -> Bool {
    restsOnGuess(constraint)
      || constraint < system.sums.count
        && system.sums[constraint].shares.contains { $0.variable != variable && isMinimal[$0.variable] }
  }

  private func isOpen(_ constraint: Int) -> Bool {
    constraint >= system.sums.count || system.sums[constraint].shares.contains { alive[$0.variable].count > 1 }
  }

  private func label(_ constraint: Int) -> String {
    if constraint < system.sums.count { return problem.label(of: system.sums[constraint].id) }
    return LostColumn.claim(problem.forms[system.losses[constraint - system.sums.count].form].form)
  }

  /// Revises constraints until nothing changes; the first that no choice satisfies, or nil.
  private mutating func propagate(
    _ alive: inout [[Int]], from start: [Int], isExact: Bool, note: Bool
  ) -> Int? {
    var queue = start
    var isQueued = Array(repeating: false, count: isBroken.count)
    for constraint in start { isQueued[constraint] = true }
    var head = 0
    while head < queue.count, !isExhausted {
      let constraint = queue[head]
      head += 1
      isQueued[constraint] = false
      guard !isBroken[constraint] else { continue }
      guard let changed = revise(constraint, &alive, isExact: isExact) else { return constraint }
      for variable in changed {
        if note {
          excludedBy[variable].append(label(constraint))
          if isExact || restsOnGuess(constraint, besides: variable) { isMinimal[variable] = true }
        }
        for other in system.touching[variable] where other != constraint && !isQueued[other] {
          isQueued[other] = true
          queue.append(other)
        }
      }
    }
    return nil
  }

  /// Applies one constraint: the variables that lost readings, or nil where no choice satisfies it.
  private mutating func revise(_ constraint: Int, _ alive: inout [[Int]], isExact: Bool) -> [Int]? {
    guard constraint < system.sums.count else {
      return revise(system.losses[constraint - system.sums.count], &alive)
    }
    let sum = system.sums[constraint]
    guard case .kept(let narrowed) = sum.outcome(alive, isExact: isExact, work: &work) else { return nil }
    return narrowed.map { index, values in
      let share = sum.shares[index]
      alive[share.variable].removeAll { reading in !values.contains(share.readings[reading].sum) }
      return share.variable
    }
  }

  private func revise(_ loss: LostColumn, _ alive: inout [[Int]]) -> [Int]? {
    let common = loss.common(alive)
    guard common != 0 else { return nil }
    return loss.rows.compactMap { variable, ways in
      guard alive[variable].contains(where: { ways[$0] & common == 0 }) else { return nil }
      alive[variable].removeAll { ways[$0] & common == 0 }
      return variable
    }
  }

  /// Where the rows agree on no column, each row that balances as printed is taken as it is printed.
  private func keepIntact(_ loss: LostColumn, _ alive: inout [[Int]]) {
    for (variable, ways) in loss.rows where alive[variable].contains(where: { ways[$0] & 1 != 0 }) {
      alive[variable].removeAll { ways[$0] & 1 == 0 }
    }
  }

  // MARK: columns

  /// A column that a decided 合计, class or section leaves blank is blank in every row below it that can be read so.
  /// Gives the constraints of the rows that this changed.
  private mutating func closeColumns() -> [Int] {
    var next: Set<Int> = []
    for (form, reading) in problem.forms.enumerated() where reading.form.isBySubject {
      for (variable, row) in system.rows.enumerated() where problem.rows[row].form == form {
        for key in problem.rows[row].row.wholes
        where closeColumns(of: variable, below: RowPlace(reading.form, .none, key)) {
          excludedBy[variable].append(
            "\(reading.form.rawValue): columns that \(key == .total ? "合计" : key.rawValue) leaves blank")
          if isGuess(RowPlace(reading.form, .none, key)) { isMinimal[variable] = true }
          next.formUnion(system.touching[variable])
        }
      }
    }
    return next.sorted()
  }

  /// Excludes the readings of a row that fill a column which the row at `place` is decided to leave blank; whether any
  /// was, and others are left.
  private mutating func closeColumns(of variable: Int, below place: RowPlace) -> Bool {
    guard alive[variable].count > 1, let row = problem.index[place], let whole = decided(row),
      whole.values.contains(where: { $0 != nil })
    else { return false }
    let domain = problem.rows[system.rows[variable]].domain
    let kept = alive[variable].filter { index in
      whole.values.indices.allSatisfy { domain[index].isBlank($0) || !whole.isBlank($0) }
    }
    guard !kept.isEmpty, kept.count < alive[variable].count else { return false }
    alive[variable] = kept
    return true
  }

  /// Whether the row at a place was chosen by a guess.
  private func isGuess(_ place: RowPlace) -> Bool {
    guard let row = problem.index[place] else { return false }
    return system.variable(of: row).map { isMinimal[$0] } ?? problem.rows[row].isMinimal
  }

  /// The one reading that is left of a row, if it is decided.
  private func decided(_ row: Int) -> Reading? {
    guard let variable = system.variable(of: row) else { return problem.rows[row].decided }
    return alive[variable].count == 1 ? problem.rows[row].domain[alive[variable][0]] : nil
  }
}

extension FormRow {
  /// The rows of a form by subject that this one is a part of: 合计, its class and its section.
  fileprivate var wholes: [RowKey] {
    guard kind == .subject else { return [] }
    return [.total] + SubjectTable.ancestorCodes(of: code).map { RowKey($0) }
  }
}

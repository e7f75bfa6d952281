import Accounts

/// Lists what a row can mean: every way to put its figures into its columns that its own identities allow.
struct ReadingEnumerator {
  private let rules: RowRules
  private let measures: [Measure]
  /// Whether the form prints zeros where it has no money, so that the only blank cell of a row may be a lost zero.
  private let printsZeros: Bool
  private var columns: Int { measures.count }

  /// Enumerates for rows whose columns hold `measures`.
  init(rules: RowRules, measures: [Measure], printsZeros: Bool = false) {
    self.rules = rules
    self.measures = measures
    self.printsZeros = printsZeros
  }

  /// The readings of a row whose empty cells are lost: figures keep their order, and the row's identities hold.
  ///
  /// Where no such reading exists, one figure is taken as lost and given the value that the identities force.
  func readings(of row: FormRow) -> [Reading] {
    let balanced = balanced(row)
    return balanced.isEmpty ? completed(row) : balanced
  }

  /// All readings that the row's identities allow, where one figure may also be lost.
  func readingsWithLoss(of row: FormRow) -> [Reading] {
    let rounding = row.rounding
    var (balanced, completed): ([Reading], [Reading]) = ([], [])
    forEachPlacement(of: row) { reading in
      if rules.hold(reading, rounding) { balanced.append(reading) }
      addCompletions(of: reading, row, rounding, to: &completed)
    }
    balanced.append(contentsOf: completed)
    return balanced
  }

  /// All placements of a row, whether its identities hold or not.
  func allReadings(of row: FormRow) -> [Reading] {
    var readings: [Reading] = []
    forEachPlacement(of: row) { reading in
      if !rules.isHeadless(reading) { readings.append(reading) }
    }
    return readings
  }

  /// The same with one blank column filled so that all rules hold.
  func completions(of placed: Reading, _ row: FormRow) -> [Reading] {
    var readings: [Reading] = []
    addCompletions(of: placed, row, row.rounding, to: &readings)
    return readings
  }

  /// Whether the figures of a total stand one above the other instead of side by side, so that their order says
  /// nothing: on several lines, and in an order that balances in no columns.
  func isStacked(_ row: FormRow) -> Bool {
    guard row.kind == .total, row.figures.count > 1, Set(row.figures.map(\.token.span.line)).count > 1,
      Self.orders(of: row.figures.count, in: columns) <= Self.mostOrders
    else { return false }
    var isBalanced = false
    let rounding = row.rounding
    forEachPlacement(of: row, inAnyOrder: false) { reading in
      if rules.hold(reading, rounding) { isBalanced = true }
    }
    return !isBalanced
  }

  /// In how many ways so many figures can stand in the columns, in any order.
  private static func orders(of figures: Int, in columns: Int) -> Int {
    figures > columns ? .max : ((columns - figures + 1)...columns).reduce(1, *)
  }

  /// Six figures in six columns have 720 orders, three in the twelve of gk09 have 1,320.
  private static let mostOrders = 1_500

  // MARK: placements

  /// The readings without a lost figure.
  func balanced(_ row: FormRow) -> [Reading] {
    let rounding = row.rounding
    var readings: [Reading] = []
    forEachPlacement(of: row) { reading in
      if rules.hold(reading, rounding) { readings.append(reading) }
    }
    return readings
  }

  private func completed(_ row: FormRow) -> [Reading] {
    let rounding = row.rounding
    var readings: [Reading] = []
    forEachPlacement(of: row) { addCompletions(of: $0, row, rounding, to: &readings) }
    return readings
  }

  /// Goes through all ways to give each figure a column, from left to right, that the labels beside the figures
  /// allow; the figures of a stacked total may stand in any order.
  private func forEachPlacement(of row: FormRow, _ body: (Reading) -> Void) {
    forEachPlacement(of: row, inAnyOrder: isStacked(row), body)
  }

  private func forEachPlacement(of row: FormRow, inAnyOrder: Bool, _ body: (Reading) -> Void) {
    let amounts = row.figures.map(\.amount)
    // Not the row: it would be copied.
    let allowed = row.allowed
    guard amounts.count <= columns else { return }
    let gaps = inAnyOrder ? [] : gaps(of: row)
    var reading = Reading.blank(columns)
    func visit(_ placement: [Int]) {
      guard allowed.isEmpty || isAllowed(placement, allowed), gaps.isEmpty || leavesRoom(placement, gaps) else {
        return
      }
      for figure in amounts.indices { reading.place(figure, of: amounts[figure], in: placement[figure]) }
      body(reading)
      for column in placement { reading.clear(column) }
    }
    var placement = Array(amounts.indices)
    repeat {
      if inAnyOrder { Self.permutations(placement).forEach(visit) } else { visit(placement) }
    } while advance(&placement)
  }

  /// The next increasing choice of columns; false behind the last.
  private func advance(_ placement: inout [Int]) -> Bool {
    var figure = placement.count - 1
    while figure >= 0, placement[figure] == columns - placement.count + figure { figure -= 1 }
    guard figure >= 0 else { return false }
    placement[figure] += 1
    for next in placement.indices.dropFirst(figure + 1) { placement[next] = placement[next - 1] + 1 }
    return true
  }

  /// Whether each figure stands where the label beside it allows.
  private func isAllowed(_ placement: [Int], _ allowed: [[Measure]]) -> Bool {
    zip(allowed, placement).allSatisfy { allowed, column in allowed.contains(measures[column]) }
  }

  /// How many blank cells a row marks before each of its figures and behind the last; empty where it marks none, or more
  /// than there are columns for.
  private func gaps(of row: FormRow) -> [Int] {
    guard !row.blanks.isEmpty, row.figures.count + row.blanks.count <= columns else { return [] }
    return (0...row.figures.count).map { figure in row.blanks.count { $0.figuresBefore == figure } }
  }

  /// Whether a placement leaves the columns between the figures blank that the row marks so.
  private func leavesRoom(_ placement: [Int], _ gaps: [Int]) -> Bool {
    let bounds = [-1] + placement + [columns]
    return zip(zip(bounds, bounds.dropFirst()), gaps).allSatisfy { $0.1 - $0.0 - 1 >= $1 }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  // MARK: lost figures

  private func addCompletions(
    of placed: Reading, _ row: FormRow, _ rounding: Rounding, to readings: inout [Reading]
  ) {
    let least = printsZeros && row.figures.count == columns - 1 ? Amount.zero : .thousandth
    for (index, rule) in rules.rules.enumerated() {
      if rule.terms.contains(where: { placed.isUnknown($0.column) }) { continue }
      let sum = rule.terms.reduce(Amount.zero) { $0 + (placed.values[$1.column] ?? .zero) * $1.coefficient }
      for term in rule.terms where placed.values[term.column] == nil {
        let value = -sum * term.coefficient
        // A column of two rules gets its value from the first.
        let isTaken = rules.rules[..<index].contains { $0.terms.contains { $0.column == term.column } }
        // What rounding explains is no lost figure.
        let slack = rule.terms.reduce(Amount.zero) { slack, term in
          placed.values[term.column] == nil ? slack : slack + rounding.halfUnit(of: placed.figures[term.column])
        }
        guard value >= least, value.isReadable, value == .zero || value > slack, !isTaken else { continue }
        var completed = placed
        completed.values[term.column] = value
        completed.lost = term.column
        if rules.hold(completed, rounding) { readings.append(completed) }
      }
    }
  }
}

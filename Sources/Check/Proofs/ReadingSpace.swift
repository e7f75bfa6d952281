import Accounts

/// Everything that the printed figures of one row could mean: each way to put them into the columns in their order.
struct ReadingSpace {
  /// The values that the readings give the columns.
  typealias Values = [Ledger.Value?]

  private let ledger: Ledger
  private let row: Int
  private let rules: [RowTemplate.Rule]
  /// The printed figures from left to right.
  private let figures: [Ledger.Value]
  /// How many blank cells it marks before each of them and behind the last; empty where it marks none, or more than there
  /// are columns for.
  private let gaps: [Int]
  private let isOnSeveralLines: Bool
  private let columns: [Measure]

  /// The space of a row; nil where it has one column, or nothing is printed in it.
  init?(_ row: Int, in ledger: Ledger, figures: [PublishedFigure]) {
    self.ledger = ledger
    self.row = row
    let own = ledger.rows[row]
    columns = own.columns
    rules = RowTemplate.rules(own.form, own.side, own.columns)
    self.figures = own.figures
    isOnSeveralLines = Set(figures.compactMap { $0.place?.line }).count > 1
    let hasRoom = !own.blanks.isEmpty && own.blanks.count + own.figures.count <= own.columns.count
    gaps = hasRoom ? (0...own.figures.count).map { figure in own.blanks.count { $0 == figure } } : []
    // Where a figure that cannot be read stands is not known.
    guard own.columns.count > 1, !own.figures.isEmpty, !own.hasUnread else { return nil }
  }

  /// The readings without a lost figure in which the row's own identities hold.
  func balanced(isStacked: Bool) -> [Values] {
    placements(isStacked: isStacked).filter { isBalanced($0) }
  }

  /// All readings without a lost figure, whether they balance or not.
  func all() -> [Values] { placements(isStacked: false) }

  /// Whether an identity of the row holds with values, where a claim names one; any other claim is not of the row.
  func holds(_ label: String, _ values: Values) -> Bool {
    rules.filter { $0.label == label }.allSatisfy { rule in
      let sum = sum(rule, values)
      return sum.value.magnitude <= UInt128(sum.slack)
    }
  }

  /// The readings with one lost figure, which takes the value that the row's own identities then force.
  func withLoss() -> [Values] {
    placements(isStacked: false).flatMap { placed in columns.indices.compactMap { completed(placed, at: $0) } }
  }

  /// The readings in which one digit of one figure was misread: the figure takes the value that the row's own identities
  /// then force.
  func withMisreadDigit() -> [Values] {
    placements(isStacked: false).flatMap { placed in
      columns.indices.compactMap { column in
        guard let printed = placed[column] else { return nil }
        var rest = placed
        rest[column] = nil
        guard let corrected = completed(rest, at: column), let value = corrected[column],
          Self.differInOneDigit(printed.low, value.low)
        else { return nil }
        return corrected
      }
    }
  }

  private static func differInOneDigit(_ left: Int128, _ right: Int128) -> Bool {
    let (left, right) = (String(left).utf8, String(right).utf8)
    return left.count == right.count && zip(left, right).count { $0 != $1 } == 1
  }

  /// Whether all identities between the columns hold, and no whole is blank above its parts.
  func isBalanced(_ values: Values) -> Bool {
    rules.allSatisfy { rule in
      let sum = sum(rule, values)
      return sum.filled == 0 || sum.value.magnitude <= UInt128(sum.slack) && !isHeadless(rule, values)
    }
  }

  private func sum(_ rule: RowTemplate.Rule, _ values: Values) -> (value: Int128, slack: Int128, filled: Int) {
    var result: (value: Int128, slack: Int128, filled: Int) = (0, 0, 0)
    for (column, coefficient) in [(rule.whole, Int128(1))] + rule.parts.map({ ($0.column, -$0.sign) }) {
      guard let cell = values[column] else { continue }
      result.value += cell.low * coefficient
      result.slack += cell.slack
      result.filled += 1
    }
    return result
  }

  private func isHeadless(_ rule: RowTemplate.Rule, _ values: Values) -> Bool {
    guard values[rule.whole] == nil, rule.parts.allSatisfy({ $0.sign == 1 }) else { return false }
    return rule.parts.contains { values[$0.column].map { $0.low != 0 } ?? false }
  }

  // MARK: placements

  /// All order-preserving placements that the labels beside the figures allow; of figures that stand one above the
  /// other in an order that does not balance, all others too.
  private func placements(isStacked: Bool) -> [Values] {
    guard figures.count <= columns.count else { return [] }
    var result: [Values] = []
    for chosen in Self.choices(of: figures.count, from: columns.count) {
      for order in isStacked ? Self.permutations(chosen) : [chosen]
      where isAllowed(order) && (isStacked || leavesRoom(order)) {
        var values = Values(repeating: nil, count: columns.count)
        for (figure, column) in order.enumerated() { values[column] = figures[figure] }
        result.append(values)
      }
    }
    return result
  }

  /// Whether columns stay free for the blank cells that the row marks.
  private func leavesRoom(_ order: [Int]) -> Bool {
    let ends = order + [columns.count]
    return gaps.indices.allSatisfy { ends[$0] - (($0 == 0 ? -1 : order[$0 - 1]) + 1) >= gaps[$0] }
  }

  private func isAllowed(_ order: [Int]) -> Bool {
    let allowed = ledger.rows[row].allowed
    return zip(allowed, order).allSatisfy { $0.contains(columns[$1]) }
  }

  /// Whether the figures of a total stand one above the other: on several lines, and in an order that balances nowhere.
  var isStacked: Bool {
    guard ledger.rows[row].key == "total", isOnSeveralLines, (2...columns.count).contains(figures.count),
      ((columns.count - figures.count + 1)...columns.count).reduce(1, *) <= Self.mostOrders
    else { return false }
    return !placements(isStacked: false).contains(where: isBalanced)
  }

  /// A total whose figures could stand in more orders is not taken for a stacked one.
  private static let mostOrders = 1_500

  private static func choices(of count: Int, from columns: Int) -> [[Int]] {
    var result: [[Int]] = [[]]
    for size in 0..<count {
      result = result.flatMap { chosen in
        let start = chosen.last.map { $0 + 1 } ?? 0
        let end = columns - (count - size) + 1
        return start < end ? (start..<end).map { chosen + [$0] } : []
      }
    }
    return result
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// A placement with one blank column filled as an identity of the row demands; nil where that does not balance it.
  private func completed(_ placed: Values, at column: Int) -> Values? {
    guard placed[column] == nil,
      let rule = rules.first(where: { $0.whole == column || $0.parts.contains { $0.column == column } })
    else { return nil }
    let rest = sum(rule, placed).value
    let own = rule.whole == column ? 1 : -(rule.parts.first { $0.column == column }?.sign ?? 1)
    let value = -rest * own
    guard value > 0, value <= NumeralReader.mostThousandths else { return nil }
    var values = placed
    values[column] = Ledger.Value(low: value, high: value, slack: 3 * ledger.rows[row].slack, isPrinted: false)
    return isBalanced(values) ? values : nil
  }
}

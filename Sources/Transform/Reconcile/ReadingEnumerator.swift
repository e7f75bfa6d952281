import Accounts

/// Lists what a row can mean: every way to put its figures into its columns that its own identities allow.
struct ReadingEnumerator {
  private let rules: RowRules
  private let measures: [Measure]
  private var columns: Int { measures.count }

  /// Enumerates for rows whose columns hold `measures`.
  init(rules: RowRules, measures: [Measure]) {
    self.rules = rules
    self.measures = measures
  }

  /// The readings of a row whose empty cells are lost: figures keep their order, and the row's identities hold.
  ///
  /// Where no such reading exists, one figure is taken as lost and given the value that the identities force.
  func readings(of row: FormRow) -> [Reading] {
    let placements = placements(of: row)
    let balanced = balanced(placements, row)
    return balanced.isEmpty ? placements.flatMap { completions(of: $0, row) } : balanced
  }

  /// All readings that the row's identities allow, where one figure may also be lost.
  func readingsWithLoss(of row: FormRow) -> [Reading] {
    let placements = placements(of: row)
    return balanced(placements, row) + placements.flatMap { completions(of: $0, row) }
  }

  /// All placements of a row, whether its identities hold or not.
  func allReadings(of row: FormRow) -> [Reading] {
    placements(of: row).map { Reading(row, columns: $0, count: columns) }.filter { !rules.isHeadless($0.values) }
  }

  /// The readings of a placement with one blank column filled so that all rules hold.
  func completions(of placement: [Int], _ row: FormRow) -> [Reading] {
    let values = values(of: placement, row)
    return (0..<columns).compactMap { column in
      guard let value = completion(of: values, column: column, halfUnit: row.halfUnit.thousandths) else { return nil }
      var completed = Reading(row, columns: placement, count: columns)
      completed.values[column] = value
      completed.lost = column
      return completed
    }
  }

  /// Whether the figures of a total stand one above the other instead of side by side, so that their order says
  /// nothing: each on a line of its own, in an order that does not balance.
  func isStacked(_ row: FormRow) -> Bool {
    guard row.kind == .total, row.figures.count > 1, row.figures.count <= min(3, columns) else { return false }
    let lines = Set(row.figures.map(\.token.span.line))
    let inOrder = values(of: Array(row.figures.indices), row)
    return lines.count == row.figures.count && !rules.hold(inOrder, halfUnit: row.halfUnit.thousandths)
  }

  // MARK: placements

  /// All ways to give each figure a column, from left to right, that the labels beside the figures allow.
  private func placements(of row: FormRow) -> [[Int]] {
    let count = row.figures.count
    guard count <= columns else { return [] }
    let increasing = (0..<(UInt32(1) << UInt32(columns))).lazy.filter { $0.nonzeroBitCount == count }.map { mask in
      (0..<columns).filter { mask & 1 << UInt32($0) != 0 }
    }
    let placements = isStacked(row) ? increasing.flatMap(Self.permutations) : Array(increasing)
    return row.allowed.isEmpty ? placements : placements.filter { isAllowed($0, row) }
  }

  /// Whether each figure stands where the label beside it allows.
  private func isAllowed(_ placement: [Int], _ row: FormRow) -> Bool {
    zip(row.allowed, placement).allSatisfy { allowed, column in allowed.contains(measures[column]) }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  private func values(of placement: [Int], _ row: FormRow) -> [Int64?] {
    var values: [Int64?] = Array(repeating: nil, count: columns)
    for (figure, column) in placement.enumerated() { values[column] = row.figures[figure].amount.thousandths }
    return values
  }

  private func balanced(_ placements: [[Int]], _ row: FormRow) -> [Reading] {
    let halfUnit = row.halfUnit.thousandths
    return placements.filter { rules.hold(values(of: $0, row), halfUnit: halfUnit) }.map {
      Reading(row, columns: $0, count: columns)
    }
  }

  /// The value that a blank column must have for all rules to hold; nil where none does, or only a blank.
  private func completion(of values: [Int64?], column: Int, halfUnit: Int64) -> Int64? {
    guard values[column] == nil, let rule = rules.rules.first(where: { $0.terms.contains { $0.column == column } })
    else { return nil }
    var sum: Int64 = 0
    var own: Int64 = 1
    for term in rule.terms {
      if term.column == column {
        own = term.coefficient
      } else {
        sum += (values[term.column] ?? 0) * term.coefficient
      }
    }
    guard -sum * own > 0 else { return nil }
    if rules.rules.count == 1 { return -sum * own }
    var completed = values
    completed[column] = -sum * own
    return rules.hold(completed, halfUnit: halfUnit) ? -sum * own : nil
  }
}

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
    let all = isStacked(row) ? permuted(row) : placements(of: row)
    let balanced = all.filter { rules.hold($0.values, halfUnit: row.halfUnit.thousandths) }
    return balanced.isEmpty ? completions(of: all, row) : balanced
  }

  /// All readings that the row's identities allow, where one figure may also be lost.
  func readingsWithLoss(of row: FormRow) -> [Reading] {
    let all = isStacked(row) ? permuted(row) : placements(of: row)
    return all.filter { rules.hold($0.values, halfUnit: row.halfUnit.thousandths) } + completions(of: all, row)
  }

  /// All ways to put the figures into columns, whether the row's identities hold or not.
  func allReadings(of row: FormRow) -> [Reading] {
    placements(of: row).filter { !rules.isHeadless($0.values) }
  }

  private func placements(of row: FormRow) -> [Reading] {
    let count = row.figures.count
    guard count <= columns else { return [] }
    return (0..<(UInt32(1) << UInt32(columns))).lazy.filter { $0.nonzeroBitCount == count }.map {
      Reading(row, mask: $0, count: columns)
    }.filter { isAllowed($0, row) }
  }

  /// Whether each figure stands where the label beside it allows.
  private func isAllowed(_ reading: Reading, _ row: FormRow) -> Bool {
    row.allowed.isEmpty
      || reading.figures.enumerated().allSatisfy { column, figure in
        figure.map { !row.allowed.indices.contains($0) || row.allowed[$0].contains(measures[column]) } ?? true
      }
  }

  /// Whether the figures of a total stand one above the other instead of side by side, so that their order says
  /// nothing: each on a line of its own, in an order that does not balance.
  func isStacked(_ row: FormRow) -> Bool {
    guard row.kind == .total, row.figures.count > 1, row.figures.count <= min(3, columns) else { return false }
    let lines = Set(row.figures.map(\.token.span.line))
    let inOrder = Reading(row, columns: Array(0..<row.figures.count), count: columns)
    return lines.count == row.figures.count
      && !rules.hold(inOrder.values, halfUnit: row.halfUnit.thousandths)
  }

  private func permuted(_ row: FormRow) -> [Reading] {
    let count = row.figures.count
    return (0..<(UInt32(1) << UInt32(columns))).filter { $0.nonzeroBitCount == count }.flatMap { mask in
      Self.permutations((0..<columns).filter { mask & 1 << UInt32($0) != 0 })
    }.map { Reading(row, columns: $0, count: columns) }.filter { isAllowed($0, row) }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// The readings with one blank column filled so that all rules hold, for each column where that works.
  func completions(of readings: [Reading], _ row: FormRow) -> [Reading] {
    var seen: Set<Reading> = []
    return readings.flatMap { reading in
      (0..<columns).compactMap { completion(of: reading, column: $0, halfUnit: row.halfUnit.thousandths) }
    }.filter { seen.insert($0).inserted }
  }

  private func completion(of reading: Reading, column: Int, halfUnit: Int64) -> Reading? {
    guard reading.values[column] == nil,
      let rule = rules.rules.first(where: { $0.terms.contains { $0.column == column } })
    else { return nil }
    var sum: Int64 = 0
    var own: Int64 = 1
    for term in rule.terms {
      if term.column == column {
        own = term.coefficient
      } else {
        sum += (reading.values[term.column] ?? 0) * term.coefficient
      }
    }
    let value = -sum * own
    guard value > 0 else { return nil }
    var completed = reading
    completed.values[column] = value
    completed.lost = column
    return rules.hold(completed.values, halfUnit: halfUnit) ? completed : nil
  }
}

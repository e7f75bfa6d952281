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
    guard row.figures.count <= columns else { return [] }
    let placements = isStacked(row) ? permutedPlacements(row.figures.count) : placements(row.figures.count)
    let halfUnit = row.halfUnit.thousandths
    let all = placements.filter { isAllowed($0, row) }.map { Reading(row, columns: $0, count: columns) }
    let balanced = all.filter { rules.hold($0.values, halfUnit: halfUnit) }
    if !balanced.isEmpty { return balanced }
    return unique(all.flatMap { completions(of: $0, halfUnit: halfUnit) })
  }

  /// All readings that the row's identities allow, where one figure may also be lost.
  func readingsWithLoss(of row: FormRow) -> [Reading] {
    guard row.figures.count <= columns else { return [] }
    let halfUnit = row.halfUnit.thousandths
    let all = placements(row.figures.count).filter { isAllowed($0, row) }
      .map { Reading(row, columns: $0, count: columns) }
    return unique(
      all.filter { rules.hold($0.values, halfUnit: halfUnit) } + all.flatMap { completions(of: $0, halfUnit: halfUnit) }
    )
  }

  /// All placements of a row, whether its identities hold or not.
  func allReadings(of row: FormRow) -> [Reading] {
    guard row.figures.count <= columns else { return [] }
    return placements(row.figures.count).filter { isAllowed($0, row) }
      .map { Reading(row, columns: $0, count: columns) }
      .filter { !rules.isHeadless($0.values) }
  }

  /// Whether each figure stands where the label beside it allows.
  private func isAllowed(_ placement: [Int], _ row: FormRow) -> Bool {
    zip(row.allowed, placement).allSatisfy { allowed, column in allowed.contains(measures[column]) }
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

  /// All increasing choices of `count` columns.
  private func placements(_ count: Int) -> [[Int]] {
    var result: [[Int]] = []
    var chosen: [Int] = []
    func choose(from start: Int) {
      if chosen.count == count {
        result.append(chosen)
        return
      }
      guard columns - start >= count - chosen.count else { return }
      for column in start..<columns {
        chosen.append(column)
        choose(from: column + 1)
        chosen.removeLast()
      }
    }
    choose(from: 0)
    return result
  }

  private func permutedPlacements(_ count: Int) -> [[Int]] {
    placements(count).flatMap { Self.permutations($0) }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// The reading with one blank column filled so that all rules hold, for each column where that works.
  private func completions(of reading: Reading, halfUnit: Int64) -> [Reading] {
    (0..<columns).compactMap { column in
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

  private func unique(_ readings: [Reading]) -> [Reading] {
    var seen: Set<Reading> = []
    return readings.filter { seen.insert($0).inserted }
  }
}

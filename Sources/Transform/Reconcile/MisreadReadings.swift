import Accounts

/// The readings of a row that balance once one digit of one figure is changed.
enum MisreadReadings {
  /// All of them, whatever column each figure stands in; none for a total whose figures stand one above the other.
  static func readings(of variable: RowVariable) -> [Reading] {
    let enumerator = ReadingEnumerator(rules: variable.rules, measures: variable.measures)
    guard !enumerator.isStacked(variable.row) else { return [] }
    var seen: Set<Reading> = []
    var result: [Reading] = []
    for reading in enumerator.allReadings(of: variable.row) {
      for (column, figure) in reading.figures.enumerated() {
        guard let figure, let value = demanded(of: column, in: reading, variable) else { continue }
        guard !OneDigitChanges.values(of: variable.row.figures[figure], in: value...value).isEmpty else { continue }
        var corrected = reading
        corrected.values[column] = value
        if seen.insert(corrected).inserted { result.append(corrected) }
      }
    }
    return result
  }

  /// The value of a column that makes all rules of the row hold exactly; nil where none does.
  private static func demanded(of column: Int, in reading: Reading, _ variable: RowVariable) -> Amount? {
    var demanded: Amount?
    for rule in variable.rules.rules {
      guard let own = rule.terms.first(where: { $0.column == column }) else {
        guard variable.rules.isHeld(rule, reading, variable.rounding) else { return nil }
        continue
      }
      if rule.terms.contains(where: { reading.isUnknown($0.column) }) { continue }
      let others = rule.terms.reduce(Amount.zero) { sum, term in
        term.column == column ? sum : sum + (reading.values[term.column] ?? .zero) * term.coefficient
      }
      let value = -others * own.coefficient
      guard demanded == nil || demanded == value else { return nil }
      demanded = value
    }
    return demanded
  }
}

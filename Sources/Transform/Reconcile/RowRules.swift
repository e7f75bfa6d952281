import Accounts

/// The identities that hold between the columns of one row, by the form's template.
struct RowRules {
  /// One identity: the sum of the columns, each times its coefficient, is zero.
  struct Rule {
    var label: String
    var terms: [(column: Int, coefficient: Int64)]

    /// Its terms in one row of a problem.
    func terms(inRow row: Int) -> [Identity.Term] {
      terms.map { Identity.Term(row: row, column: $0.column, coefficient: $0.coefficient) }
    }
  }

  /// The identities over the columns of the row.
  let rules: [Rule]

  /// The rules of a form whose columns hold `measures`.
  init(form: Form, side: Side, measures: [Measure]) {
    func rule(_ whole: Measure, _ parts: [(Measure, Int64)]) -> Rule? {
      guard let column = measures.firstIndex(of: whole) else { return nil }
      let terms = parts.compactMap { part in measures.firstIndex(of: part.0).map { ($0, -part.1) } }
      guard !terms.isEmpty else { return nil }
      let text = parts.map { ($0.1 < 0 ? "- " : "+ ") + $0.0.rawValue }.joined(separator: " ").dropFirst(2)
      return Rule(label: "\(form.rawValue) row: \(whole.rawValue) = \(text)", terms: [(column, 1)] + terms)
    }
    switch form {
    case .gk01, .gk06: rules = []
    case .gk02, .gk03:
      rules = [rule(.total, measures.filter { $0 != .total }.map { ($0, 1) })].compactMap(\.self)
    case .gk04:
      rules =
        side == .revenue
        ? [] : [rule(.total, [(.generalPublic, 1), (.governmentFund, 1), (.stateCapital, 1)])].compactMap(\.self)
    case .gk05, .gk07, .gk08:
      rules = [
        rule(.total, [(.basic, 1), (.project, 1)]),
        measures.contains(.openingBalance)
          ? rule(.closingBalance, [(.openingBalance, 1), (.revenue, 1), (.total, -1)]) : nil,
      ].compactMap(\.self)
    case .gk09:
      rules = [
        rule(.budgetTotal, [(.budgetOverseasTravel, 1), (.budgetVehicles, 1), (.budgetReception, 1)]),
        rule(.budgetVehicles, [(.budgetVehiclePurchase, 1), (.budgetVehicleOperation, 1)]),
        rule(.actualTotal, [(.actualOverseasTravel, 1), (.actualVehicles, 1), (.actualReception, 1)]),
        rule(.actualVehicles, [(.actualVehiclePurchase, 1), (.actualVehicleOperation, 1)]),
      ].compactMap(\.self)
    }
  }

  /// Whether all rules hold within the rounding of the printed digits, those that can be told.
  func hold(_ reading: Reading, _ rounding: Rounding) -> Bool {
    rules.allSatisfy { isHeld($0, reading, rounding) }
  }

  /// Whether one rule holds, or cannot be told since a figure of it cannot be read; a blank whole over printed parts does
  /// not hold, even where they cancel.
  func isHeld(_ rule: Rule, _ reading: Reading, _ rounding: Rounding) -> Bool {
    var sum = Amount.zero
    var tolerance = Amount.zero
    var isBlank = true
    for (column, coefficient) in rule.terms {
      if reading.isUnknown(column) { return !isHeadless(rule, reading) }
      guard let value = reading.values[column] else { continue }
      sum += value * coefficient
      tolerance += rounding.halfUnit(of: reading.figures[column])
      isBlank = false
    }
    return isBlank || sum.magnitude <= tolerance && !isHeadless(rule, reading)
  }

  /// Whether a row prints parts but not their whole, which no form does.
  func isHeadless(_ reading: Reading) -> Bool { rules.contains { isHeadless($0, reading) } }

  private func isHeadless(_ rule: Rule, _ reading: Reading) -> Bool {
    guard let whole = rule.terms.first, reading.isBlank(whole.column),
      rule.terms.allSatisfy({ $0.coefficient != 1 || $0.column == whole.column })
    else { return false }
    return rule.terms.contains { reading.isUnknown($0.column) || reading.values[$0.column] ?? .zero != .zero }
  }
}

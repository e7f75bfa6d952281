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
    let template = form.template
    guard template.leftColumns == 0 || side != .revenue else {
      rules = []
      return
    }
    rules = template.identities.compactMap { $0.isOfLines ? nil : Self.rule($0, template, measures) }
  }

  /// The rule over the columns that a table has; nil where it lacks the sum, or all its parts.
  private static func rule(_ identity: PrintedIdentity, _ template: FormTemplate, _ measures: [Measure]) -> Rule? {
    let whole = template.columns[identity.whole - 1].measure
    guard let column = measures.firstIndex(of: whole) else { return nil }
    var text = ""
    var terms: [(column: Int, coefficient: Int64)] = [(column, 1)]
    for part in identity.parts {
      let measure = template.columns[part.number - 1].measure
      text += (text.isEmpty ? "" : part.sign < 0 ? " - " : " + ") + measure.rawValue
      if let column = measures.firstIndex(of: measure) { terms.append((column, -part.sign)) }
    }
    guard terms.count > 1 else { return nil }
    return Rule(label: "\(template.id) row: \(whole.rawValue) = \(text)", terms: terms)
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

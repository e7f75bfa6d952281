import Accounts

/// What a disclosure states, by its place: the figures of the forms and the facts of the narrative.
struct Ledger {
  private var figures: [CellKey: Figure] = [:]
  private(set) var facts: [Fact]
  private var places: [FactKey: Int] = [:]

  init(_ disclosure: Disclosure) {
    facts = disclosure.facts
    figures.reserveCapacity(disclosure.figures.count)
    for figure in disclosure.figures where figures[figure.key] == nil { figures[figure.key] = figure }
    for (index, fact) in facts.enumerated() where places[fact.key] == nil { places[fact.key] = index }
  }

  /// The figure of a cell; nil where it is blank or undecided.
  func quote(_ cell: CellKey) -> Quote? {
    guard let figure = figures[cell], let amount = figure.amount else { return nil }
    return Quote(amount, printed: figure.printed, line: figure.span?.line)
  }

  /// The fact of a key.
  func fact(_ key: FactKey) -> Fact? { places[key].map { facts[$0] } }

  /// The amount that the narrative states.
  func quote(_ key: FactKey) -> Quote? { fact(key)?.quote }

  /// The amount of a fact without subject and base.
  func quote(_ family: String, _ quantity: String) -> Quote? { quote(FactKey(FactName(family, quantity))) }

  /// The rows of a form that print a figure in a column.
  func rows(of form: Form, _ measure: Measure) -> [Figure] {
    figures.values.filter { $0.key.form == form && $0.key.measure == measure && $0.amount != nil }
  }
}

extension Fact {
  /// The amount with what its last digit is worth; nil for rates and counts.
  var quote: Quote? {
    guard case .yuan(let amount) = value else { return nil }
    return Quote(amount, printed: printed, line: span.line)
  }

  /// The rate; nil for amounts and counts.
  var percent: PrintedNumber? {
    if case .percent(let number) = value { number } else { nil }
  }

  /// The count; nil for amounts and rates.
  var count: Int64? {
    if case .count(let number) = value { number } else { nil }
  }
}

extension Finding {
  /// Two places that must agree; nil where they do to the last digit.
  ///
  /// What rounding explains is reported as rounding.
  static func difference(
    _ rule: FindingRule, _ printed: Quote, _ expected: Quote, at cell: CellKey? = nil, fact: String,
    _ words: String
  ) -> Finding? {
    let agreement = printed.agreement(with: expected)
    guard agreement != .exact else { return nil }
    return Finding(
      agreement == .rounded ? .roundingDifference : rule, form: cell?.form, side: cell?.side ?? .none, row: cell?.row,
      measure: cell?.measure, fact: fact, printed: printed.amount.description,
      expected: expected.amount.description, difference: printed.amount - expected.amount,
      message: "\(words): \(printed.amount) is printed, \(expected.amount) follows.", sourceLine: printed.line)
  }
}

import Accounts

/// An amount as some place of the disclosure prints it, with what its last digit is worth.
struct Quote {
  /// The amount, or a sum of several.
  var amount: Amount
  /// One unit of the last printed digit; nothing where none is printed.
  var unit: Amount
  /// Whether it has digits behind the decimal point: a whole number is never taken for one that was cut off.
  var hasDecimals = true
  var line: Int?

  init(_ amount: Amount, unit: Amount, line: Int? = nil) {
    self.amount = amount
    self.unit = unit
    self.line = line
  }

  /// Takes the worth of the last digit from the printed text: `1,160.02万元`.
  init(_ amount: Amount, printed: String, line: Int?) {
    self.amount = amount
    self.line = line
    let text = NormalText(printed)
    let start = text.units.firstIndex(where: NarrativeText.isDigit) ?? text.count
    guard let (number, end) = PrintedNumber.leading(text.units, at: start) else {
      unit = .zero
      return
    }
    hasDecimals = number.decimals > 0
    if let unit = amount.divided(by: number.digits) {
      self.unit = unit.magnitude
    } else {
      let money = MoneyUnit.leading(text, at: end)?.unit ?? .tenThousandYuan
      unit = number.halfUnit(in: money) * 2
    }
  }

  /// The sum of several, as exact as they are.
  static func sum(_ quotes: [Quote]) -> Quote {
    Quote(
      quotes.reduce(.zero) { $0 + $1.amount }, unit: quotes.reduce(.zero) { $0 + $1.unit },
      line: quotes.lazy.compactMap(\.line).first)
  }

  /// How two places that must agree stand to each other.
  enum Agreement {
    case exact
    /// The intervals that they stand for meet, or one is the other without its last digits.
    case rounded
    case broken
  }

  func agreement(with other: Quote) -> Agreement {
    let difference = (amount - other.amount).magnitude
    if difference == .zero { return .exact }
    if difference * 2 <= unit + other.unit { return .rounded }
    let (coarse, fine) = unit > other.unit ? (self, other) : (other, self)
    let isCut = coarse.hasDecimals && coarse.amount.magnitude < fine.amount.magnitude && difference < coarse.unit
    return isCut ? .rounded : .broken
  }
}

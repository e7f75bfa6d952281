import Accounts

/// An amount as some place of the disclosure prints it, with what its last digit is worth.
struct Quote {
  /// In thousandths of a yuan.
  var value: Int64
  /// One unit of the last printed digit, in thousandths of a yuan; 0 where nothing is printed.
  var unit: Int64
  /// Whether it has digits behind the decimal point: a whole number is never taken for one that was cut off.
  var hasDecimals = true
  var line: Int?

  init(value: Int64, unit: Int64, line: Int? = nil) {
    self.value = value
    self.unit = unit
    self.line = line
  }

  /// Takes the worth of the last digit from the printed text: `1,160.02万元`.
  init(_ amount: Amount, printed: String, line: Int?) {
    value = amount.thousandths
    self.line = line
    let text = NormalText(printed)
    let start = text.units.firstIndex(where: NarrativeText.isDigit) ?? text.count
    guard let (number, end) = PrintedNumber.leading(text.units, at: start) else {
      unit = 0
      return
    }
    hasDecimals = number.decimals > 0
    if number.digits != 0 {
      unit = Int64((amount.thousandths / number.digits).magnitude)
    } else {
      let money = MoneyUnit.leading(text, at: end)?.unit ?? .tenThousandYuan
      unit = number.halfUnit(in: money).thousandths * 2
    }
  }

  var amount: Amount { Amount(thousandths: value) }

  /// The sum of several, as exact as they are.
  static func sum(_ quotes: [Quote]) -> Quote {
    Quote(
      value: quotes.reduce(0) { $0 + $1.value }, unit: quotes.reduce(0) { $0 + $1.unit },
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
    let difference = (value - other.value).magnitude
    if difference == 0 { return .exact }
    if difference * 2 <= UInt64(unit + other.unit) { return .rounded }
    let (coarse, fine) = unit > other.unit ? (self, other) : (other, self)
    let isCut = coarse.hasDecimals && coarse.value.magnitude < fine.value.magnitude && difference < UInt64(coarse.unit)
    return isCut ? .rounded : .broken
  }
}

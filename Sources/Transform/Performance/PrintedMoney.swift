import Accounts

/// A number of a form's cell, with the unit printed behind it.
struct PrintedMoney {
  var number: PrintedNumber
  /// The unit of money in the cell; nil without one.
  var unit: MoneyUnit?
  var isPercent = false

  /// Reads `7.08万元`, `2610万`, `1,027.21`, `100%`; nil for other texts.
  init?(_ text: NormalText) {
    guard let (number, end) = PrintedNumber.leading(text.units, at: 0) else { return nil }
    self.number = number
    guard end < text.count else { return }
    guard let unit = Self.suffixes[NormalText(units: text.units[end...])] else { return nil }
    self.unit = unit
    isPercent = text.holds("%", at: end)
  }

  private static let suffixes: [NormalText: MoneyUnit?] = [
    "万元": .tenThousandYuan, "万": .tenThousandYuan, "元": .yuan, "千元": .thousandYuan, "亿元": .hundredMillionYuan,
    "%": Optional<MoneyUnit>.none, "分": Optional<MoneyUnit>.none,
  ]
}

import Accounts

/// A number of a form's cell, with the unit printed behind it.
struct PrintedMoney {
  var number: PrintedNumber
  /// The unit of money in the cell; nil without one.
  var unit: MoneyUnit?
  var isPercent = false

  /// Reads `7.08万元`, `2610万`, `1,027.21`, `100%`; nil for other texts.
  init?(_ text: NormalText) {
    var digits: Int64 = 0
    var decimals: Int?
    var isGrouped = false
    let units = text.units
    var index = 0
    while index < units.count, index < 18 {
      switch units[index] {
      case 0x30...0x39:
        digits = digits * 10 + Int64(units[index] - 0x30)
        decimals = decimals.map { $0 + 1 }
      case 0x2C where decimals == nil && index > 0: isGrouped = true
      case 0x2E where decimals == nil && index > 0: decimals = 0
      default:
        guard index > 0 else { return nil }
        guard let kind = Self.suffixes[NormalText(units: units[index...])] else { return nil }
        number = PrintedNumber(digits: digits, decimals: decimals ?? 0, isGrouped: isGrouped)
        unit = kind
        isPercent = kind == nil && units[index] == 0x25
        return
      }
      index += 1
    }
    guard index > 0, index == units.count else { return nil }
    number = PrintedNumber(digits: digits, decimals: decimals ?? 0, isGrouped: isGrouped)
  }

  private static let suffixes: [NormalText: MoneyUnit?] = [
    "万元": .tenThousandYuan, "万": .tenThousandYuan, "元": .yuan, "千元": .thousandYuan, "亿元": .hundredMillionYuan,
    "%": Optional<MoneyUnit>.none, "分": Optional<MoneyUnit>.none,
  ]
}

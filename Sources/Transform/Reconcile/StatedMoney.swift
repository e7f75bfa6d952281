import Accounts

/// An amount of money in a sentence.
struct StatedMoney: Equatable {
  var amount: Amount
  /// Half a unit of its last digit.
  var halfUnit: Amount

  /// The first amount that follows a label at once, or behind 数, 为 or 是: `决算数为 4.33 万元`.
  static func read(behind label: NormalText, in text: NormalText) -> StatedMoney? {
    var start = 0
    while let found = text.firstIndex(of: label, from: start) {
      start = found + label.count
      if let money = read(text.units[start...].drop { $0 == 0x6570 || $0 == 0x4E3A || $0 == 0x662F }) { return money }
    }
    return nil
  }

  /// The amount that units begin with.
  private static func read(_ units: ArraySlice<UInt16>) -> StatedMoney? {
    let digits = units.prefix(20).prefix { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
    let unit = NormalText(units: units[digits.endIndex...].prefix(2))
    let money: MoneyUnit? = unit.hasPrefix("万元") ? .tenThousandYuan : unit.hasPrefix("元") ? .yuan : nil
    guard let money, let number = number(digits), let amount = number.amount(in: money) else { return nil }
    return StatedMoney(amount: amount, halfUnit: number.halfUnit(in: money))
  }

  private static func number(_ units: ArraySlice<UInt16>) -> PrintedNumber? {
    guard let first = units.first, first >= 0x30 else { return nil }
    var digits: Int64 = 0
    var decimals: Int?
    for unit in units {
      if unit == 0x2C { continue }
      if unit == 0x2E {
        guard decimals == nil else { return nil }
        decimals = 0
      } else {
        digits = digits * 10 + Int64(unit - 0x30)
        decimals = decimals.map { $0 + 1 }
      }
    }
    return units.count <= 16 ? PrintedNumber(digits: digits, decimals: decimals ?? 0) : nil
  }
}

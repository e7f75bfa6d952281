import Accounts

/// An amount of money in a sentence.
struct StatedMoney: Equatable {
  var amount: Amount
  /// Half a unit of its last digit.
  var halfUnit: Amount

  /// The amount that stands at `start`, `4.33万元`, and the index behind it; nil where none does.
  static func leading(_ text: NormalText, at start: Int) -> (money: StatedMoney, end: Int)? {
    guard let (number, numberEnd) = PrintedNumber.leading(text.units, at: start),
      let (unit, end) = MoneyUnit.leading(text, at: numberEnd), let amount = number.amount(in: unit)
    else { return nil }
    return (StatedMoney(amount: amount, halfUnit: number.halfUnit(in: unit)), end)
  }

  /// The first amount that follows a label at once, or behind 数, 为 or 是: `决算数为 4.33 万元`.
  static func read(behind label: NormalText, in text: NormalText) -> StatedMoney? {
    var start = 0
    while let found = text.firstIndex(of: label, from: start) {
      start = found + label.count
      let value = text.units[start...].firstIndex { ![0x6570, 0x4E3A, 0x662F].contains($0) }
      if let value, let (money, _) = leading(text, at: value) { return money }
    }
    return nil
  }
}

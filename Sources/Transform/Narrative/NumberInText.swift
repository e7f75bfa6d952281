import Accounts

/// The one grammar of numbers and units of money in running text, for facts, for witnesses and for cells of forms.
extension PrintedNumber {
  /// The number that stands at `start`: digits, groups of three behind commas, decimals; and the index behind it.
  ///
  /// Nil where no digit stands there, for more digits than an amount can have, and where the number touches a character
  /// that cannot be read: what is left of it is another number.
  static func leading(_ units: [UInt16], at start: Int) -> (number: PrintedNumber, end: Int)? {
    var digits: Int64 = 0
    var count = 0
    var decimals: Int?
    var isGrouped = false
    var index = start
    loop: while index < units.count {
      switch units[index] {
      case 0x30...0x39:
        guard count < mostDigits else { return nil }
        count += 1
        digits = digits * 10 + Int64(units[index] - 0x30)
        decimals = decimals.map { $0 + 1 }
      case 0x2E where decimals == nil && index > start && isDigit(units, at: index + 1): decimals = 0
      case 0x2C where decimals == nil && isGroup(units, at: index + 1):
        guard isGrouped || (1...3).contains(index - start) else { break loop }
        isGrouped = true
      default: break loop
      }
      index += 1
    }
    guard index > start, !isTorn(units, start..<index) else { return nil }
    return (PrintedNumber(digits: digits, decimals: decimals ?? 0, isGrouped: isGrouped), index)
  }

  /// Whether a character that cannot be read stands beside a number, or beside digits and marks that go on from it.
  private static func isTorn(_ units: [UInt16], _ number: Range<Int>) -> Bool {
    let before = units[..<number.lowerBound].suffix(longest).last { !isDigitOrMark($0) }
    let after = units[number.upperBound...].prefix(longest).first { !isDigitOrMark($0) }
    return before == unreadable || after == unreadable
  }

  private static func isDigitOrMark(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit) || unit == 0x2C || unit == 0x2E
  }

  private static let unreadable = UInt16(Characters.unreadable.value)
  /// No amount is longer, with its commas.
  private static let longest = 24

  private static func isDigit(_ units: [UInt16], at index: Int) -> Bool {
    index < units.count && (0x30...0x39).contains(units[index])
  }

  /// Whether three digits stand at `index`, and no fourth.
  private static func isGroup(_ units: [UInt16], at index: Int) -> Bool {
    (index..<index + 3).allSatisfy { isDigit(units, at: $0) } && !isDigit(units, at: index + 3)
  }
}

extension MoneyUnit {
  /// The unit of money that stands at `start`, and the index behind it; nil where none does.
  static func leading(_ text: NormalText, at start: Int) -> (unit: MoneyUnit, end: Int)? {
    for (word, unit) in words where text.holds(word, at: start) { return (unit, start + word.count) }
    return nil
  }

  private static let words: [(NormalText, MoneyUnit)] = [
    ("亿元", .hundredMillionYuan), ("万元", .tenThousandYuan), ("千元", .thousandYuan), ("元", .yuan),
  ]
}

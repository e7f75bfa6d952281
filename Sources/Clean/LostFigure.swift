import Accounts

/// Tells a figure that cannot be read from words: digits with something among them that is none, and hardly a word.
///
/// `9746.` with an unreadable digit, `1.234.56x`, `1,23.45`, `7,2二5.03` and the `####` of a cell that was too narrow are
/// figures; dates, rates, ranges, sums of column numbers and names are none.
enum LostFigure {
  /// Whether a text that is no number is such a figure.
  static func isOne(_ text: NormalText) -> Bool {
    let units = text.units
    guard (2...40).contains(units.count), !units.contains(where: isOtherSign) else { return false }
    if units[0] == 0x23 && units[1...].allSatisfy({ $0 < 0x80 }) { return true }
    let digits = units.count(where: isDigit)
    let unread = units.count { $0 == unreadable }
    if unread > 0, units.allSatisfy({ $0 == unreadable || isMark($0) }) { return true }
    let marks = units.count(where: isMark)
    let others = units.count - digits - unread - marks - (units[0] == 0x2D ? 1 : 0)
    guard digits > 0, others <= mostOthers, others < digits, !isDate(units) else { return false }
    if others == 0, digits > PrintedNumber.mostDigits { return true }
    if unread > 0 { return digits + unread > 1 && !units.contains(where: isOfWords) }
    return others > 0 ? hasDecimals(units) : marks > 0 && hasOddGroups(units)
  }

  /// More letters among digits are a word.
  private static let mostOthers = 2

  private static let unreadable = UInt16(Characters.unreadable.value)

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
  private static func isMark(_ unit: UInt16) -> Bool { unit == 0x2C || unit == 0x2E || unit == 0x3002 }

  /// Whether a unit belongs to rates, ranges, sums, lists or dates: `%`, `=`, `+`, `/`, `:`, `~`, `①`, 年, 月, 日.
  private static func isOtherSign(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x25, 0x2B, 0x2F, 0x3A, 0x3B, 0x3D, 0x5B, 0x5D, 0x7E, 0x2026, 0x2030, 0x3001, 0x5E74, 0x6708, 0x65E5: true
    case 0x2460...0x249B: true
    default: false
    }
  }

  private static func isOfWords(_ unit: UInt16) -> Bool { (0x3040...0xD7FF).contains(unit) }

  /// Whether a point or comma stands between digits, and both are most of the text.
  private static func hasDecimals(_ units: [UInt16]) -> Bool {
    units.count { isDigit($0) || isMark($0) } * 3 >= units.count * 2
      && units.indices.dropFirst().dropLast().contains { index in
        isMark(units[index]) && isDigit(units[index - 1]) && isDigit(units[index + 1])
      }
  }

  /// `2024.10.31`, `2024-10-31`.
  private static func isDate(_ units: [UInt16]) -> Bool {
    units.count >= 8 && units[0] == 0x32 && units[1] == 0x30 && units[2...3].allSatisfy(isDigit)
      && (units[4] == 0x2E || units[4] == 0x2D) && units.count { $0 == units[4] } == 2
  }

  /// Whether nothing but digits and marks stands there, and not one digit in each group: `1.1.1` numbers a list.
  private static func hasOddGroups(_ units: [UInt16]) -> Bool {
    units.split(whereSeparator: isMark).contains { $0.count > 1 }
      && units.allSatisfy { isDigit($0) || isMark($0) || $0 == 0x2D }
  }
}

import Accounts

/// A year that a text names, in digits (`2024年度`) or in words (`二〇二四年度`).
package struct YearMention: Hashable, Sendable {
  /// The calendar year.
  var year: Int
  /// Where it stands among the units of the reduced text, from its first digit to behind 年 or 年度.
  var range: Range<Int>
  /// Whether 年度 stands behind it, which only fiscal years have.
  var isFiscal: Bool
  /// The month that follows, as in a date; nil without one.
  var month: Int?
  /// The day that follows the month; nil without one.
  var day: Int?

  /// All years that a reduced text names, in order.
  package static func all(in text: NormalText) -> [YearMention] {
    let units = text.units
    var found: [YearMention] = []
    var index = 0
    while index < units.count {
      if let mention = mention(in: units, at: index) {
        found.append(mention)
        index = mention.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func mention(in units: [UInt16], at start: Int) -> YearMention? {
    guard let (year, end) = yearNumber(in: units, at: start), (1990...2099).contains(year) else { return nil }
    guard end < units.count, units[end] == yearSign else { return separatedDate(in: units, at: start, year, end) }
    let isFiscal = end + 1 < units.count && units[end + 1] == degreeSign
    var mention = YearMention(
      year: year, range: start..<(end + (isFiscal ? 2 : 1)), isFiscal: isFiscal, month: nil, day: nil)
    guard !isFiscal, let (month, monthEnd) = smallNumber(in: units, at: end + 1), monthEnd < units.count,
      units[monthEnd] == monthSign, (1...12).contains(month)
    else { return mention }
    mention.month = month
    mention.range = start..<(monthEnd + 1)
    if let (day, dayEnd) = smallNumber(in: units, at: monthEnd + 1), dayEnd < units.count,
      units[dayEnd] == daySign || units[dayEnd] == numberSign, (1...31).contains(day)
    {
      mention.day = day
      mention.range = start..<(dayEnd + 1)
    }
    return mention
  }

  /// A date such as `2025-10-31`, `2025/10/31` or `2025.10.31`.
  private static func separatedDate(in units: [UInt16], at start: Int, _ year: Int, _ end: Int) -> YearMention? {
    guard end < units.count, [0x2D, 0x2F, 0x2E].contains(units[end]), isASCIIDigit(units[start]),
      let (month, monthEnd) = smallNumber(in: units, at: end + 1), (1...12).contains(month),
      monthEnd < units.count, units[monthEnd] == units[end],
      let (day, dayEnd) = smallNumber(in: units, at: monthEnd + 1, longest: 2), (1...31).contains(day)
    else { return nil }
    return YearMention(year: year, range: start..<dayEnd, isFiscal: false, month: month, day: day)
  }

  /// Four digits in figures or words that no digit stands before.
  private static func yearNumber(in units: [UInt16], at start: Int) -> (Int, Int)? {
    guard start + 4 <= units.count, let first = digit(units[start]), first == 1 || first == 2 else { return nil }
    if start > 0, digit(units[start - 1]) != nil { return nil }
    var value = 0
    for unit in units[start..<(start + 4)] {
      guard let next = digit(unit) else { return nil }
      value = value * 10 + next
    }
    return (value, start + 4)
  }

  /// A number below 100 in figures or words (`十`, `三十一`).
  private static func smallNumber(in units: [UInt16], at start: Int, longest: Int = 3) -> (Int, Int)? {
    var value = 0
    var end = start
    while end < units.count, end < start + longest {
      if units[end] == ten {
        value = max(value, 1) * 10
      } else if let next = digit(units[end]) {
        value = isASCIIDigit(units[end]) ? value * 10 + next : value + next
      } else {
        break
      }
      end += 1
    }
    return end > start ? (value, end) : nil
  }

  private static func isASCIIDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private static func digit(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x30...0x39: Int(unit) - 0x30
    case 0x3007, 0x96F6, 0x25CB, 0x4F, 0x6F, 0x041E, 0x039F: 0  // 〇 零 ○ and the letter O
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static let yearSign: UInt16 = 0x5E74  // 年
  private static let degreeSign: UInt16 = 0x5EA6  // 度
  private static let monthSign: UInt16 = 0x6708  // 月
  private static let daySign: UInt16 = 0x65E5  // 日
  private static let numberSign: UInt16 = 0x53F7  // 号
  private static let ten: UInt16 = 0x5341  // 十
}

extension YearMention {
  /// The ISO date, where the day is given.
  var isoDate: String? {
    guard let month, let day else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

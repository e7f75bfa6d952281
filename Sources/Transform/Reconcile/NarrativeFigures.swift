import Accounts

/// The amounts that the narrative prints: an independent place beside the forms.
enum NarrativeFigures {
  /// The amounts of the sections, in thousandths of a yuan, with their lines: numbers that 万元 or 元 follows.
  static func amounts(in sections: [Section]) -> [Int64: Int] {
    var amounts: [Int64: Int] = [:]
    for section in sections where section.part == .narrative || section.part == nil {
      for paragraph in section.paragraphs { read(paragraph, into: &amounts) }
    }
    return amounts
  }

  private static func read(_ paragraph: Paragraph, into amounts: inout [Int64: Int]) {
    let units = NormalText(paragraph.text).units[...]
    var index = units.startIndex
    while index < units.endIndex {
      guard (0x30...0x39).contains(units[index]), let (number, end) = PrintedNumber.leading(units[index...]) else {
        index += 1
        continue
      }
      if let amount = MoneyUnit.leading(units[end...]).flatMap({ number.amount(in: $0) }) {
        amounts[amount.thousandths] = amounts[amount.thousandths] ?? paragraph.span.line
      }
      index = end
    }
  }
}

extension MoneyUnit {
  /// The unit that units of text begin with: 万元 or 元.
  static func leading(_ units: ArraySlice<UInt16>) -> MoneyUnit? {
    let text = NormalText(units: units.prefix(2))
    return text.hasPrefix("万元") ? .tenThousandYuan : text.hasPrefix("元") ? .yuan : nil
  }
}

extension PrintedNumber {
  /// The number that units of text begin with, and the index behind it.
  static func leading(_ units: ArraySlice<UInt16>) -> (PrintedNumber, Int)? {
    var digits: Int64 = 0
    var decimals: Int?
    var index = units.startIndex
    while index < units.endIndex, index - units.startIndex < 16 {
      switch units[index] {
      case 0x30...0x39:
        digits = digits * 10 + Int64(units[index] - 0x30)
        decimals = decimals.map { $0 + 1 }
      case 0x2E where decimals == nil && index > units.startIndex: decimals = 0
      case 0x2C where decimals == nil && index > units.startIndex: break
      default: return index == units.startIndex ? nil : (PrintedNumber(digits: digits, decimals: decimals ?? 0), index)
      }
      index += 1
    }
    return index == units.startIndex ? nil : (PrintedNumber(digits: digits, decimals: decimals ?? 0), index)
  }
}

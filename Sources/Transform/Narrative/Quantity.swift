import Accounts

/// A number of running text with what it counts.
package struct Quantity {
  /// What the number is a number of.
  enum Kind: Hashable {
    case money(MoneyUnit)
    case percent
    /// Persons, vehicles, batches: the measure word as printed.
    case count(NormalText)
    /// Nothing stands behind it; it may be a rate whose sign was lost, or the first of a pair.
    case bare

    /// Whether both are amounts, percentages or counts of the same things.
    func isSameMeasure(as other: Kind) -> Bool {
      if case .money = self, case .money = other { return true }
      return self == other && self != .bare
    }
  }

  var number: PrintedNumber
  var kind: Kind
  /// Its place in the reduced text, with its unit.
  var range: Range<Int>

  /// The amount in yuan, of money that is not too fine.
  var amount: Amount? {
    if case .money(let unit) = kind { number.amount(in: unit) } else { nil }
  }

  /// Half a unit of the last digit of money.
  var halfUnit: Amount {
    if case .money(let unit) = kind { number.halfUnit(in: unit) } else { .zero }
  }
}

extension Quantity {
  /// The quantities of a text in order. Dates, list numbers, thresholds (`100万元以上`) and names of plans are none.
  package static func quantities(in text: NarrativeText) -> [Quantity] {
    let units = text.normal.units
    var quantities: [Quantity] = []
    var index = text.listMarker
    while index < units.count {
      guard NarrativeText.isDigit(units[index]) else {
        index += 1
        continue
      }
      let (number, end) = number(in: units, at: index)
      let isWord = index > 0 && isLetter(units[index - 1])
      if let number, !isWord, let quantity = quantity(number, in: text.normal, from: index, end: end) {
        quantities.append(quantity)
        index = quantity.range.upperBound
      } else {
        index = end
      }
    }
    return shareUnits(quantities, in: text.normal)
  }

  /// The number at a place; a minus sign before it counts, where it is no dash between two numbers.
  private static func number(in units: [UInt16], at start: Int) -> (PrintedNumber?, Int) {
    guard let (magnitude, end) = PrintedNumber.leading(units, at: start) else {
      return (nil, units[start...].firstIndex { !NarrativeText.isDigit($0) } ?? units.count)
    }
    let isNegative = start > 0 && units[start - 1] == 0x2D && !(start > 1 && NarrativeText.isDigit(units[start - 2]))
    return (isNegative ? -magnitude : magnitude, end)
  }

  private static func isLetter(_ unit: UInt16) -> Bool { (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit) }

  private static func quantity(_ number: PrintedNumber, in text: NormalText, from start: Int, end: Int) -> Quantity? {
    if let (unit, behind) = MoneyUnit.leading(text, at: end) {
      if thresholds.contains(where: { text.holds($0, at: behind) }) { return nil }
      return Quantity(number: number, kind: .money(unit), range: start..<behind)
    }
    // `14万件` counts things, `100万` alone money.
    if text.holds("万", at: end) {
      guard isMoneyEnd(text, end + 1) else { return nil }
      return Quantity(number: number, kind: .money(.tenThousandYuan), range: start..<end + 1)
    }
    for (word, kind) in unitWords where text.holds(word, at: end) {
      guard let kind else { return nil }
      return Quantity(number: number, kind: kind, range: start..<end + word.count)
    }
    return Quantity(number: number, kind: .bare, range: start..<end)
  }

  private static func isMoneyEnd(_ text: NormalText, _ index: Int) -> Bool {
    index >= text.count || [0x2C, 0x3002, 0x3B, 0x3001, 0x28, 0x29].contains(text.units[index])
  }

  /// Gives the numbers of a list their unit from its last one: `各是3924.94、3820.11万元`.
  private static func shareUnits(_ quantities: [Quantity], in text: NormalText) -> [Quantity] {
    var quantities = quantities
    for index in quantities.indices.dropLast().reversed() where quantities[index].kind == .bare {
      let gap = quantities[index].range.upperBound..<quantities[index + 1].range.lowerBound
      if gap.count == 1, listSeparators.contains(text.units[gap.lowerBound]) {
        quantities[index].kind = quantities[index + 1].kind
      }
    }
    return quantities
  }

  /// What may stand behind a number beside money, longest first; nil for what is no quantity of the facts.
  private static let unitWords: [(NormalText, Kind?)] = [
    ("%", .percent), ("个百分点", nil), ("年", nil), ("月", nil), ("日", nil),
    ("批次", .count("批次")), ("人次", .count("人次")), ("台(套)", .count("台")), ("辆", .count("辆")), ("批", .count("批次")),
    ("个", .count("个")), ("人", .count("人")), ("名", .count("人")), ("台", .count("台")), ("套", .count("台")),
    ("项", .count("个")), ("次", .count("批次")),
  ]
  /// 、 和 与 及 between the numbers of a list.
  static let listSeparators: Set<UInt16> = [0x3001, 0x548C, 0x4E0E, 0x53CA]
  private static let thresholds: [NormalText] = ["(含)以上", "以上", "及以上", "(含", "以下"]
}

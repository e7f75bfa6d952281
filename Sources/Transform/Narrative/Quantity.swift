import Accounts

/// A number of running text with what it counts.
struct Quantity {
  /// What the number is a number of.
  enum Kind: Hashable {
    case money(MoneyUnit)
    case percent
    /// Persons, vehicles, batches: the measure word as printed.
    case count(NormalText)
    /// Nothing stands behind it; it may be a rate whose sign was lost, or the first of a pair.
    case bare
  }

  var number: PrintedNumber
  var kind: Kind
  /// Its place in the reduced text, with its unit.
  var range: Range<Int>

  /// The amount in yuan, of money that is not too fine.
  var amount: Amount? {
    if case .money(let unit) = kind { number.amount(in: unit) } else { nil }
  }
}

extension Quantity {
  /// The quantities of a text in order. Dates, list numbers, thresholds (`100万元以上`) and names of plans are none.
  static func quantities(in text: NarrativeText) -> [Quantity] {
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

  /// Reads digits, groups of three behind commas, and decimals; a minus sign before them counts.
  private static func number(in units: [UInt16], at start: Int) -> (PrintedNumber?, Int) {
    var digits: Int64 = 0
    var decimals: Int?
    var isGrouped = false
    var index = start
    loop: while index < units.count, index - start < 18 {
      switch units[index] {
      case 0x30...0x39:
        digits = digits * 10 + Int64(units[index] - 0x30)
        decimals = decimals.map { $0 + 1 }
      case 0x2E where decimals == nil && index + 1 < units.count && NarrativeText.isDigit(units[index + 1]):
        decimals = 0
      case 0x2C where decimals == nil && index - start <= (isGrouped ? 16 : 3) && isGroup(units, at: index + 1):
        isGrouped = true
      default: break loop
      }
      index += 1
    }
    let isNegative = start > 0 && units[start - 1] == 0x2D && !(start > 1 && NarrativeText.isDigit(units[start - 2]))
    let number = PrintedNumber(digits: isNegative ? -digits : digits, decimals: decimals ?? 0, isGrouped: isGrouped)
    return (number, index)
  }

  private static func isGroup(_ units: [UInt16], at index: Int) -> Bool {
    guard index + 3 <= units.count, units[index..<index + 3].allSatisfy(NarrativeText.isDigit) else { return false }
    return index + 3 == units.count || !NarrativeText.isDigit(units[index + 3])
  }

  private static func isLetter(_ unit: UInt16) -> Bool { (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit) }

  private static func quantity(_ number: PrintedNumber, in text: NormalText, from start: Int, end: Int) -> Quantity? {
    for (word, kind) in unitWords where text.holds(word, at: end) {
      let behind = end + word.count
      guard let kind else { return nil }
      if case .money = kind {
        if thresholds.contains(where: { text.holds($0, at: behind) }) { return nil }
        // `14万件` counts things, `100万` alone money.
        if word.count == 1, word == "万", !isMoneyEnd(text, behind) { return nil }
      }
      return Quantity(number: number, kind: kind, range: start..<behind)
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
      if gap.count == 1, [0x3001, 0x548C, 0x4E0E, 0x53CA].contains(text.units[gap.lowerBound]) {
        quantities[index].kind = quantities[index + 1].kind
      }
    }
    return quantities
  }

  /// What may stand behind a number, longest first; nil for what is no quantity of the facts.
  private static let unitWords: [(NormalText, Kind?)] = [
    ("亿元", .money(.hundredMillionYuan)), ("万元", .money(.tenThousandYuan)), ("千元", .money(.thousandYuan)),
    ("元", .money(.yuan)), ("%", .percent), ("个百分点", nil), ("年", nil), ("月", nil), ("日", nil),
    ("批次", .count("批次")), ("人次", .count("人次")), ("台(套)", .count("台")), ("辆", .count("辆")), ("批", .count("批次")),
    ("个", .count("个")), ("人", .count("人")), ("名", .count("人")), ("台", .count("台")), ("套", .count("台")),
    ("项", .count("个")),
    ("次", .count("批次")), ("万", .money(.tenThousandYuan)),
  ]
  private static let thresholds: [NormalText] = ["(含)以上", "以上", "及以上", "(含", "以下"]
}

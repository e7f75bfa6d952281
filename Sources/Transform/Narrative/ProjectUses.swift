import Accounts

/// The projects that 项目支出主要用于 names with their amounts.
enum ProjectUses {
  struct Entry {
    var name: String
    var nameRange: Range<Int>
    var quantity: Quantity
    /// Whether it has a number of its own within its text: `②灯塔看护3万元`.
    var isNumbered: Bool
  }

  /// Where the list begins; nil where the text has none.
  static func start(in text: NormalText) -> Int? {
    for word: NormalText in ["项目支出主要用于", "项目支出用于", "项目支出主要包括", "项目支出具体包括"] {
      guard let index = text.firstIndex(of: word) else { continue }
      let start = index + word.count
      // `用于以下方面:`
      let colon = text.units[start...].prefix(8).firstIndex(of: 0x3A)
      return colon.map { $0 + 1 } ?? start
    }
    return nil
  }

  /// The entries from a place on, parted by semicolons: a name and the first amount behind it.
  static func entries(in text: NarrativeText, from start: Int) -> [Entry] {
    let normal = text.normal
    let quantities = Quantity.quantities(in: text).filter { $0.range.lowerBound >= start && $0.amount != nil }
    var entries: [Entry] = []
    var begin = start
    var next = 0
    while begin < normal.count {
      let end = normal.units[begin...].firstIndex(of: 0x3B) ?? normal.count
      while next < quantities.count, quantities[next].range.lowerBound < begin { next += 1 }
      if next < quantities.count, case let quantity = quantities[next], quantity.range.lowerBound < end,
        let range = nameRange(normal, begin..<quantity.range.lowerBound)
      {
        entries.append(
          Entry(
            name: text.printed(range), nameRange: range, quantity: quantity,
            isNumbered: circled.contains(normal.units[begin])))
      }
      begin = end + 1
    }
    return entries
  }

  /// The name without list number, colon, or a verb before the amount; nil where no name stands there.
  private static func nameRange(_ text: NormalText, _ range: Range<Int>) -> Range<Int>? {
    var range = range
    while let first = range.first, leading.contains(text.units[first]) { range.removeFirst() }
    for word in trailing where range.count > word.count && text.holds(word, at: range.upperBound - word.count) {
      range = range.lowerBound..<range.upperBound - word.count
    }
    let hasPause = text.units[range].contains { $0 == 0x3002 || $0 == 0x2C }
    guard range.count >= 2, range.count <= 60, !hasPause, !text.holds("用于", at: range.lowerBound) else { return nil }
    return range
  }

  /// : , and list numbers.
  private static let leading: [UInt16] = [0x3A, 0x2C] + circled
  private static let circled: ClosedRange<UInt16> = 0x2460...0x2473
  private static let trailing: [NormalText] = [",", "共计", "支出", "为", ":"]
}

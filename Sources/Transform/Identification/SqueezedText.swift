import Accounts

/// Text without white space, with ASCII digits, and otherwise as printed: names are cut out of it.
struct SqueezedText: Hashable, Sendable, CustomStringConvertible {
  private let units: ArraySlice<UInt16>

  /// Squeezes `text`.
  init(_ text: String) {
    units = text.utf16.compactMap(Self.kept)[...]
  }

  private init(units: ArraySlice<UInt16>) {
    self.units = units
  }

  /// The number of units left.
  var count: Int { units.count }

  /// The last character.
  var last: UInt16? { units.last }

  /// A stretch of it, by offsets.
  subscript(range: Range<Int>) -> SqueezedText {
    SqueezedText(units: units[(units.startIndex + range.lowerBound)..<(units.startIndex + range.upperBound)])
  }

  func hasPrefix(_ prefix: SqueezedText) -> Bool { units.starts(with: prefix.units) }

  func hasSuffix(_ suffix: SqueezedText) -> Bool {
    units.count >= suffix.count && units.suffix(suffix.count).elementsEqual(suffix.units)
  }

  /// Where `part` first stands at or behind the offset `start`.
  func firstRange(of part: SqueezedText, from start: Int) -> Range<Int>? {
    guard part.count > 0, count >= part.count + start else { return nil }
    return (start...(count - part.count)).lazy.map { $0..<($0 + part.count) }.first {
      self[$0].units.elementsEqual(part.units)
    }
  }

  func contains(_ part: SqueezedText) -> Bool { firstRange(of: part, from: 0) != nil }

  /// The text without the years that it names.
  func withoutYears() -> SqueezedText {
    var kept: [UInt16] = []
    var index = 0
    let all = Array(units)
    for mention in YearMention.all(in: NormalText(units: all)) {
      kept += all[index..<mention.range.lowerBound]
      index = mention.range.upperBound
    }
    return SqueezedText(units: (kept + all[index...])[...])
  }

  /// The text without a pair of brackets around all of it.
  func withoutOuterBrackets() -> SqueezedText {
    guard let first = units.first, let last = units.last, first == 0xFF08 || first == 0x28,
      last == 0xFF09 || last == 0x29
    else { return self }
    return SqueezedText(units: units.dropFirst().dropLast())
  }

  /// The text as a string.
  var description: String { String(decoding: units, as: UTF16.self) }

  private static func kept(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x00...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x3000, 0xFEFF: nil
    case 0xFF10...0xFF19: unit - 0xFEE0
    default: unit
    }
  }

  static func == (left: SqueezedText, right: SqueezedText) -> Bool { left.units.elementsEqual(right.units) }

  func hash(into hasher: inout Hasher) {
    for unit in units { hasher.combine(unit) }
  }
}

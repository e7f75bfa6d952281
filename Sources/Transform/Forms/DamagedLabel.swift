import Accounts

/// A label in which a wrong conversion lost characters: which names it may have been.
struct DamagedLabel {
  private let units: [UInt16]

  /// Takes a text with one or two lost characters; nil where none is lost, or too much.
  init?(_ text: NormalText) {
    let lost = text.units.count(where: Self.isLost)
    guard (1...2).contains(lost), text.count >= lost + 3 else { return nil }
    units = text.units
  }

  /// Whether it is `name` but for its lost characters, perhaps behind the number of a line.
  func mayBe(_ name: NormalText) -> Bool {
    let start = units.count - name.count
    guard name.count > 3, (0...5).contains(start), units[..<start].allSatisfy(Self.isNumbering) else { return false }
    let known = zip(units[start...], name.units).count { $0 == $1 }
    return known >= 3 && zip(units[start...], name.units).allSatisfy { $0 == $1 || Self.isLost($0) }
  }

  /// What a text is without one of two equal characters that stand side by side, as a joined line end leaves them.
  static func withoutDoubled(_ text: NormalText) -> [NormalText] {
    text.units.indices.dropFirst().filter { text.units[$0] == text.units[$0 - 1] }.map { index in
      var units = text.units
      units.remove(at: index)
      return NormalText(units: units)
    }
  }

  private static func isNumbering(_ unit: UInt16) -> Bool {
    isLost(unit) || LineLabels.digits[unit] != nil || LineLabels.marks.contains(unit) || unit == 0x28
  }

  /// Whether a unit stands for a character that was lost: the replacement character, a question mark, or the first of
  /// the two characters that GBK reads from replacement characters in UTF-8.
  static func isLost(_ unit: UInt16) -> Bool { unit == 0xFFFD || unit == 0x3F || unit == 0x951F }
}

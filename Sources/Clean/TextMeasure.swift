/// Widths and ends of printed lines, by which soft line ends are told from paragraphs.
enum TextMeasure {
  /// Quarters of a wide character that a text takes: 4 for a wide one, 2 for others, 1 for a space.
  ///
  /// Justified lines squeeze their spaces, which is why these count so little.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The width of what cannot be broken at the start of a text: a number, a Latin word or one wide character.
  static func firstUnitWidth(of text: String) -> Int {
    var total = 0
    for scalar in text.unicodeScalars {
      guard scalar.isASCII, scalar.value > 0x20 else { return total == 0 ? 4 : total }
      total += 2
    }
    return total
  }

  /// Whether a text ends a sentence or announces a list: 。！？；： and their ASCII forms, closing marks aside.
  static func endsSentence(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar {
      case "。", "！", "？", "；", "：", "!", "?", ";", ":", "…": return true
      case "”", "’", "」", "』": continue
      default: return scalar.isSpace
      }
    }
    return false
  }

  /// Whether a text ends a sentence for good: with 。！？.
  static func endsFully(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar {
      case "。", "！", "？", "!", "?": return true
      case "”", "’", "」", "』": continue
      default: return false
      }
    }
    return false
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0...0x20: 1
    case 0x2018...0x201F, 0x2026, 0x2014: 4
    case 0x21...0x10FF: 2
    default: 4
    }
  }
}

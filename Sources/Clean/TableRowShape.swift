/// Recognises the rows of tables that a layout without tabs leaves as lines of text.
enum TableRowShape {
  /// Whether a line has no punctuation of sentences and ends with a number that prose would not end with.
  ///
  /// That is an amount (with a point or commas), the second number of the line, or a number standing alone.
  static func matches(_ text: String) -> Bool {
    var words = 0
    var numbers = 0
    var word = Word()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "。", "，", "；": return false
      case " ", "\u{3000}":
        if word.length > 0 {
          words += 1
          if word.isNumber { numbers += 1 }
        }
        word = Word()
      default: word.add(scalar)
      }
    }
    guard word.isNumber else { return false }
    return words == 0 || numbers > 0 || word.hasSeparator && words < 3
  }

  /// What one word of the line is made of.
  private struct Word {
    var length = 0
    var digits = 0
    var hasSeparator = false

    var isNumber: Bool { digits > 0 && digits == length }

    mutating func add(_ scalar: Unicode.Scalar) {
      length += 1
      if scalar.isDigit {
        digits += 1
      } else if scalar == "." || scalar == "," || scalar == "-" {
        digits += 1
        hasSeparator = true
      }
    }
  }
}

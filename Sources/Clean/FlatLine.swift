import Accounts

/// Tells a line that holds all rows of a table from running text.
enum FlatLine {
  /// Whether a text is many short words with numbers among them, without the punctuation of sentences.
  static func isTable(_ text: String) -> Bool {
    var (words, numbers, length) = (0, 0, 0)
    var isNumber = true
    func isCounted() -> Bool { isNumber && length > 0 }
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{3000}", "\u{A0}", "\n":
        if isCounted() { numbers += 1 }
        if length > 0 { words += 1 }
        (length, isNumber) = (0, true)
        continue
      case "0"..."9", ".", ",", "-": break
      case "，", "。", "；":
        // Between digits it is a misread mark of a number.
        if !isCounted() { return false }
      default: isNumber = false
      }
      length += 1
      if length > longestWord { return false }
    }
    return words >= fewestWords && numbers >= fewestNumbers
  }

  /// The longest names of subjects have about thirty characters.
  private static let longestWord = 40
  private static let fewestWords = 12
  private static let fewestNumbers = 3
}

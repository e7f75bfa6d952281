import Accounts

/// Counts which of the four text layouts the table-like lines of a source have.
struct LayoutVotes {
  private var tabs = 0
  private var pipes = 0
  private var spaces = 0
  private var cells = 0

  /// The layout of most table-like lines; `spaces` for a text without any.
  var winner: SourceLayout {
    let most = max(tabs, pipes, spaces, cells)
    if tabs == most, most > 0 { return .tabs }
    if pipes == most, most > 0 { return .pipes }
    return cells > spaces ? .cells : .spaces
  }

  /// Counts a row that tabs or pipes part.
  mutating func count(row: LineSegment, width: Int) {
    if row.tabs > 0 && !row.startsWithPipe { tabs += 1 } else { pipes += 1 }
  }

  /// Counts a line without either: nothing but one number or code, or several words with amounts among them.
  mutating func count(text: LineSegment, in bytes: ByteBuffer) {
    // Rows of a form are short; long lines are prose.
    guard text.text.count <= 240 else { return }
    var words = 0
    var numbers = 0
    var amounts = 0
    var lastIsNumber = false
    var index = text.text.lowerBound
    while index < text.text.upperBound {
      var end = index
      var isNumber = true
      var hasPoint = false
      while end < text.text.upperBound, bytes[end] > 0x20 {
        hasPoint = hasPoint || bytes[end] == UInt8(ascii: ".")
        isNumber = isNumber && Self.isNumeric(bytes[end])
        end += 1
      }
      if end > index {
        words += 1
        numbers += isNumber ? 1 : 0
        amounts += isNumber && hasPoint ? 1 : 0
        lastIsNumber = isNumber
      }
      index = end + 1
    }
    if words == 1, numbers == 1 { cells += 1 }
    if words > 1, numbers == words || (amounts > 0 && (lastIsNumber || amounts > 1)) { spaces += 1 }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-")
  }
}

/// A heading in Markdown's way: one to six `#`, and its text.
enum MarkdownHeading {
  /// The level and the text without its marks; nil where `text` is no heading.
  static func find(in bytes: ByteBuffer, text: Range<Int>) -> (level: Int, text: Range<Int>)? {
    var level = 0
    while text.lowerBound + level < text.upperBound, bytes[text.lowerBound + level] == mark { level += 1 }
    guard (1...6).contains(level) else { return nil }
    let start = text.lowerBound + level
    guard start < text.upperBound else { return (level, start..<start) }
    // Converters forget the space before Chinese text; `#1` is a number, not a heading.
    let next = bytes[start]
    guard next <= 0x20 || next >= 0x80 || next == UInt8(ascii: "*") else { return nil }
    var end = text.upperBound
    while end > start, bytes[end - 1] == mark { end -= 1 }
    if end > start, bytes[end - 1] > 0x20 { end = text.upperBound }
    return (level, WhiteSpace.trimmed(start..<end, in: bytes))
  }

  private static let mark = UInt8(ascii: "#")
}

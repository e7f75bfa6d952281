/// Turns offsets in a page into lines and columns, in one pass: offsets must not go back.
///
/// The parser's own counter does not know lone CR, and older versions stop at line 65,535.
struct PositionTracker {
  private let page: ByteBuffer
  private var offset = 0
  private var line: Int32 = 1
  private var column: Int32 = 1

  init(_ page: ByteBuffer) {
    self.page = page
  }

  /// The 1-based line and column of the character at `target`, counting LF, CRLF and CR as line ends.
  mutating func position(at target: Int) -> (line: Int32, column: Int32) {
    let end = min(target, page.count)
    while offset < end {
      let byte = page[offset]
      offset += 1
      if byte == 0x0A || (byte == 0x0D && !(offset < page.count && page[offset] == 0x0A)) {
        line &+= 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column &+= 1
      }
    }
    return (line, column)
  }
}

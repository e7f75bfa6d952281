import Glibc

/// Where the text that the parser hands on stands in the page: it decodes references, and leaves out controls.
struct ChunkSource {
  /// A stretch of the text that stands in the page as it is.
  struct Piece {
    var range: Range<Int>
    /// The offset of its first byte in the page.
    var start: Int
  }

  /// The reference that the text is made of; nil for text that stands in the page.
  private(set) var reference: Range<Int>?
  private(set) var pieces: [Piece] = []

  /// The longest name of a reference, and the longest number that anybody writes.
  private static let longestReference = 64

  /// Finds `chunk`, which ends at `offset`, in `page`.
  init(of chunk: ByteBuffer, endingAt offset: Int, in page: ByteBuffer) {
    let start = offset - chunk.count
    if Self.stands(chunk, at: start, in: page) {
      pieces = [Piece(range: 0..<chunk.count, start: start)]
    } else if let reference = Self.reference(chunk, endingAt: offset, in: page) {
      self.reference = reference
    } else {
      align(chunk, endingAt: min(offset, page.count), in: page)
    }
  }

  private static func stands(_ chunk: ByteBuffer, at start: Int, in page: ByteBuffer) -> Bool {
    guard start >= 0, start + chunk.count <= page.count, let text = chunk.baseAddress, let base = page.baseAddress
    else {
      return false
    }
    return memcmp(text, base + start, chunk.count) == 0
  }

  /// A character whose reference ends at `offset`; an `&` that begins no reference stands for itself.
  private static func reference(_ chunk: ByteBuffer, endingAt offset: Int, in page: ByteBuffer) -> Range<Int>? {
    guard offset <= page.count, chunk.scalarCount(0..<chunk.count) == 1 else { return nil }
    let before = page[max(0, offset - longestReference)..<offset]
    guard let start = before.lastIndex(of: UInt8(ascii: "&")) else { return nil }
    let isAmpersand = chunk.count == 1 && chunk[0] == UInt8(ascii: "&") && page[offset - 1] != UInt8(ascii: ";")
    return start..<(isAmpersand ? start + 1 : offset)
  }

  /// Pairs the bytes from the end on; what the page has beside them is left out of the text.
  private mutating func align(_ chunk: ByteBuffer, endingAt offset: Int, in page: ByteBuffer) {
    var place = offset
    var end = chunk.count
    while end > 0, place > 0 {
      var start = end
      while start > 0, place > 0, chunk[start - 1] == page[place - 1] {
        start -= 1
        place -= 1
      }
      if start < end { pieces.append(Piece(range: start..<end, start: place)) }
      end = start
      place -= 1
    }
    // What stands nowhere is taken for the start of the page, and lost never.
    if end > 0 { pieces.append(Piece(range: 0..<end, start: max(0, place))) }
    pieces.reverse()
  }
}

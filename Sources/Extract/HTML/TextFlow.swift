/// Collects running text the way a browser shows it: white space collapsed, zero-width characters gone.
struct TextFlow {
  /// The text of all blocks, each followed by a line feed.
  private(set) var pool: [UInt8] = []
  /// Bytes taken in outside links, ever; what is cut away stays counted.
  private(set) var plainBytes = 0
  /// Whether text belongs to a link.
  var isInLink = false
  /// The runs of the current block.
  private(set) var runs: [FlowRun] = []
  /// What the text that is taken in stands for, where that is not the same characters of the page.
  private var source: Range<Int>?
  /// Where the page must go on for the text to go on in the same run.
  private var next = -1

  private var blockStart = 0
  private var hasSpace = false
  private var hasLineEnd = false
  private var first = 0
  private var last = 0

  /// Whether nothing has been taken into the current block.
  var isEmpty: Bool { pool.count == blockStart }

  /// Takes in `chunk` from `start`; its first byte stands at `offset` in the page.
  ///
  /// - Returns: the index behind the first line end when `keepsLineEnds`, else the end of the chunk.
  mutating func append(_ chunk: ByteBuffer, from start: Int, at offset: Int, keepsLineEnds: Bool) -> Int {
    var index = start
    while index < chunk.count {
      let byte = chunk[index]
      if byte <= 0x20 {
        hasSpace = true
        let isLineEnd = byte == 0x0A || byte == 0x0D
        hasLineEnd = hasLineEnd || isLineEnd
        index += 1
        if isLineEnd && keepsLineEnds {
          return byte == 0x0D && index < chunk.count && chunk[index] == 0x0A ? index + 1 : index
        }
        continue
      }
      let blank = WhiteSpace.length(in: chunk, at: index, end: chunk.count)
      if blank > 0 {
        appendBlank(chunk[index..<(index + blank)], at: offset + index)
        index += blank
      } else {
        let end = endOfRun(chunk, from: index)
        appendRun(chunk, index..<end, at: offset)
        index = end
      }
    }
    return index
  }

  /// Takes in a sign that stands for an element, or a character that stands for a reference, at `source` in the page.
  ///
  /// - Returns: whether it is a line end that `keepsLineEnds`.
  mutating func append(_ chunk: ByteBuffer, for source: Range<Int>, keepsLineEnds: Bool = false) -> Bool {
    self.source = source
    defer { self.source = nil }
    _ = append(chunk, from: 0, at: source.lowerBound, keepsLineEnds: false)
    return keepsLineEnds && (chunk.first == 0x0A || chunk.first == 0x0D)
  }

  /// Ends the block; nil if it is blank. Its runs are kept until the next one begins.
  mutating func endBlock() -> (text: Range<Int>, source: Range<Int>)? {
    hasSpace = false
    hasLineEnd = false
    next = -1
    guard !isEmpty else { return nil }
    let text = pool.withUnsafeBufferPointer { WhiteSpace.trimmed(blockStart..<$0.count, in: $0) }
    pool.removeLast(pool.count - text.upperBound)
    guard !text.isEmpty else {
      pool.removeLast(pool.count - blockStart)
      return nil
    }
    pool.append(UInt8(ascii: "\n"))
    blockStart = pool.count
    return (text, first..<max(first + 1, last))
  }

  /// Whether a stretch of the pool holds a letter or a digit, and not only signs.
  func holdsWord(_ text: Range<Int>) -> Bool {
    pool[text].contains { byte in
      byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }

  /// Cuts away all blocks that end behind `length`.
  mutating func cut(to length: Int) {
    pool.removeLast(pool.count - length)
    blockStart = length
  }

  /// A no-break space parts words, an ideographic one is kept between words, a zero-width one is nothing.
  private mutating func appendBlank(_ blank: Slice<ByteBuffer>, at offset: Int) {
    let bytes = UnsafeBufferPointer(rebasing: blank)
    if bytes[0] == 0xE3 {
      guard !isEmpty else { return }
      let end = last
      appendRun(bytes, 0..<bytes.count, at: offset)
      last = end  // A blank at the end of a block is no part of it.
    } else if bytes.count == 2 ? bytes[1] == 0xA0 : bytes[0] == 0xE2 && !Self.isZeroWidth(bytes) {
      hasSpace = true
    }
  }

  private static func isZeroWidth(_ bytes: ByteBuffer) -> Bool {
    bytes[1] == 0x80 ? (0x8B...0x8F).contains(bytes[2]) || (0xAA...0xAE).contains(bytes[2]) : bytes[2] >= 0xA0
  }

  /// The end of the characters from `start` that need no look at white space.
  private func endOfRun(_ chunk: ByteBuffer, from start: Int) -> Int {
    var index = start + 1
    while index < chunk.count {
      let byte = chunk[index]
      if byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 { break }
      if (byte == 0xE3 || byte == 0xEF) && WhiteSpace.length(in: chunk, at: index, end: chunk.count) > 0 { break }
      index += 1
    }
    return index
  }

  private mutating func appendRun(_ chunk: ByteBuffer, _ range: Range<Int>, at offset: Int) {
    let place = source ?? (offset + range.lowerBound)..<(offset + range.upperBound)
    if isEmpty {
      first = place.lowerBound
      runs.removeAll(keepingCapacity: true)
    } else if hasSpace && !(hasLineEnd && isWide(chunk[range.lowerBound]) && endsWide) {
      pool.append(UInt8(ascii: " "))
      next += hasLineEnd ? -1 : 1
    }
    if source != nil || place.lowerBound != next {
      runs.append(FlowRun(text: pool.count, start: place.lowerBound, end: source?.upperBound ?? 0))
    }
    hasSpace = false
    hasLineEnd = false
    pool.append(contentsOf: UnsafeBufferPointer(rebasing: chunk[range]))
    last = place.upperBound
    next = source == nil ? last : -1
    plainBytes += isInLink ? 0 : range.count
  }

  /// Whether the text so far ends with an East Asian wide character: a line end between two of them is no space.
  private var endsWide: Bool {
    pool.count >= blockStart + 3 && pool[pool.count - 1] >= 0x80 && isWide(pool[pool.count - 3])
  }

  private func isWide(_ lead: UInt8) -> Bool { (0xE3...0xED).contains(lead) || lead == 0xEF }
}

/// A stretch of a block whose characters stand one behind the other in the page.
struct FlowRun {
  /// Where it begins in the pool.
  var text: Int
  /// Where it begins in the page.
  var start: Int
  /// Where a reference or an element ends that its one character stands for; 0 for plain text.
  var end: Int
}

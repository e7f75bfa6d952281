/// One source line, or the part of it before or behind a form feed, that is not blank.
struct LineSegment {
  /// Offsets of all its bytes, without the line end.
  var range: Range<Int>
  /// Offsets of its text, without blanks at the ends.
  var text: Range<Int>
  /// 1-based number of the source line.
  var number: Int
  /// How many scalars of the source line stand before it; none but behind a form feed.
  var scalarsBefore: Int
  /// Number of tabs.
  var tabs: Int
  /// Number of pipes that no backslash stands before.
  var pipes: Int
  /// Whether its text starts with a pipe.
  var startsWithPipe: Bool
  /// Whether a blank line, a form feed or the start of the source stands before it.
  var followsBlank: Bool
  /// Whether a form feed stands before it.
  var followsPageBreak: Bool
}

/// Cuts text into segments at LF, CRLF, CR and form feeds.
struct LineScanner {
  private(set) var segments: [LineSegment] = []
  /// Whether there were more segments than the limit.
  private(set) var isCut = false

  private let bytes: ByteBuffer
  private let maximumSegments: Int
  private var number = 1
  private var segmentStart = 0
  private var scalarsBefore = 0
  private var tabs = 0
  private var pipes = 0
  private var afterBlank = true
  private var afterPageBreak = false

  init(_ bytes: ByteBuffer, maximumSegments: Int) {
    self.bytes = bytes
    self.maximumSegments = maximumSegments
    segments.reserveCapacity(min(bytes.count / 40 + 16, maximumSegments))
  }

  /// Reads all of the text.
  mutating func scan() {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "|") {
        pipes += index > segmentStart && bytes[index - 1] == UInt8(ascii: "\\") ? 0 : 1
      } else if byte < 0x20 {
        if byte == UInt8(ascii: "\t") { tabs += 1 }
        if byte == 0x0C { endPage(at: index) }
        if byte == 0x0A || byte == 0x0D {
          endSegment(at: index)
          if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
          number += 1
          segmentStart = index + 1
          scalarsBefore = 0
        }
      }
      index += 1
      if isCut { return }
    }
    endSegment(at: bytes.count)
  }

  private mutating func endPage(at index: Int) {
    // What stands between a line end and a form feed is no line of its own when it is blank.
    if !WhiteSpace.trimmed(segmentStart..<index, in: bytes).isEmpty { endSegment(at: index) }
    scalarsBefore += bytes.scalarCount(segmentStart..<(index + 1))
    segmentStart = index + 1
    tabs = 0
    pipes = 0
    afterBlank = true
    afterPageBreak = true
  }

  private mutating func endSegment(at end: Int) {
    let text = WhiteSpace.trimmed(segmentStart..<end, in: bytes)
    if text.isEmpty {
      // A table row whose cells are all blank holds tabs; it does not end the table.
      let isBlankRow = tabs > 0 && tabs == segments.last?.tabs
      afterBlank = afterBlank || !isBlankRow
    } else if segments.count == maximumSegments {
      isCut = true
    } else {
      segments.append(
        LineSegment(
          range: segmentStart..<end, text: text, number: number, scalarsBefore: scalarsBefore, tabs: tabs, pipes: pipes,
          startsWithPipe: bytes[text.lowerBound] == UInt8(ascii: "|"), followsBlank: afterBlank,
          followsPageBreak: afterPageBreak))
      afterBlank = false
      afterPageBreak = false
    }
    tabs = 0
    pipes = 0
  }
}

import Accounts

/// Text to lines: rows parted by tabs or pipes become cells, every other line is one cell.
struct TextExtractor {
  private(set) var lines: [SourceLine] = []
  private(set) var isCut = false
  private(set) var votes = LayoutVotes()

  private let bytes: ByteBuffer
  private let limits: ExtractLimits
  private var segments: [LineSegment] = []
  private var cellCount = 0

  init(_ bytes: ByteBuffer, limits: ExtractLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Reads all of the text.
  mutating func extract() {
    var scanner = LineScanner(bytes, maximumSegments: limits.maximumCells)
    scanner.scan()
    segments = scanner.segments
    isCut = scanner.isCut
    lines.reserveCapacity(segments.count)
    let pipes = PipeRows(bytes: bytes, segments: segments)
    for index in segments.indices {
      guard cellCount < limits.maximumCells else {
        isCut = true
        return
      }
      switch pipes.role(of: index) {
      case .row(let isBordered): append(pipes.cells(of: segments[index], isBordered: isBordered), from: index)
      case .separator: break
      case .none where isTabRow(index): append(TabRow.cells(of: segments[index], in: bytes), from: index)
      case .none: appendText(from: index)
      }
    }
  }

  private mutating func append(_ row: (cells: [SourceCell], width: Int), from index: Int) {
    guard !row.cells.isEmpty else { return }
    let segment = segments[index]
    votes.count(row: segment, width: row.width)
    cellCount += row.cells.count
    lines.append(
      SourceLine(
        number: segment.number, cells: row.cells, width: row.width, followsBlank: segment.followsBlank,
        followsPageBreak: segment.followsPageBreak))
  }

  private mutating func appendText(from index: Int) {
    let segment = segments[index]
    let heading = MarkdownHeading.find(in: bytes, text: segment.text)
    let range = heading?.text ?? segment.text
    guard !range.isEmpty else { return }
    if heading == nil { votes.count(text: segment, in: bytes) }
    let start = segment.scalarsBefore + bytes.scalarCount(segment.range.lowerBound..<range.lowerBound) + 1
    let span = SourceSpan(
      line: segment.number, column: start, columnEnd: start + bytes.scalarCount(range) - 1)
    cellCount += 1
    lines.append(
      SourceLine(
        number: segment.number, cells: [SourceCell(text: bytes.text(range), span: span)], heading: heading?.level,
        followsBlank: segment.followsBlank, followsPageBreak: segment.followsPageBreak))
  }

  /// Whether the tabs of a segment part cells; those before running text only indent it.
  private func isTabRow(_ index: Int) -> Bool {
    let segment = segments[index]
    guard segment.tabs > 0 else { return false }
    let behind = bytes[segment.text.lowerBound..<segment.range.upperBound]
    guard !behind.contains(UInt8(ascii: "\t")) else { return true }
    let isLong = bytes.scalarCount(segment.text) >= 30
    let endsSentence = bytes.holds("。", at: segment.text.upperBound - 3)
    return !(isLong || endsSentence) || isNextToRow(index, tabs: segment.tabs)
  }

  private func isNextToRow(_ index: Int, tabs: Int) -> Bool {
    (index > 0 && isRow(index - 1, tabs: tabs)) || (index + 1 < segments.count && isRow(index + 1, tabs: tabs))
  }

  /// Whether a segment has `tabs` tabs, and one of them behind its first text.
  private func isRow(_ index: Int, tabs: Int) -> Bool {
    let segment = segments[index]
    return segment.tabs == tabs
      && bytes[segment.text.lowerBound..<segment.range.upperBound].contains(UInt8(ascii: "\t"))
  }
}

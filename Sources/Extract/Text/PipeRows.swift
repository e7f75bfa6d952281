import Accounts

/// Lines whose cells are parted by pipes: Markdown tables, and plain `a|b|c`.
struct PipeRows {
  /// What the pipes of a line mean.
  enum Role {
    /// They are text.
    case none
    /// They part cells; in a bordered row the first and the last pipe are its edges.
    case row(isBordered: Bool)
    /// The line parts a Markdown header from the rows, and holds nothing.
    case separator
  }

  let bytes: ByteBuffer
  let segments: [LineSegment]

  /// What the pipes of a segment mean, by its neighbours: a lone line with pipes in it is text.
  func role(of index: Int) -> Role {
    let segment = segments[index]
    guard segment.pipes > 0, segment.startsWithPipe || segment.tabs == 0 else { return .none }
    let isSeparator = isSeparator(segment)
    if isSeparator { return .separator }
    let above = index > 0 ? segments[index - 1] : nil
    let below = index + 1 < segments.count ? segments[index + 1] : nil
    let alike = [above, below].compactMap { $0 }.filter { $0.pipes == segment.pipes && $0.tabs == 0 }
    if segment.startsWithPipe {
      // `|b|` between `a|b|c` and `d|e|f` has a blank first cell, not an edge.
      if alike.contains(where: { !$0.startsWithPipe }) { return .row(isBordered: false) }
      return segment.pipes > 1 || !alike.isEmpty ? .row(isBordered: true) : .none
    }
    if alike.isEmpty, let below, below.pipes > 0, self.isSeparator(below) { return .row(isBordered: false) }
    return alike.isEmpty ? .none : .row(isBordered: false)
  }

  /// The cells that are not blank, each in the column of its field, and the number of fields.
  func cells(of segment: LineSegment, isBordered: Bool) -> (cells: [SourceCell], width: Int) {
    var cells: [SourceCell] = []
    var column = 0
    var fieldStart = segment.text.lowerBound + (isBordered ? 1 : 0)
    var counted = segment.range.lowerBound
    var scalars = segment.scalarsBefore
    while true {
      let fieldEnd = pipe(from: fieldStart, to: segment.text.upperBound)
      let text = WhiteSpace.trimmed(fieldStart..<fieldEnd, in: bytes)
      if !text.isEmpty {
        scalars += bytes.scalarCount(counted..<text.lowerBound)
        let first = scalars + 1
        scalars += bytes.scalarCount(text)
        counted = text.upperBound
        var cell = SourceCell(
          text: bytes.text(text), column: column,
          span: SourceSpan(line: segment.number, column: first, columnEnd: scalars))
        unescape(&cell, text)
        cells.append(cell)
      }
      column += 1
      fieldStart = fieldEnd + 1
      let isAtEdge = isBordered && fieldStart == segment.text.upperBound
      if fieldStart > segment.text.upperBound || isAtEdge { return (cells, column) }
    }
  }

  /// The offset of the next pipe without a backslash before it, or `end`.
  private func pipe(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "|"), index == start || bytes[index - 1] != UInt8(ascii: "\\") { return index }
      index += 1
    }
    return end
  }

  /// Reads `\|` in the text of a cell as `|`.
  private func unescape(_ cell: inout SourceCell, _ range: Range<Int>) {
    guard bytes[range].contains(UInt8(ascii: "\\")) else { return }
    var kept: [UInt8] = []
    var stretches = [KeptStretch(offset: 0, source: 0)]
    var (offset, read) = (0, 0)
    for index in range {
      let isEscape =
        bytes[index] == UInt8(ascii: "\\") && index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "|")
      let isFirst = bytes[index] & 0xC0 != 0x80
      read += isFirst ? 1 : 0
      if isEscape {
        if stretches.last?.offset == offset { stretches.removeLast() }
        stretches.append(KeptStretch(offset: offset, source: read))
      } else {
        offset += isFirst ? 1 : 0
        kept.append(bytes[index])
      }
    }
    if stretches.count > 1 || kept.count < range.count {
      cell.replace(by: String(decoding: kept, as: UTF8.self), keeping: stretches)
    }
  }

  /// Whether every field of the line is `---`, `:--`, `--:` or `:-:`.
  private func isSeparator(_ segment: LineSegment) -> Bool {
    guard segment.pipes > 0 else { return false }
    var dashes = 0
    for byte in bytes[segment.text] {
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "): break
      default: return false
      }
    }
    return dashes > 0
  }
}

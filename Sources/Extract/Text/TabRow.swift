import Accounts

/// A line whose cells are parted by tabs.
enum TabRow {
  /// The cells that are not blank, each in the column of its field, and the number of fields.
  static func cells(of segment: LineSegment, in bytes: ByteBuffer) -> (cells: [SourceCell], width: Int) {
    var cells: [SourceCell] = []
    cells.reserveCapacity(min(segment.tabs + 1, 16))
    var column = 0
    var fieldStart = segment.range.lowerBound
    var counted = segment.range.lowerBound
    var scalars = segment.scalarsBefore
    while true {
      var fieldEnd = fieldStart
      while fieldEnd < segment.range.upperBound, bytes[fieldEnd] != UInt8(ascii: "\t") { fieldEnd += 1 }
      let text = WhiteSpace.trimmed(fieldStart..<fieldEnd, in: bytes)
      if !text.isEmpty {
        scalars += bytes.scalarCount(counted..<text.lowerBound)
        let first = scalars + 1
        scalars += bytes.scalarCount(text)
        counted = text.upperBound
        cells.append(
          SourceCell(
            text: bytes.text(text), column: column,
            span: SourceSpan(line: segment.number, column: first, columnEnd: scalars)))
      }
      if fieldEnd == segment.range.upperBound { return (cells, column + 1) }
      column += 1
      fieldStart = fieldEnd + 1
    }
  }
}

/// What extract hands on: the lines of a source in reading order, with their cells, and nothing understood yet.
public struct ExtractedDocument: Sendable {
  /// The file that was read.
  public var source: SourceRecord
  /// Every line that holds text, in reading order. Blank lines are left out, and marked on the line that follows.
  public var lines: [SourceLine]
  /// What was wrong with the bytes.
  public var findings: [Finding]

  /// Makes an extracted document.
  public init(source: SourceRecord, lines: [SourceLine], findings: [Finding] = []) {
    self.source = source
    self.lines = lines
    self.findings = findings
  }
}

/// One line of text, one block of an HTML page outside tables, or one row of a table.
public struct SourceLine: Sendable {
  /// 1-based number of the source line on which it starts.
  public var number: Int
  /// The cells that are not blank, from left to right. A line of prose has one cell.
  public var cells: [SourceCell]
  /// The number of grid columns, blank ones included: 1 for prose, more for rows parted by tabs, pipes or markup.
  public var width: Int
  /// Which table of an HTML page it belongs to, counted from 0; nil outside tables and in text.
  public var table: Int?
  /// Level of a heading: `#` to `######` in Markdown, h1 to h6 in HTML; nil for other lines.
  public var heading: Int?
  /// Whether a blank line, a form feed or the start of the source stands before it.
  public var followsBlank: Bool
  /// Whether a form feed (the end of a page) stands before it.
  public var followsPageBreak: Bool

  /// Makes a line.
  public init(
    number: Int, cells: [SourceCell], width: Int = 1, table: Int? = nil, heading: Int? = nil,
    followsBlank: Bool = false, followsPageBreak: Bool = false
  ) {
    self.number = number
    self.cells = cells
    self.width = width
    self.table = table
    self.heading = heading
    self.followsBlank = followsBlank
    self.followsPageBreak = followsPageBreak
  }

  /// The text of all cells, joined by one space.
  public var text: String {
    cells.count == 1 ? cells[0].text : cells.map(\.text).joined(separator: " ")
  }
}

/// One cell as printed, without white space at its ends; inner line breaks of an HTML cell are `\n`.
public struct SourceCell: Sendable {
  /// The text; never empty.
  public var text: String
  /// 0-based grid column, after rowspans and colspans before it.
  public var column: Int
  /// Grid columns it covers: 1 in text.
  public var columnSpan: Int
  /// Grid rows it covers: 1 in text.
  public var rowSpan: Int
  /// Where it stands, with the markup that was taken out of its text.
  public var span: SourceSpan
  /// What its text leaves out of a line of text, in order; empty in HTML.
  public var gaps: [SourceGap] = []

  /// Makes a cell.
  public init(text: String, column: Int = 0, columnSpan: Int = 1, rowSpan: Int = 1, span: SourceSpan) {
    self.text = text
    self.column = column
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.span = span
  }

  /// Where its text stands, without markup at its ends.
  public var textSpan: SourceSpan {
    guard !gaps.isEmpty else { return span }
    let length = text.unicodeScalars.count
    let end = column(of: length - 1) + (endsWithBox ? gaps.first { $0.offset == length }?.length ?? 0 : 0)
    return SourceSpan(line: span.line, column: column(of: 0), columnEnd: end)
  }

  /// Whether its last scalar is a box to tick, which may stand for a whole element of markup.
  private var endsWithBox: Bool { text.unicodeScalars.last.map { $0 == "√" || $0 == "□" } ?? false }

  private func column(of offset: Int) -> Int {
    gaps.reduce(span.column + offset) { $1.offset <= offset ? $0 + $1.length : $0 }
  }
}

/// A stretch of the source, such as markup, that the text of a cell does not hold.
public struct SourceGap: Hashable, Sendable {
  /// The scalar of the text before which it stands.
  public var offset: Int
  /// How many scalars of the source are left out.
  public var length: Int

  /// Makes a gap.
  public init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }
}

extension [SourceGap] {
  /// The gaps of a text whose first `count` scalars are left out too.
  public func behindFirst(_ count: Int) -> [SourceGap] {
    guard count > 0 else { return self }
    return [SourceGap(offset: 0, length: count)]
      + map { SourceGap(offset: Swift.max(0, $0.offset - count), length: $0.length) }
  }
}

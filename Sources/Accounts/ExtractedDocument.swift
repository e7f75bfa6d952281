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
  /// The runs of its text, where it is not one that begins with `span`.
  public var runs: [SourceRun] = []

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
    runs.isEmpty ? span : span(of: 0..<text.unicodeScalars.count)
  }

  /// Where a stretch of its text, in Unicode scalars and not empty, stands.
  public func span(of range: Range<Int>) -> SourceSpan {
    if let place = runs.span(of: range) { return place }
    return SourceSpan(
      line: span.line, column: span.column + range.lowerBound, columnEnd: span.column + range.upperBound - 1,
      path: span.path)
  }

  /// The runs of its text; at least one.
  public var allRuns: [SourceRun] {
    runs.isEmpty ? [SourceRun(offset: 0, span: span(of: 0..<1))] : runs
  }

  /// Replaces its text by one that keeps these stretches of it, in order.
  public mutating func replace(by text: String, keeping stretches: [KeptStretch]) {
    let count = text.unicodeScalars.count
    var kept: [SourceRun] = []
    var next = 0
    for (index, stretch) in stretches.enumerated() {
      let end = index + 1 < stretches.count ? stretches[index + 1].offset : count
      let source = stretch.source..<(stretch.source + Swift.max(1, stretch.width))
      kept.append(SourceRun(offset: stretch.offset, span: span(of: source)))
      let last = stretch.source + end - stretch.offset
      // Both stand in order: each run is looked at once.
      while next < runs.count, runs[next].offset <= stretch.source { next += 1 }
      while next < runs.count, runs[next].offset < last {
        kept.append(SourceRun(offset: stretch.offset + runs[next].offset - stretch.source, span: runs[next].span))
        next += 1
      }
    }
    self.text = text
    runs = kept
  }

  /// Drops the first scalars of its text.
  public mutating func dropFirst(_ count: Int) {
    let rest = String(text.unicodeScalars.dropFirst(count))
    replace(by: rest, keeping: [KeptStretch(offset: 0, source: count)])
  }
}

import Accounts

/// Page events to lines: text outside tables and in layout tables line by line, rows of tables cell by cell.
struct PageAssembler {
  private(set) var lines: [SourceLine] = []

  private let events: [PageEvent]
  private let pool: [UInt8]
  private let paths: [UInt8]
  private var tables = 0

  init(_ reader: PageReader) {
    events = reader.events
    pool = reader.flow.pool
    paths = reader.stack.paths
  }

  /// Makes all lines.
  mutating func assemble() {
    var index = 0
    while index < events.count { index = assemble(at: index, path: 0..<0) }
  }

  /// Takes the event at `index`, and gives the index behind it and all that belongs to it.
  private mutating func assemble(at index: Int, path: Range<Int>) -> Int {
    switch events[index].kind {
    case .text:
      appendText(events[index], path: path)
      return index + 1
    case .tableStart:
      appendTable(from: index)
      return events[index].partner + 1
    default:
      return index + 1
    }
  }

  private mutating func appendText(_ event: PageEvent, path: Range<Int>) {
    var span = event.span
    span.path = text(paths, event.path.isEmpty ? path : event.path)
    lines.append(
      SourceLine(
        number: span.line, cells: [SourceCell(text: text(pool, event.text), span: span)],
        heading: event.heading > 0 ? Int(event.heading) : nil, followsBlank: event.followsBlank,
        followsPageBreak: event.followsPageBreak))
  }

  private mutating func appendTable(from start: Int) {
    let draft = TableDraft(events, from: start)
    let isSingleColumn = draft.isSingleColumn
    var table: Int?
    var isFirst = true
    for row in draft.rows {
      for index in row.looseTexts { appendText(events[index], path: 0..<0) }
      if isSingleColumn || draft.isLayout(row) {
        for cell in row.cells { appendContents(of: cell) }
        isFirst = true
      } else if row.cells.contains(where: { !$0.text.isEmpty }) {
        let id = table ?? tables
        if table == nil { tables += 1 }
        table = id
        appendRow(row, table: id, isFirst: isFirst)
        isFirst = false
      }
    }
  }

  private mutating func appendContents(of cell: TableDraft.Cell) {
    let path = events[cell.events.lowerBound].path
    var index = cell.events.lowerBound + 1
    while index < cell.events.upperBound { index = assemble(at: index, path: path) }
  }

  private mutating func appendRow(_ row: TableDraft.Row, table: Int, isFirst: Bool) {
    var cells: [SourceCell] = []
    cells.reserveCapacity(row.cells.count)
    var breaksPage = false
    for cell in row.cells where !cell.text.isEmpty {
      var span: SourceSpan?
      for event in events[cell.events] where event.kind == .text {
        breaksPage = breaksPage || event.followsPageBreak
        span = span?.union(event.span) ?? event.span
      }
      guard var span else { continue }
      span.path = text(paths, events[cell.events.lowerBound].path)
      cells.append(
        SourceCell(
          text: text(pool, cell.text), column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
          span: span))
    }
    lines.append(
      SourceLine(
        number: cells.first?.span.line ?? 0, cells: cells, width: row.width, table: table, followsBlank: isFirst,
        followsPageBreak: breaksPage))
  }

  private func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { $0.text(range) }
  }
}

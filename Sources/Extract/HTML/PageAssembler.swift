import Accounts

/// Page events to lines: text outside tables and in layout tables line by line, rows of tables cell by cell.
struct PageAssembler {
  private var lines: [SourceLine] = []

  private let events: UnsafeBufferPointer<PageEvent>
  private let pool: ByteBuffer
  private let names: [String]
  private var paths: ElementPaths
  private var tables = 0

  /// Makes the lines of what `reader` has read.
  static func lines(of reader: PageReader) -> [SourceLine] {
    reader.events.withUnsafeBufferPointer { events in
      reader.flow.pool.withUnsafeBufferPointer { pool in
        var assembler = PageAssembler(events, pool: pool, stack: reader.stack)
        assembler.assemble()
        return assembler.lines
      }
    }
  }

  private init(_ events: UnsafeBufferPointer<PageEvent>, pool: ByteBuffer, stack: ElementStack) {
    self.events = events
    self.pool = pool
    names = stack.tags.names
    paths = stack.paths
  }

  private mutating func assemble() {
    var index = 0
    while index < events.count { index = assemble(at: index, path: 0) }
  }

  /// Takes the event at `index`, and gives the index behind it and all that belongs to it.
  private mutating func assemble(at index: Int, path: Int32) -> Int {
    switch events[index].kind {
    case .text:
      appendText(events[index], path: path)
      return index + 1
    case .tableStart:
      appendTable(from: index)
      return Int(events[index].partner) + 1
    default:
      return index + 1
    }
  }

  /// Text outside data tables may have its headings in Markdown's way too: around tables in markup, and where a
  /// converter wrapped an export line by line.
  private mutating func appendText(_ event: PageEvent, path: Int32) {
    var (text, heading) = (event.text.range, event.heading > 0 ? Int(event.heading) : nil)
    if heading == nil, let found = MarkdownHeading.find(in: pool, text: text), !found.text.isEmpty {
      (text, heading) = (found.text, found.level)
    }
    var span = Self.span(event.place)
    span.path = paths.text(event.path > 0 ? event.path : path, names: names)
    lines.append(
      SourceLine(
        number: span.line, cells: [SourceCell(text: pool.text(text), span: span)],
        heading: heading, followsBlank: event.followsBlank,
        followsPageBreak: event.followsPageBreak))
  }

  private mutating func appendTable(from start: Int) {
    let draft = TableDraft(events, from: start)
    let isSingleColumn = draft.isSingleColumn
    var table: Int?
    var isFirst = true
    for row in draft.rows {
      for index in row.looseTexts { appendText(events[index], path: 0) }
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
      var place: PageEvent.Place?
      for index in cell.events where events[index].kind == .text {
        breaksPage = breaksPage || events[index].followsPageBreak
        place = place ?? events[index].place
        place?.lineEnd = events[index].place.lineEnd
        place?.columnEnd = events[index].place.columnEnd
      }
      guard let place else { continue }
      var span = Self.span(place)
      span.path = paths.text(events[cell.events.lowerBound].path, names: names)
      cells.append(
        SourceCell(
          text: pool.text(cell.text), column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
          span: span))
    }
    lines.append(
      SourceLine(
        number: cells.first?.span.line ?? 0, cells: cells, width: row.width, table: table, followsBlank: isFirst,
        followsPageBreak: breaksPage))
  }

  private static func span(_ place: PageEvent.Place) -> SourceSpan {
    SourceSpan(
      line: Int(place.line), column: Int(place.column), lineEnd: Int(place.lineEnd), columnEnd: Int(place.columnEnd))
  }
}

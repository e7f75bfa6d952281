import Accounts

/// Page events to lines: text outside tables and in layout tables line by line, rows of tables cell by cell.
struct PageAssembler {
  private var lines: [SourceLine] = []

  private let events: UnsafeBufferPointer<PageEvent>
  private let pool: ByteBuffer
  private let runs: [PageRun]
  private let names: [String]
  private var paths: ElementPaths
  private var tables = 0

  /// Makes the lines of what `reader` has read.
  static func lines(of reader: PageReader) -> [SourceLine] {
    reader.events.withUnsafeBufferPointer { events in
      reader.flow.pool.withUnsafeBufferPointer { pool in
        var assembler = PageAssembler(events, pool: pool, runs: reader.runs, stack: reader.stack)
        assembler.assemble()
        return assembler.lines
      }
    }
  }

  private init(
    _ events: UnsafeBufferPointer<PageEvent>, pool: ByteBuffer, runs: [PageRun], stack: ElementStack
  ) {
    self.events = events
    self.pool = pool
    self.runs = runs
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
    var cell = SourceCell(text: pool.text(text), span: span)
    if !event.runs.range.isEmpty || text.lowerBound > event.text.range.lowerBound {
      cell.runs = sourceRuns(of: text, in: [event], path: span.path)
    }
    lines.append(
      SourceLine(
        number: span.line, cells: [cell], heading: heading, followsBlank: event.followsBlank,
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
      let texts = cell.events.lazy.map { [events] in events[$0] }.filter { $0.kind == .text }
      guard let first = texts.first else { continue }
      var place = first.place
      var isPlain = true
      for text in texts {
        breaksPage = breaksPage || text.followsPageBreak
        isPlain = isPlain && text.runs.range.isEmpty
        place.lineEnd = text.place.lineEnd
        place.columnEnd = text.place.columnEnd
      }
      var span = Self.span(place)
      span.path = paths.text(events[cell.events.lowerBound].path, names: names)
      var read = SourceCell(
        text: pool.text(cell.text), column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
        span: span)
      if !isPlain || cell.blocks > 1 { read.runs = sourceRuns(of: cell.text, in: texts, path: span.path) }
      cells.append(read)
    }
    lines.append(
      SourceLine(
        number: cells.first?.span.line ?? 0, cells: cells, width: row.width, table: table, followsBlank: isFirst,
        followsPageBreak: breaksPage))
  }

  /// The runs of a text in the pool, which holds the blocks of `texts`.
  private func sourceRuns(
    of text: Range<Int>, in texts: some Sequence<PageEvent>, path: String?
  ) -> [SourceRun] {
    var found: [SourceRun] = []
    var (counted, offset) = (text.lowerBound, 0)
    for event in texts {
      let own = runs[event.runs.range]
      let start = PageRun(text: event.text.start, place: event.place)
      for run in own.isEmpty ? [start] : Array(own) where Int(run.text) < text.upperBound {
        var span = Self.span(run.place)
        span.path = path
        if own.isEmpty { (span.lineEnd, span.columnEnd) = (span.line, span.column) }
        let place = max(text.lowerBound, Int(run.text))
        offset += pool.scalarCount(counted..<place)
        counted = place
        // The marks of a heading stand in the run that the text begins with.
        let skipped = pool.scalarCount(min(Int(run.text), place)..<place)
        if skipped > 0 { span = SourceSpan(line: span.line, column: span.column + skipped, path: path) }
        if found.last?.offset == offset { found.removeLast() }
        found.append(SourceRun(offset: offset, span: span))
      }
    }
    return found
  }

  private static func span(_ place: PageEvent.Place) -> SourceSpan {
    SourceSpan(
      line: Int(place.line), column: Int(place.column), lineEnd: Int(place.lineEnd), columnEnd: Int(place.columnEnd))
  }
}

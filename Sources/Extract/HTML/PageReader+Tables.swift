import Accounts

/// Tables whose tags are missing or misplaced, made whole.
extension PageReader {
  /// A table, a group of rows, a row or a cell starts; whatever it ends is closed first.
  mutating func openTablePart(_ kind: ElementKind, _ values: ElementAttributes) {
    switch kind {
    case .table:
      // A table right inside a table or a row stands in a cell whose tag is missing.
      if let outer = tables.last, outer.cell == nil { openCell(ElementAttributes(nil, kind: .cell), depth: nil) }
      openTable(isImplicit: false, depth: stack.count + 1)
    case .rowGroup:
      closeRow()
      if let last = tables.indices.last { tables[last].startsGroup = true }
    case .row:
      if tables.isEmpty { openTable(isImplicit: true, depth: stack.count) }
      openRow(depth: stack.count + 1)
    case .cell:
      if tables.isEmpty { openTable(isImplicit: true, depth: stack.count) }
      openCell(values, depth: stack.count + 1)
    default:
      break
    }
  }

  /// Closes what an element that ends at `depth` held open.
  mutating func closeTables(endingAt depth: Int) {
    while let table = tables.last {
      if let cell = table.cell, cell.depth == depth { closeCell() }
      if let row = table.row, row.depth == depth { closeRow() }
      guard table.depth >= depth else { return }
      closeTable()
    }
  }

  /// Rows without a table end where other markup goes on.
  mutating func closeImplicitTable(before kind: ElementKind) {
    guard let table = tables.last, table.isImplicit, table.cell == nil else { return }
    if kind != .row && kind != .cell && kind != .rowGroup { closeTable() }
  }

  private mutating func openTable(isImplicit: Bool, depth: Int) {
    tables.append(OpenTable(depth: depth, isImplicit: isImplicit, event: events.count))
    append(PageEvent(kind: .tableStart))
  }

  private mutating func openRow(depth: Int?) {
    closeRow()
    guard let last = tables.indices.last else { return }
    tables[last].row = (events.count, depth)
    tables[last].rows += 1
    var event = PageEvent(kind: .rowStart)
    event.startsGroup = tables[last].startsGroup
    tables[last].startsGroup = false
    append(event)
  }

  private mutating func openCell(_ values: ElementAttributes, depth: Int?) {
    closeCell()
    guard let last = tables.indices.last else { return }
    if tables[last].row == nil { openRow(depth: nil) }
    tables[last].cell = (events.count, depth)
    var event = PageEvent(kind: .cellStart)
    event.columnSpan = Int32(max(1, values.columnSpan))
    event.rowSpan = Int32(values.rowSpan)
    append(event)
  }

  private mutating func closeCell() {
    endBlock()
    guard let last = tables.indices.last, let cell = tables[last].cell else { return }
    let hasText = events.count > cell.event + 1
    if hasText { events[cell.event].path = stack.path(at: cell.depth ?? tables[last].depth) }
    events[cell.event].partner = Int32(events.count)
    tables[last].cell = nil
    append(PageEvent(kind: .cellEnd))
  }

  private mutating func closeRow() {
    closeCell()
    guard let last = tables.indices.last, let row = tables[last].row else { return }
    events[row.event].partner = Int32(events.count)
    tables[last].row = nil
    append(PageEvent(kind: .rowEnd))
  }

  private mutating func closeTable() {
    closeRow()
    guard let table = tables.popLast() else { return }
    events[table.event].partner = Int32(events.count)
    events[table.event].rowSpan = Int32(table.rows)
    if table.rows > Suspect.longestTable { lastDataTable = max(lastDataTable, table.event) }
    append(PageEvent(kind: .tableEnd))
    isAfterBlank = true
  }
}

import Accounts

/// One table of the page events, with its cells placed in the grid, before it is known to be a table of data.
struct TableDraft {
  /// A cell and what it holds.
  struct Cell {
    /// Indices of its start and its end.
    var events: ClosedRange<Int>
    var column = 0
    var columnSpan: Int
    var rowSpan: Int
    /// From its first to its last text, with line feeds between, tables in it included; empty for a blank cell.
    var text: Range<Int>
    /// Number of blocks of text in it.
    var blocks: Int
    var hasHeading: Bool
    /// Whether it holds a table with more than one cell of text.
    var holdsTable: Bool
  }

  /// A row; text outside any cell is a row of its own without cells.
  struct Row {
    var cells: [Cell] = []
    var width = 0
    var startsGroup = false
    /// Indices of texts that stand outside the cells, before the row.
    var looseTexts: [Int] = []
  }

  private(set) var rows: [Row] = []
  private var grid = TableGrid()

  /// Reads the table that starts at `start`.
  init(_ events: UnsafeBufferPointer<PageEvent>, from start: Int) {
    var index = start + 1
    var loose: [Int] = []
    let end = Int(events[start].partner)
    while index < end {
      switch events[index].kind {
      case .text: loose.append(index)
      case .rowStart:
        rows.append(Row(startsGroup: events[index].startsGroup, looseTexts: loose))
        loose = []
      case .cellStart:
        let cell = Self.cell(events, from: index)
        if let last = rows.indices.last { rows[last].cells.append(cell) }
        index = cell.events.upperBound
      default: break
      }
      index += 1
    }
    if !loose.isEmpty { rows.append(Row(looseTexts: loose)) }
    place()
  }

  /// Whether no row has cells side by side: the table only stacks text.
  var isSingleColumn: Bool {
    !rows.contains { $0.cells.count > 1 || ($0.cells.count == 1 && ($0.cells[0].column > 0 || isCovered($0))) }
  }

  /// Whether a row is layout, not data: a cell of it holds a table, or headings or paragraphs of running text.
  func isLayout(_ row: Row) -> Bool {
    let filled = row.cells.reduce(0) { $0 + ($1.text.isEmpty ? 0 : 1) }
    return row.cells.contains { cell in
      if cell.holdsTable { return true }
      if cell.hasHeading && cell.text.count > Self.runningText / 2 { return true }
      guard rows.count <= 3, cell.text.count > Self.runningText else { return false }
      return cell.blocks >= (filled == 1 ? 4 : Self.pageBlocks)
    }
  }

  /// Text longer than this, in bytes, in several paragraphs is no cell of a form; some 400 Chinese characters.
  private static let runningText = 1200

  /// A cell with so many paragraphs is the body of a page, even with a menu beside it.
  private static let pageBlocks = 20

  private func isCovered(_ row: Row) -> Bool { row.width > row.cells[0].column + row.cells[0].columnSpan }

  private static func cell(_ events: UnsafeBufferPointer<PageEvent>, from start: Int) -> Cell {
    let event = events[start]
    var cell = Cell(
      events: start...Int(event.partner), columnSpan: Int(event.columnSpan), rowSpan: Int(event.rowSpan), text: 0..<0,
      blocks: 0,
      hasHeading: false, holdsTable: false)
    var depth = 0
    var innerCells = 0
    var isNewCell = false
    for index in (start + 1)..<Int(event.partner) {
      switch events[index].kind {
      case .text:
        let text = events[index].text.range
        let first = cell.blocks == 0 ? text.lowerBound : cell.text.lowerBound
        cell.text = first..<text.upperBound
        cell.blocks += 1
        cell.hasHeading = cell.hasHeading || events[index].heading > 0
        innerCells += isNewCell && depth > 0 ? 1 : 0
        isNewCell = false
      case .tableStart: depth += 1
      case .tableEnd: depth -= 1
      case .cellStart: isNewCell = true
      default: break
      }
    }
    cell.holdsTable = innerCells > 1
    return cell
  }

  /// Gives every cell its column, every row its width, and row spans their true length.
  private mutating func place() {
    var rowsLeft = [Int](repeating: 1, count: rows.count)
    for index in rows.indices.reversed().dropFirst() where !rows[index + 1].startsGroup {
      rowsLeft[index] = rowsLeft[index + 1] + 1
    }
    for index in rows.indices where !rows[index].cells.isEmpty || rows[index].looseTexts.isEmpty {
      if rows[index].startsGroup { grid.startGroup() }
      for cell in rows[index].cells.indices {
        let span = rows[index].cells[cell].rowSpan
        rows[index].cells[cell].rowSpan = span == 0 ? rowsLeft[index] : min(span, rowsLeft[index])
      }
      let placed = grid.place(rows[index].cells.map { ($0.columnSpan, $0.rowSpan) })
      rows[index].width = placed.width
      for (cell, columns) in placed.columns.enumerated() {
        rows[index].cells[cell].column = columns.lowerBound
        rows[index].cells[cell].columnSpan = columns.count
      }
    }
  }
}

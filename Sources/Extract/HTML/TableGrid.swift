/// Places the cells of a table in grid columns, row by row, with column spans and row spans.
struct TableGrid {
  /// For every column, how many rows below the current one a cell above still covers.
  private var covered: [Int] = []

  /// More columns than any table has; spans beyond are cut.
  private static let mostColumns = 1024

  /// Forgets all row spans, which end with their group of rows.
  mutating func startGroup() { covered.removeAll(keepingCapacity: true) }

  /// Places the cells of the next row.
  ///
  /// - Parameter spans: columns and rows that each cell covers.
  /// - Returns: the columns of each cell, and the number of grid columns of the row, covered ones included.
  mutating func place(_ spans: [(columns: Int, rows: Int)]) -> (columns: [Range<Int>], width: Int) {
    var columns: [Range<Int>] = []
    columns.reserveCapacity(spans.count)
    var column = 0
    var width = 0
    var added: [(columns: Range<Int>, rows: Int)] = []
    for span in spans {
      while column < covered.count, covered[column] > 0 { column += 1 }
      let end = column + min(span.columns, max(1, Self.mostColumns - column))
      columns.append(column..<end)
      if span.rows > 1, end <= Self.mostColumns { added.append((column..<end, span.rows)) }
      column = end
      width = end
    }
    for index in covered.indices where covered[index] > 0 {
      covered[index] -= 1
      width = max(width, index + 1)
    }
    for cell in added {
      while covered.count < cell.columns.upperBound { covered.append(0) }
      for index in cell.columns { covered[index] = max(covered[index], cell.rows - 1) }
    }
    return (columns, width)
  }
}

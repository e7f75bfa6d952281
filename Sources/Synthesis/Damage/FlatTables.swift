/// Tables whose cells all stand on one line, empty ones gone.
extension RenderedForm {
  /// Prints the table on one line, row by row.
  mutating func flattenRows() -> String? {
    flatten(rows.flatMap { $0.cells.map(\.text) }, "row by row")
  }

  /// Prints the table on one line, column by column.
  mutating func flattenColumns() -> String? {
    let texts = (0..<width).flatMap { column in
      rows.compactMap { column < $0.cells.count && $0.kind != .furniture ? $0.cells[column].text : nil }
    }
    return flatten(texts, "column by column")
  }

  private mutating func flatten(_ texts: [String], _ order: String) -> String? {
    guard rows.count > 1 else { return nil }
    let line = texts.filter { !$0.isEmpty }.map { $0.replacing("\n", with: "") }.joined(separator: " ")
    rows = [GridRow(.furniture, [GridCell(line)])]
    return "the whole table on one line, \(order)"
  }
}

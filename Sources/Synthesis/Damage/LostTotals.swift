import Accounts

/// The 合计 row of a form by subject broken or gone.
extension RenderedForm {
  /// Removes the row.
  mutating func loseTotal() -> String? {
    guard let index = totalRow else { return nil }
    rows.remove(at: index)
    return "total row lost"
  }

  /// Prints numbers of columns where its figures were, as readers do that take the header for the row.
  mutating func destroyTotal(by random: inout SplitMix64) -> String? {
    guard let index = totalRow else { return nil }
    let columns = rows[index].cells.indices.filter { rows[index].cells[$0].key != nil }
    let first = random.index(in: 1...3)
    for (offset, column) in columns.enumerated() {
      rows[index].cells[column].text = offset < 2 ? String(first + offset) : ""
    }
    // The numbers belong to no figure.
    for column in columns.prefix(2) {
      var number = GridCell(rows[index].cells[column].text, .number)
      number.columnSpan = rows[index].cells[column].columnSpan
      rows[index].cells[column] = number
    }
    return "total row destroyed"
  }

  /// Prints its figures one above the other, each behind the number of its column.
  mutating func stackTotal(by random: inout SplitMix64) -> String? {
    guard let index = totalRow, rows[index].cells.contains(where: { $0.role == .label && !$0.text.isEmpty }) else {
      return nil
    }
    let figures = rows[index].cells.filter { $0.key != nil }
    guard figures.count > 1, figures.contains(where: { $0.amount != nil }) else { return nil }
    var stack = figures.enumerated().filter { !$1.text.isEmpty }.map { offset, figure in
      var cells = Array(repeating: GridCell.blank, count: width)
      cells[width - 2] = GridCell(String(offset + 1), .number)
      cells[width - 1] = figure
      return GridRow(.total, cells)
    }
    if random.chance(50) { stack.reverse() }
    for column in rows[index].cells.indices where rows[index].cells[column].key != nil {
      rows[index].cells[column] = .blank
    }
    rows.insert(contentsOf: stack, at: index + 1)
    return "total row stacked"
  }

  private var totalRow: Int? {
    guard let form, form.isBySubject, rows.contains(where: { $0.kind == .data }) else { return nil }
    return rows.firstIndex { $0.kind == .total }
  }
}

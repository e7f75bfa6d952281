/// A table in columns of equal width: names to the left, numbers to the right.
struct AlignedText {
  let table: ReportTable

  /// The title, the header and the rows, without a line feed at the end.
  var text: String {
    let header = table.columns.map { $0.replacingUnderscores }
    let lines = [header] + table.rows.map { $0.map(\.text) }
    let widths = header.indices.map { column in lines.map { $0[column].utf8.count }.max() ?? 0 }
    let body = lines.map { line in
      var text = ""
      for (column, cell) in line.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.utf8.count)
        text += column == 0 ? "" : "  "
        text += isText(column) ? cell + padding : padding + cell
      }
      while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
      return text
    }
    return ([table.title] + (table.rows.isEmpty ? ["none"] : body)).joined(separator: "\n")
  }

  private func isText(_ column: Int) -> Bool {
    guard let cell = table.rows.first?[column] else { return true }
    if case .text = cell { return true }
    return false
  }
}

extension String {
  fileprivate var replacingUnderscores: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}

/// A report as CSV: one line for each value, with the table, the names of its row joined by spaces, and its column.
enum ReportCSV {
  /// The lines with their header, without a line feed at the end.
  static func text(_ tables: [ReportTable]) -> String {
    var lines = ["table,row,column,value"]
    for table in tables {
      for row in table.rows {
        let name = row.prefix(table.keys).map(\.text).joined(separator: " ")
        for (column, cell) in zip(table.columns, row).dropFirst(table.keys) {
          lines.append([table.name, name, column, cell.text].map(field).joined(separator: ","))
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func field(_ text: String) -> String {
    let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard text.utf8.contains(where: special.contains) else { return text }
    return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}

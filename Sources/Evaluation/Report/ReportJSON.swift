/// A report as one JSON object: a list of objects for each table.
enum ReportJSON {
  /// The object, without a line feed at the end.
  static func text(_ tables: [ReportTable]) -> String {
    let members = tables.map { table in
      let rows = table.rows.map { row in
        let members = zip(table.columns, row).map { "\(quoted($0)): \(value($1))" }
        return "    {\(members.joined(separator: ", "))}"
      }
      let list = rows.isEmpty ? "[]" : "[\n\(rows.joined(separator: ",\n"))\n  ]"
      return "  \(quoted(table.name)): \(list)"
    }
    return "{\n\(members.joined(separator: ",\n"))\n}"
  }

  private static func value(_ cell: ReportTable.Cell) -> String {
    if case .text(let text) = cell { return quoted(text) }
    return cell.text
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\0"..<" ":
        let hexadecimal = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hexadecimal.utf8.count) + hexadecimal
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

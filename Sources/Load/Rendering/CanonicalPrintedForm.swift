import Accounts

extension PrintedForm {
  /// Writes what the form prints beside its figures: a replay of what was decided about them needs it.
  func write(to json: inout JSONWriter) {
    json.member("unit", unit.rawValue)
    json.array("columns", of: columns.map(\.rawValue))
    json.array("printed_rows") { json in
      for row in rows { row.write(to: &json) }
    }
    json.array("notes") { json in
      for note in notes { note.write(to: &json) }
    }
  }
}

extension PrintedFormRow {
  fileprivate func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("source_line", sourceLine)
      json.member("side", side.rawValue)
      json.member("row", row?.rawValue ?? "")
      json.member("block", block)
      json.member("line_number", lineNumber)
      json.member("code_printed", codePrinted)
      json.member("name_printed", namePrinted)
      json.array("figures", of: figures)
      if !blanks.isEmpty { json.array("blanks", of: blanks.map(String.init)) }
      if !unknown.isEmpty { json.array("unknown", of: unknown.map(\.rawValue)) }
      if !allowed.isEmpty { json.array("allowed", of: allowed.map { $0.map(\.rawValue).joined(separator: ";") }) }
    }
  }
}

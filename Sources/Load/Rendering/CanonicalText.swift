import Accounts

extension CleanedTable {
  /// Writes a table that is none of the nine forms, whole.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("title", title)
      json.member("unit", unitPrinted)
      json.member("reporter", reporter)
      json.member("source_line", span.line)
      json.array("rows") { json in
        for row in rows { row.write(to: &json) }
      }
      json.array("notes") { json in
        for note in notes { note.write(to: &json) }
      }
    }
  }
}

extension TableRow {
  /// Writes the row's cells: one per grid column, or where the layout has lost the columns, one per printed thing.
  ///
  /// Of a wide row that is mostly blank only the filled cells are written, with their columns: spans can make a few
  /// bytes of the source a thousand columns wide.
  fileprivate func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("source_line", tokens.first?.span.line)
      json.member("gridded", isGridded)
      json.array("cells", of: cells)
      if isSparse {
        json.member("width", width)
        json.array("columns", ofNumbers: tokens.map { $0.column ?? 0 })
      }
    }
  }

  private var isSparse: Bool { width > Self.widestWithBlanks && width > 4 * tokens.count }

  /// No table that people read is wider.
  private static let widestWithBlanks = 64

  private var cells: [String] {
    guard isGridded, !isSparse else { return tokens.map(\.text) }
    var cells = [String](repeating: "", count: width)
    for token in tokens {
      guard let column = token.column, cells.indices.contains(column) else {
        cells.append(token.text)
        continue
      }
      cells[column] = cells[column].isEmpty ? token.text : "\(cells[column]) \(token.text)"
    }
    return cells
  }
}

extension Section {
  /// Writes a section with its paragraphs.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("part", part?.rawValue ?? "")
      json.member("number", number)
      json.member("title", title)
      json.member("source_line", span.line)
      json.array("paragraphs") { json in
        for paragraph in paragraphs { paragraph.write(to: &json) }
      }
    }
  }
}

extension Paragraph {
  /// Writes a paragraph with the lines that it stands on.
  func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("source_line", span.line)
      json.member("source_line_end", span.lineEnd)
      json.member("text", text)
    }
  }
}

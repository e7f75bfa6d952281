import Accounts

/// Lines as extract hands them on, written as text: tabs part cells, `#` marks headings, `\u{0C}` a page break.
func sourceLines(_ text: String) -> [SourceLine] {
  var lines: [SourceLine] = []
  var followsBlank = true
  for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    var rest = raw
    let followsPageBreak = rest.first == "\u{0C}"
    if followsPageBreak { rest = rest.dropFirst() }
    let hashes = rest.prefix { $0 == "#" }
    if !hashes.isEmpty { rest = rest.dropFirst(hashes.count) }
    let fields = rest.split(separator: "\t", omittingEmptySubsequences: false)
    var cells: [SourceCell] = []
    var column = 1 + hashes.count
    for (position, field) in fields.enumerated() {
      let indent = field.prefix { $0 == " " || $0 == "\u{3000}" }.count
      let content = String(field.dropFirst(indent).reversed().drop { $0 == " " || $0 == "\r" }.reversed())
      if !content.isEmpty {
        let start = column + indent
        let span = SourceSpan(line: index + 1, column: start, columnEnd: start + content.unicodeScalars.count - 1)
        cells.append(SourceCell(text: content, column: position, span: span))
      }
      column += field.unicodeScalars.count + 1
    }
    if cells.isEmpty {
      followsBlank = true
      continue
    }
    lines.append(
      SourceLine(
        number: index + 1, cells: cells, width: fields.count, heading: hashes.isEmpty ? nil : hashes.count,
        followsBlank: followsBlank || followsPageBreak, followsPageBreak: followsPageBreak))
    followsBlank = false
  }
  return lines
}

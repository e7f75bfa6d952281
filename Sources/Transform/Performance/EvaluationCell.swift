import Accounts

/// One cell of a self-evaluation form: what is printed in one place, joined from its tokens.
struct EvaluationCell {
  /// As printed; tokens of one cell are parted by the space between them.
  var text: String
  var normal: NormalText
  /// 0-based grid column; nil where the layout has lost it.
  var column: Int?
  /// The line of the form that it stands on, counted from 0.
  var line: Int
  var span: SourceSpan

  init(text: String, normal: NormalText, column: Int? = nil, line: Int, span: SourceSpan) {
    self.text = text
    self.normal = normal
    self.column = column
    self.line = line
    self.span = span
  }

  init(_ token: Token, line: Int) {
    self.init(text: token.text, normal: token.normal, column: token.column, line: line, span: token.span)
  }

  /// Takes over what is printed behind it.
  mutating func append(_ other: EvaluationCell) {
    let isApart = span.lineEnd == other.span.line && other.span.column > span.columnEnd + 1
    text += isApart ? " \(other.text)" : other.text
    normal = normal + other.normal
    span = span.union(other.span)
  }
}

/// One line of a self-evaluation form.
struct EvaluationLine {
  var cells: [EvaluationCell]
  /// Whether its columns can be trusted.
  var isGridded: Bool

  /// The cells of a table's row: tokens of one grid column are one cell.
  static func line(_ row: TableRow, at line: Int) -> EvaluationLine {
    var cells: [EvaluationCell] = []
    for token in row.tokens {
      let cell = EvaluationCell(token, line: line)
      if row.isGridded, let last = cells.last, last.column == cell.column {
        cells[cells.count - 1].append(cell)
      } else {
        cells.append(cell)
      }
    }
    return EvaluationLine(cells: row.isGridded ? cells : FlowCells.joined(cells), isGridded: row.isGridded)
  }

  /// The lines of a paragraph as they stood before they were joined, each cut at its spaces.
  static func lines(_ paragraph: Paragraph, from first: Int) -> [EvaluationLine] {
    let scalars = Array(paragraph.text.unicodeScalars)
    var lines: [EvaluationLine] = []
    for (index, start) in paragraph.lineStarts.enumerated() {
      let next = index + 1 < paragraph.lineStarts.count ? paragraph.lineStarts[index + 1].offset : scalars.count
      var cells: [EvaluationCell] = []
      var position = start.offset
      while position < min(next, scalars.count) {
        guard !isSpace(scalars[position]) else {
          position += 1
          continue
        }
        let begin = position
        while position < min(next, scalars.count), !isSpace(scalars[position]) { position += 1 }
        let text = String(String.UnicodeScalarView(scalars[begin..<position]))
        cells.append(
          EvaluationCell(
            text: text, normal: NormalText(text), line: first + lines.count, span: paragraph.span(of: begin..<position)
          ))
      }
      if !cells.isEmpty { lines.append(EvaluationLine(cells: FlowCells.joined(cells), isGridded: false)) }
    }
    return lines
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
  }
}

/// Cells of a layout without columns: a space inside a cell has cut it, and is healed where the pieces are known.
enum FlowCells {
  /// Joins a number with its unit, and the pieces of a known word.
  static func joined(_ cells: [EvaluationCell]) -> [EvaluationCell] {
    var joined: [EvaluationCell] = []
    for cell in cells {
      if let last = joined.last, isUnit(cell, behind: last) {
        joined[joined.count - 1].append(cell)
      } else {
        joined.append(cell)
      }
    }
    return words(joined)
  }

  /// Joins neighbours that together are a known word, the longest first; lines may tear them too.
  static func words(_ cells: [EvaluationCell]) -> [EvaluationCell] {
    var result: [EvaluationCell] = []
    var index = 0
    while index < cells.count {
      var cell = cells[index]
      var best = (cell: cell, end: index + 1)
      var end = index + 1
      while end < min(index + 5, cells.count), EvaluationWords.mayBegin(cell.normal) {
        cell.append(cells[end])
        end += 1
        if EvaluationWords.isWord(cell.normal) { best = (cell, end) }
      }
      result.append(best.cell)
      index = best.end
    }
    return result
  }

  /// As `words`, for the cells of lines without columns alone.
  static func wordsOfFlow(_ cells: [EvaluationCell]) -> [EvaluationCell] {
    cells.contains { $0.column != nil } ? cells : words(cells)
  }

  /// Whether a text is but the end of a name.
  static func isTail(_ text: NormalText) -> Bool { tails.contains(text) }

  private static func isUnit(_ cell: EvaluationCell, behind last: EvaluationCell) -> Bool {
    guard last.span.isOneSpaceBefore(cell.span) else { return false }
    if tails.contains(cell.normal), !CellKind(last.normal).isValue { return true }
    if CellKind.comparators.contains(last.normal.units.last ?? 0) { return NarrativeText.isDigit(cell.normal.units[0]) }
    guard let end = last.normal.units.last, NarrativeText.isDigit(end), cell.normal.count <= 4 else { return false }
    return units.contains { cell.normal.hasPrefix($0) }
  }

  /// What a space cuts off the end of a name.
  private static let tails: Set<NormalText> = ["率", "度", "数", "量", "性", "金", "费", "员"]
  private static let units: [NormalText] = [
    "万元", "亿元", "元", "万", "件", "次", "个", "人", "家", "篇", "期", "份", "起", "台", "套", "批", "场", "条", "年", "天",
    "月", "辆", "户", "名", "项", "平方", "公里", "亿", "字", "处", "所", "村", "吨", "小时", "分钟", "以内", "以上", "%",
  ]
}

extension SourceSpan {
  /// Whether one space parts what stands here from what stands there: in a page all white space within an element is one.
  fileprivate func isOneSpaceBefore(_ other: SourceSpan) -> Bool {
    if path != nil, path == other.path { return (lineEnd, columnEnd) < (other.line, other.column) }
    return lineEnd == other.line && other.column == columnEnd + 2
  }
}

import Accounts
import Classification

/// Reads gk01 and gk04: fixed lines, revenue and expenditure side by side or one below the other.
///
/// A line starts at a label; the numbers behind it up to the next label are its 行次 and its figures. So the layout
/// does not matter: cells in a grid, one line for both sides, or one cell on each line.
struct LineRowReader {
  private let labels: LineLabels
  private let form: Form
  private let unit: MoneyUnit
  private let hasUniformDecimals: Bool
  private let hasLineNumbers: Bool
  /// The grid columns that number the lines.
  private let numberColumns: Set<Int>
  private var rows: [FormRow] = []
  private var seen: Set<String> = []
  /// The last 行次 of each side: lines without a label count on from it.
  private var lastLines: [Side: Int] = [:]
  /// Whether the last text was the head of a column in a repeated header.
  private var isInColumnHeads = false
  /// Whether the funds' lines that follow are those of the opening balance (gk04).
  private var isBelowOpening = false

  /// Reads the rows of `table`.
  static func read(_ table: CleanedTable, form: Form, unit: MoneyUnit, subjects: SubjectTable) -> [FormRow] {
    var reader = LineRowReader(table, form: form, unit: unit, subjects: subjects)
    for row in table.rows.drop(while: { !holdsLine($0) }) { reader.take(row) }
    return reader.rows
  }

  private init(_ table: CleanedTable, form: Form, unit: MoneyUnit, subjects: SubjectTable) {
    labels = LineLabels(form: form, subjects: subjects)
    self.form = form
    self.unit = unit
    let tokens = table.rows.lazy.flatMap(\.tokens)
    numberColumns = Numbering.numberColumns(in: table.rows)
    hasUniformDecimals = Numbering.hasUniformDecimals(table.rows)
    hasLineNumbers = tokens.contains { Numbering.lineHeadings.contains($0.normal) }
  }

  /// Whether a row holds a numbered line, so that the header stands above it.
  static func holdsLine(_ row: TableRow) -> Bool {
    row.tokens.contains { !$0.isFigure && LineLabels.numbered($0.normal).number > 0 }
  }

  /// Whether a row repeats the header behind a page break: header words, and at most the numbers of columns. The last
  /// word of a torn label is none, though it may be `支出`.
  private func isHeader(_ row: TableRow) -> Bool {
    let words = row.tokens.filter { !$0.isFigure }
    guard let first = words.first, tornLine(endingWith: first) == nil else { return false }
    return words.allSatisfy { ColumnHeading.isVocabulary($0.normal) && labels.line(named: $0.normal) == nil }
      && row.tokens.allSatisfy { $0.number?.isPlainInteger ?? ($0.legibility != .lost) }
  }

  private mutating func take(_ row: TableRow) {
    if isHeader(row) { return }
    let firstLabel = row.tokens.firstIndex { $0.number == nil && labels.line(named: $0.normal) != nil }
    for (index, token) in row.tokens.enumerated() {
      takeBlanks(row.blanks.filter { $0.index == index })
      if let number = token.number {
        if let firstLabel, index < firstLabel, number.isPlainInteger {
          lastLines[.revenue] = Int(number.digits)
        } else {
          takeNumber(token, number)
        }
      } else if token.legibility == .lost {
        takeFigure(token)
      } else {
        takeText(token)
      }
    }
    takeBlanks(row.blanks.filter { $0.index == row.tokens.count })
  }

  /// Gives marks of blank cells to the line that is open.
  private mutating func takeBlanks(_ marks: [BlankMark]) {
    guard let last = rows.last else { return }
    for mark in marks {
      rows[rows.count - 1].blanks.append(BlankCell(figuresBefore: last.figures.count, column: mark.column))
    }
  }

  /// 总计 names the revenue side first, then the expenditure side.
  private func grandTotal(_ text: NormalText) -> LineLabels.Line? {
    guard text == Self.grandSum else { return nil }
    let side: Side = seen.contains("revenue/grand_total") ? .expenditure : .revenue
    return LineLabels.Line(side: side, key: "grand_total", name: "总计", code: "")
  }

  private mutating func start(_ line: LineLabels.Line, at token: Token) {
    var line = line
    if form.template.leftColumns > 0, line.side == .revenue {
      if line.key == "opening_balance" { isBelowOpening = true }
      if line.key == "grand_total" || line.key == "revenue_total" { isBelowOpening = false }
      if isBelowOpening, Self.funds.contains(line.key) { line.key = RowKey("opening_\(line.key)") }
    }
    seen.insert("\(line.side.rawValue)/\(line.key)")
    var row = FormRow(side: line.side, kind: .line(line.key), span: token.span)
    row.namePrinted = token.text
    row.name = line.name
    row.code = line.code
    rows.append(row)
  }

  /// More than any label has, in bytes: text beyond belongs to no line.
  private static let longestLabel = 600
  private static let grandSum: NormalText = "总计"
  private static let funds: Set<RowKey> = ["general_public", "government_fund", "state_capital"]

  /// Takes a label, whole or torn over two lines; a label that names no line still ends the one before it.
  private mutating func takeText(_ token: Token) {
    if isColumnHead(token) { return }
    let token = withNumeral(token)
    if LineLabels.isNumeral(token.normal) {
      // The number of the next label, torn from it.
      var row = FormRow(kind: .unknown, span: token.span)
      row.namePrinted = token.text
      rows.append(row)
    } else if let line = tornLine(endingWith: token), let last = rows.popLast() {
      start(line, at: token)
      rows[rows.count - 1].namePrinted = last.namePrinted + token.text
      rows[rows.count - 1].span = last.span.union(token.span)
    } else if let line = labels.line(named: token.normal) ?? grandTotal(token.normal), !isMiddle(token) {
      start(line, at: token)
    } else if LineLabels.isNumbered(token.normal)
      || rows.last.map({ !$0.figures.isEmpty || $0.lineNumber != nil }) == true
    {
      var row = FormRow(kind: .unknown, span: token.span)
      row.namePrinted = token.text
      rows.append(row)
    } else if let last = rows.last, last.lineNumber == nil, token.normal.count <= 12,
      last.namePrinted.utf8.count <= Self.longestLabel
    {
      rows[rows.count - 1].namePrinted += token.text
      rows[rows.count - 1].span = last.span.union(token.span)
    }
  }

  /// The line that the open row's label and the text behind it name together: one that is torn, though either half may
  /// name another line (`一、一般公共预算` and `财政拨款收入`).
  private func tornLine(endingWith token: Token) -> LineLabels.Line? {
    guard let last = rows.last, isOpen(last), LineLabels.numbered(token.normal).number == 0 else { return nil }
    let text = NormalText(last.namePrinted) + token.normal
    return labels.wholeLine(named: text)
      ?? (last.kind == .unknown && labels.line(named: token.normal) == nil ? labels.line(named: text) : nil)
  }

  /// A numbered label with the first numeral of its number, where that was torn from it: `二十` and `一、国有资本…`.
  private mutating func withNumeral(_ token: Token) -> Token {
    guard LineLabels.numbered(token.normal).number > 0, let last = rows.last, isOpen(last),
      LineLabels.isNumeral(NormalText(last.namePrinted))
    else { return token }
    rows.removeLast()
    var whole = token
    whole.text = last.namePrinted + token.text
    whole.normal = NormalText(whole.text)
    whole.span = last.span.union(token.span)
    return whole
  }

  /// Whether a row is a label so far, and nothing behind it.
  private func isOpen(_ row: FormRow) -> Bool { row.figures.isEmpty && row.lineNumber == nil }

  /// Whether a text continues the open row's label, and the label goes on behind it: alone it may sound like a line
  /// (`一、一般公共预算`, `财政拨`, `款收入`).
  private func isMiddle(_ token: Token) -> Bool {
    guard let last = rows.last, isOpen(last), LineLabels.numbered(token.normal).number == 0 else { return false }
    return labels.isBeginning(NormalText(last.namePrinted) + token.normal)
  }

  /// Whether a text is the head of a column in a header that a page break repeats: 合计, and the funds beside it, which
  /// are called like lines (gk04).
  private mutating func isColumnHead(_ token: Token) -> Bool {
    if form.template.leftColumns > 0, Self.columnTotals.contains(token.normal) {
      isInColumnHeads = true
      var row = FormRow(kind: .unknown, span: token.span)
      row.namePrinted = token.text
      rows.append(row)
      return true
    }
    isInColumnHeads =
      isInColumnHeads && LineLabels.numbered(token.normal).number == 0
      && labels.line(named: token.normal).map { Self.funds.contains($0.key) } ?? false
    return isInColumnHeads
  }

  private static let sides: [Side] = [.revenue, .expenditure]
  private static let columnTotals: Set<NormalText> = ["合计", "小计"]

  private mutating func takeNumber(_ token: Token, _ number: PrintedNumber) {
    guard let last = rows.last else { return }
    if takeLineNumber(number, of: last, isAlone: isAlone(token)) { return }
    if hasUniformDecimals, Numbering.isNoFigure(token) { return }
    takeFigure(token)
  }

  private mutating func takeFigure(_ token: Token) {
    guard let last = rows.last, let figure = PrintedFigure(token, in: unit) else { return }
    rows[rows.count - 1].figures.append(figure)
    rows[rows.count - 1].span = last.span.union(token.span)
  }

  /// Whether a number has a cell of its own, in a column that does not number the lines.
  private func isAlone(_ token: Token) -> Bool {
    token.column.map { !numberColumns.contains($0) } ?? false
  }

  /// Takes a 行次: the first whole number behind a label, or the number of the blank line beside the next label. Among
  /// figures with decimals, a whole number without a cell of its own is no figure either.
  private mutating func takeLineNumber(_ number: PrintedNumber, of last: FormRow, isAlone: Bool) -> Bool {
    let isNoFigure = hasUniformDecimals && !isAlone
    guard number.isPlainInteger, (1...99).contains(number.digits), hasLineNumbers || isNoFigure else { return false }
    let value = Int(number.digits)
    if last.lineNumber == nil, last.figures.isEmpty {
      rows[rows.count - 1].lineNumber = value
      lastLines[last.side] = value
      return true
    }
    guard let side = Self.sides.first(where: { lastLines[$0].map { $0 + 1 } == value }) else { return isNoFigure }
    lastLines[side] = value
    return true
  }
}

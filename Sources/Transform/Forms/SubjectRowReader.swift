import Accounts
import Classification

/// Reads the rows of a form by subject (gk02, gk03, gk05, gk06, gk07, gk08) from its tokens, in any layout.
///
/// A row starts at a subject code that a name follows, or at 合计; names and figures belong to it until the next one
/// starts. So a row may run over several lines, share its line with others, or stand with one cell on each line.
struct SubjectRowReader {
  private let tokens: [Token]
  /// The index of the table row of each token.
  private let rowOfToken: [Int]
  /// The columns of the marks of blank cells before each token that has some, and behind the last token.
  private let blanks: [Int: [Int?]]
  private let rows: [TableRow]
  /// For each table row whether it has neither figure nor code: it is the torn tail of a name.
  private let isTail: [Bool]
  private let form: Form
  private let unit: MoneyUnit
  /// Whether the table's amounts have decimals, so that two digits before a name may be a cut code.
  private let amountsHaveDecimals: Bool
  /// Whether all of them have the same number of decimals, so that a plain integer is hardly one.
  private let decimalsAreUniform: Bool

  private var read: [FormRow] = []
  private var headerRows: [Int] = []
  /// Codes in columns of their own: the class and section that stand above.
  private var classCode = ""
  private var sectionCode = ""
  /// The table row that was last looked at for the start of a form row, and how many started on it.
  private var openLine = -1
  private var startsOnLine = 0

  /// What a table holds: its rows, and which of its lines are header.
  struct Result {
    var rows: [FormRow]
    var headerRows: [TableRow]
  }

  /// Reads the rows of `table`.
  static func read(_ table: CleanedTable, form: Form, unit: MoneyUnit) -> Result {
    var reader = SubjectRowReader(table, form: form, unit: unit)
    reader.readAll()
    let rows = Numbering.withoutColumnNumbers(reader.read, hasUniformDecimals: reader.decimalsAreUniform)
    let hasTotal = rows.contains { $0.kind == .total && !$0.figures.isEmpty }
    return Result(
      rows: hasTotal ? rows.filter { $0.kind != .total || !$0.figures.isEmpty } : rows,
      headerRows: reader.headerRows.map { table.rows[$0] })
  }

  private init(_ table: CleanedTable, form: Form, unit: MoneyUnit) {
    rows = table.rows
    isTail = table.rows.map { row in !row.tokens.contains(where: \.isFigure) }
    tokens = table.rows.flatMap(\.tokens)
    rowOfToken = table.rows.indices.flatMap { row in table.rows[row].tokens.map { _ in row } }
    blanks = Self.blanks(in: table.rows)
    self.form = form
    self.unit = unit
    let figures = tokens.compactMap(\.number)
    let decimals = figures.count { $0.decimals > 0 }
    decimalsAreUniform = Numbering.hasUniformDecimals(table.rows)
    amountsHaveDecimals = decimals > 0 || !figures.contains { $0.digits > 99 && $0.isGrouped }
  }

  private static func blanks(in rows: [TableRow]) -> [Int: [Int?]] {
    var blanks: [Int: [Int?]] = [:]
    var start = 0
    for row in rows {
      for blank in row.blanks { blanks[start + blank.index, default: []].append(blank.column) }
      start += row.tokens.count
    }
    return blanks
  }

  private mutating func readAll() {
    var index = 0
    while index < tokens.count {
      takeBlanks(before: index)
      let row = rowOfToken[index]
      if isFirstInRow(index), isHeader(rows[row]), !startsSubject(at: index), !isAwaitedName(index) {
        takeHeader(row, from: &index)
      } else if let next = takeSubject(at: index) {
        index = next
      } else if let kind = total(tokens[index].normal) {
        start(kind, at: index)
        index += 1
      } else {
        take(tokens[index], isTailRow: isTail[rowOfToken[index]])
        index += 1
      }
    }
    takeBlanks(before: index)
  }

  /// Gives marks of blank cells to the row that is open, behind its name.
  private mutating func takeBlanks(before index: Int) {
    guard let columns = blanks[index], let last = read.last, last.kind != .subject || !last.namePrinted.isEmpty else {
      return
    }
    for column in columns {
      read[read.count - 1].blanks.append(BlankCell(figuresBefore: last.figures.count, column: column))
    }
  }

  // MARK: headers

  private func isFirstInRow(_ index: Int) -> Bool { index == 0 || rowOfToken[index - 1] != rowOfToken[index] }

  /// Whether a row holds header words or column numbers and no figures.
  private func isHeader(_ row: TableRow) -> Bool {
    let numbers = row.tokens.compactMap(\.number)
    guard numbers.allSatisfy(\.isPlainInteger), Numbering.isRun(numbers.map(\.digits)) else { return false }
    let words = row.tokens.filter { $0.number == nil && total($0.normal) == nil }
    guard
      words.allSatisfy({
        ColumnHeading.isVocabulary($0.normal) || ColumnHeading.measure($0.normal, in: form) != nil
      })
    else { return false }
    return !words.isEmpty || numbers.count > 1 && numbers.count == row.tokens.count
  }

  /// Whether a text alone on its line is the name of the code above it: 年初预留 is a subject, whatever it sounds like.
  private func isAwaitedName(_ index: Int) -> Bool {
    guard rows[rowOfToken[index]].tokens.count == 1, tokens[index].number == nil, let last = read.last else {
      return false
    }
    return last.kind == .subject && last.namePrinted.isEmpty && last.figures.isEmpty
  }

  /// Passes a header row; where it ends in 合计 behind 栏次 or 项, the total row's label was merged into it.
  private mutating func takeHeader(_ row: Int, from index: inout Int) {
    let end = tokens.index(index, offsetBy: rows[row].tokens.count)
    let words = tokens[index..<end]
    if let label = words.lastIndex(where: { total($0.normal) != nil }),
      words.contains(where: { Self.leaders.contains($0.normal) }), read.isEmpty
    {
      start(.total, at: label)
    }
    headerRows.append(row)
    index = end
  }

  private static let headerWords: Set<NormalText> = ["栏次", "行次"]
  /// The words behind which the label of the total row may stand in the header.
  static let leaders: Set<NormalText> = ["栏次", "类", "款", "项"]

  // MARK: rows

  private func startsSubject(at index: Int) -> Bool { codeParts(at: index) != nil }

  private mutating func takeSubject(at index: Int) -> Int? {
    guard let parts = codeParts(at: index) else { return nil }
    var row = FormRow(kind: .subject, span: tokens[index].span)
    row.codePrinted = code(of: parts)
    row.width = rows[rowOfToken[index]].width
    row.block = block(of: index)
    read.append(row)
    return index + parts.count
  }

  private mutating func start(_ kind: RowKind, at index: Int) {
    var row = FormRow(kind: kind, span: tokens[index].span)
    row.namePrinted = tokens[index].text
    row.width = rows[rowOfToken[index]].width
    row.block = block(of: index)
    read.append(row)
  }

  /// Which of the blocks standing side by side a row belongs to: by its grid column, or else by its turn on the line.
  private mutating func block(of index: Int) -> Int {
    if let column = tokens[index].column { return column }
    if openLine != rowOfToken[index] {
      openLine = rowOfToken[index]
      startsOnLine = 0
    }
    startsOnLine += 1
    return startsOnLine - 1
  }

  private mutating func take(_ token: Token, isTailRow: Bool) {
    guard token.isFigure else {
      takeText(token, isTailRow: isTailRow)
      return
    }
    guard let last = read.last, let figure = PrintedFigure(token, in: unit) else { return }
    // Those of a total may be the numbers of its columns, which tell how its figures are stacked.
    if decimalsAreUniform, last.kind != .total, Numbering.isNoFigure(token) { return }
    read[read.count - 1].figures.append(figure)
    read[read.count - 1].span = read[read.count - 1].span.union(token.span)
  }

  /// Adds text to the name of the open row: before its figures, or behind them where a page break tore the name.
  private mutating func takeText(_ token: Token, isTailRow: Bool) {
    guard let row = rowOfName(token, isTailRow: isTailRow) else { return }
    let isOpen = read[row].figures.isEmpty && read[row].namePrinted.isEmpty
    guard isOpen || !ColumnHeading.isVocabulary(token.normal) else { return }
    read[row].namePrinted += token.text
    if isOpen { read[row].nameColumn = token.column }
    read[row].span = read[row].span.union(token.span)
  }

  /// The row that a text belongs to; the torn tail of a name stands below it, in the same column of the grid.
  private func rowOfName(_ token: Token, isTailRow: Bool) -> Int? {
    guard let last = read.indices.last else { return nil }
    if isTailRow, token.column != nil {
      let above = read.indices.suffix(4).last { read[$0].kind == .subject && read[$0].nameColumn == token.column }
      return token.normal.count <= 14 ? above : nil
    }
    guard read[last].kind == .subject, read[last].figures.isEmpty || isTailRow && token.normal.count <= 14 else {
      return nil
    }
    return last
  }

  // MARK: codes

  /// The tokens of the code that starts at `index`: one, or two or three where class, section and item have columns.
  private func codeParts(at index: Int) -> ArraySlice<Token>? {
    guard let first = digits(tokens[index]) else { return nil }
    var end = index + 1
    if first.count == 3, isCode(first) || first.count == 2 && columnOfPart(tokens[index]) != nil {
      while end < tokens.count, end - index < 3, isBeside(end, index), digits(tokens[end])?.count == 2 { end += 1 }
    }
    let isPart = first.count == 2 && columnOfPart(tokens[index]) != nil
    guard isCode(first) || isPart, end < tokens.count, !tokens[end].isFigure else { return nil }
    guard total(tokens[end].normal) == nil, !isHeaderWord(tokens[end].normal) else { return nil }
    guard end - index > 1 || isPart || followsNoFigureGap(index) else { return nil }
    return tokens[index..<end]
  }

  /// Whether two tokens stand in one line, or both alone in theirs, as where each cell has a line of its own.
  private func isBeside(_ index: Int, _ other: Int) -> Bool {
    rowOfToken[index] == rowOfToken[other]
      || rows[rowOfToken[index]].tokens.count == 1 && rows[rowOfToken[other]].tokens.count == 1
  }

  private func isHeaderWord(_ text: NormalText) -> Bool { Self.headerWords.contains(text) }

  /// Whether a code may stand here: at the start of a line, or behind the end of another block of the same line.
  private func followsNoFigureGap(_ index: Int) -> Bool {
    isFirstInRow(index) || form.isEconomic
  }

  /// The digits of a token that could be a code or a part of one.
  private func digits(_ token: Token) -> [UInt16]? {
    guard let number = token.number, number.isPlainInteger, (2...7).contains(token.normal.count) else { return nil }
    return token.normal.units
  }

  /// Whether digits are a subject code or the beginning of one, in the classification that the form uses.
  private func isCode(_ digits: [UInt16]) -> Bool {
    guard let first = digits.first else { return false }
    if form.isEconomic { return first == 0x33 && (2...5).contains(digits.count) }
    guard first == 0x32, digits.count >= (amountsHaveDecimals ? 2 : 3) else { return false }
    return digits[1] <= 0x33
  }

  /// For `06` alone under a class in columns of their own: 1 for a section, 2 for an item.
  private func columnOfPart(_ token: Token) -> Int? {
    guard let column = token.column, !classCode.isEmpty, !form.isEconomic, (1...2).contains(column) else { return nil }
    return column
  }

  /// The code that printed parts make, filled from the rows above where the layout leaves class or section out.
  private mutating func code(of parts: ArraySlice<Token>) -> String {
    let texts = parts.map { String(decoding: $0.normal.units, as: UTF16.self) }
    var whole = texts.joined()
    if let first = parts.first, texts[0].utf8.count == 2, let column = columnOfPart(first) {
      whole = (column == 1 ? classCode : sectionCode) + whole
    }
    if whole.utf8.count >= 3 { classCode = String(whole.prefix(3)) }
    if whole.utf8.count >= 5 { sectionCode = String(whole.prefix(5)) }
    return whole
  }

  // MARK: totals

  private func total(_ text: NormalText) -> RowKind? {
    guard text.count <= 10, text.hasSuffix(Self.sum) || text.hasSuffix(Self.subtotal) || text.hasSuffix(Self.grandSum)
    else {
      return nil
    }
    if form.isEconomic {
      if text.hasPrefix(Self.personnel) { return .line("personnel_total") }
      if text.hasPrefix(Self.publicFunds) || text.hasPrefix(Self.dailyPublicFunds) { return .line("public_total") }
    }
    return text == Self.sum || text == Self.grandSum ? .total : nil
  }

  private static let sum: NormalText = "合计"
  private static let subtotal: NormalText = "小计"
  private static let grandSum: NormalText = "总计"
  private static let personnel: NormalText = "人员经费"
  private static let publicFunds: NormalText = "公用经费"
  private static let dailyPublicFunds: NormalText = "日常公用经费"
}

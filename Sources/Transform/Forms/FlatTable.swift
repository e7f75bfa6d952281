import Accounts
import Classification

/// A table whose rows an export put on one line: cuts the line into its rows again, or leaves it unread.
///
/// Row by row, each row starts at a code with its name behind it, or at 合计 with a figure behind it. Column by column,
/// codes stand beside codes and header words behind figures; which figure belongs to which code is lost then.
struct FlatTable {
  private let form: Form
  /// Whether its amounts have decimals, so that a whole number before a name is a code however short it is.
  private let hasUniformDecimals: Bool
  /// The rows, flat ones cut.
  private(set) var rows: [TableRow] = []
  /// What was left unread.
  private(set) var findings: [Finding] = []

  /// Cuts the flat rows of `table`.
  init(_ table: CleanedTable, form: Form) {
    self.form = form
    hasUniformDecimals = Numbering.hasUniformDecimals(table.rows)
    rows.reserveCapacity(table.rows.count)
    for row in table.rows { take(row) }
  }

  private mutating func take(_ row: TableRow) {
    guard row.tokens.count > Self.longestRow, let line = withoutColumn(row), line.contains(where: isAmount) else {
      rows.append(row)
      return
    }
    switch form.template.rows {
    case .lines: takeLines(line, or: row)
    case .subjects(.economic):
      if isByColumns(line) || longestRun(in: line[...]) > Self.mostBeside { leave(line) } else { rows.append(row) }
    case .pairs: rows.append(row)
    case .subjects(.functional): takeSubjects(line, or: row)
    }
  }

  /// The longest row of a form by subject has a code in three parts, a name and seven figures.
  private static let longestRow = 11

  /// The tokens of a row that has no columns: all of them stand in one cell. Nil for a row of a grid.
  private func withoutColumn(_ row: TableRow) -> [Token]? {
    guard let column = row.tokens.first?.column else {
      return row.tokens.allSatisfy { $0.column == nil } ? row.tokens : nil
    }
    guard row.tokens.allSatisfy({ $0.column == column }) else { return nil }
    return row.tokens.map { token in
      var token = token
      token.column = nil
      return token
    }
  }

  private mutating func leave(_ line: [Token]) {
    let count = line.count { $0.number != nil }
    findings.append(
      Finding(
        .rowUnrecognised, severity: .error, form: form, printed: line.prefix(3).map(\.text).joined(separator: " "),
        message:
          "The table stands on one line and cannot be cut into rows for certain; its \(count) numbers are not read.",
        sourceLine: line.first?.span.line))
  }

  private mutating func append(_ tokens: ArraySlice<Token>) {
    if !tokens.isEmpty { rows.append(TableRow(width: 1, tokens: Array(tokens))) }
  }

  // MARK: forms by subject

  private mutating func takeSubjects(_ line: [Token], or row: TableRow) {
    if isByColumns(line) {
      leave(line)
      return
    }
    let starts = starts(in: line)
    guard !starts.isEmpty else {
      if line.count > Self.longestRow + form.measures.count { leave(line) } else { rows.append(row) }
      return
    }
    let ends = starts.dropFirst() + [line.count]
    let columns = columnCount(line[..<starts[0]])
    guard zip(starts, ends).allSatisfy({ isWhole(line[$0..<$1], columns: columns) }) else {
      leave(line)
      return
    }
    append(line[..<starts[0]])
    for (start, end) in zip(starts, ends) { append(line[start..<end]) }
  }

  /// Where rows start: at codes with names behind them, and at 合计 with a figure behind it.
  private func starts(in line: [Token]) -> [Int] {
    var starts: [Int] = []
    var index = 0
    while index < line.count {
      if let end = endOfCode(in: line, at: index) {
        starts.append(index)
        index = end
      } else if Self.totals.contains(line[index].normal), index + 1 < line.count, isAmount(line[index + 1]),
        endOfCode(in: line, at: index + 1) == nil
      {
        starts.append(index)
      }
      index += 1
    }
    return starts
  }

  /// The index of the name behind the code that starts at `index`, in one part or up to three; nil where none does.
  private func endOfCode(in line: [Token], at index: Int) -> Int? {
    guard isCode(line[index]) else { return nil }
    var end = index + 1
    if line[index].normal.count == 3 {
      while end < line.count, end - index < 3, isPart(line[end]) { end += 1 }
    }
    guard end < line.count, line[end].number == nil, !Self.totals.contains(line[end].normal),
      !Self.headings.contains(line[end].normal)
    else { return nil }
    return end
  }

  /// How many columns of figures the form has by its template or by its header, which may name more.
  private func columnCount(_ header: ArraySlice<Token>) -> Int {
    let named = Set(header.compactMap { ColumnHeading.measure($0.normal, in: form) })
    return max(form.measures.count, named.count)
  }

  /// Whether a row has its figures behind its name, and no more than the form has columns.
  private func isWhole(_ row: ArraySlice<Token>, columns: Int) -> Bool {
    let figures = row.drop(while: { isCode($0) || isPart($0) }).drop { $0.number == nil }
    return figures.count <= columns && figures.allSatisfy { $0.number != nil }
  }

  private func isCode(_ token: Token) -> Bool {
    guard let number = token.number, number.isPlainInteger, let first = token.normal.units.first else { return false }
    guard first == (form.isEconomic ? 0x33 : 0x32) else { return false }
    let count = token.normal.count
    return [3, 5, 7].contains(count) || hasUniformDecimals && (2...7).contains(count)
  }

  private func isPart(_ token: Token) -> Bool { token.number?.isPlainInteger == true && token.normal.count == 2 }

  /// Whether a number is no number of a column.
  private func isAmount(_ token: Token) -> Bool {
    guard let number = token.number else { return false }
    return !number.isPlainInteger || !(1...40).contains(number.digits)
  }

  /// A figure under 合计 and again under 人员经费 or 公用经费, and a code in two parts behind them (gk06).
  private static let mostBeside = 6

  /// Whether the cells of a column stand together: codes beside codes, or the head of a column behind figures.
  private func isByColumns(_ line: [Token]) -> Bool {
    var codesBesideCodes = 0
    for (token, next) in zip(line, line.dropFirst()) where isCode(token) {
      if Self.headings.contains(next.normal) { return true }
      if isCode(next), next.normal.count > 2 { codesBesideCodes += 1 }
    }
    if codesBesideCodes > 1
      || zip(line, zip(line.dropFirst(), line.dropFirst(2))).contains(where: {
        isCode($0) && isCode($1.0) && isCode($1.1)
      })
    {
      return true
    }
    return line.indices.dropFirst().contains { index in
      line[index].number == nil && isAmount(line[index - 1]) && !isCode(line[index - 1])
        && !isPart(line[index - 1]) && Self.heads(form).contains(line[index].normal)
    }
  }

  private static let totals: Set<NormalText> = ["合计", "总计"]
  private static let headings: Set<NormalText> = ["科目名称", "项目", "栏次", "行次", "款", "项", "决算数"]

  /// The words that head the columns of figures of a form and name no row.
  private static func heads(_ form: Form) -> Set<NormalText> {
    form.isEconomic ? [] : columnHeads
  }
  private static let columnHeads: Set<NormalText> = [
    "小计", "本年收入", "本年支出", "基本支出", "项目支出", "本年收入合计", "本年支出合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "其他收入",
    "上缴上级支出", "经营支出", "附属单位上缴收入", "对附属单位补助支出", "年初结转和结余", "年末结转和结余",
  ]

  // MARK: gk01 and gk04

  /// Parts the header from the lines, which their reader tells apart by their labels.
  private mutating func takeLines(_ line: [Token], or row: TableRow) {
    guard line.count > Self.longestPair,
      let first = line.firstIndex(where: { $0.number == nil && LineLabels.numbered($0.normal).number == 1 })
    else {
      rows.append(row)
      return
    }
    guard !line[first...].contains(where: { Self.lineHeads.contains($0.normal) }), isByLines(line[first...]) else {
      leave(line)
      return
    }
    append(line[..<first])
    append(line[first...])
  }

  /// Two lines side by side have two labels, two line numbers, and five figures at most (gk04).
  private static let longestPair = 10

  /// Whether no line has more numbers than figures, besides a line number of its own and one of a blank line beside it.
  ///
  /// Several blank lines may stand together; their numbers are told from figures only where figures have decimals.
  private func isByLines(_ line: ArraySlice<Token>) -> Bool {
    let figures = form.measures.count - form.template.leftColumns
    if hasUniformDecimals {
      let counted = line.filter { $0.number?.isPlainInteger != true || !(1...99).contains($0.number?.digits ?? 0) }
      return longestRun(in: counted[...]) <= figures
    }
    return longestRun(in: line) <= figures + 2
  }

  /// The most numbers that stand side by side.
  private func longestRun(in line: ArraySlice<Token>) -> Int {
    line.split(whereSeparator: { $0.number == nil }).map(\.count).max() ?? 0
  }

  private static let lineHeads: Set<NormalText> = ["项目", "行次", "栏次", "合计", "小计", "决算数", "金额", "预算数"]
}

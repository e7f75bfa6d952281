import Accounts

/// Tells the numbers of columns (栏次) and lines (行次) from figures.
enum Numbering {
  /// Whether numbers count on by one, as those of columns do; an empty list does.
  static func isRun(_ numbers: [Int64]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } && numbers.allSatisfy { (1...40).contains($0) }
  }

  /// The rows of a form without the column numbers that a merged header left in its 合计 row: `合计 1 2 3`, and without
  /// those that stand before its figures one above the other: by these its figures get the order of the columns again.
  ///
  /// A single number is one of them where the form has no figures besides, any that is no figure where decimals are
  /// uniform.
  static func withoutColumnNumbers(_ rows: [FormRow], hasUniformDecimals: Bool) -> [FormRow] {
    let isBlank = !rows.contains { $0.kind == .subject && !$0.figures.isEmpty }
    return rows.map { row in
      guard row.kind == .total else { return row }
      var row = row
      if let figures = numbered(row.figures, hasUniformDecimals) {
        row.figures = figures
        row.blanks = []
        return row
      }
      if hasUniformDecimals { row.removeFigures { isNoFigure($0.token) } }
      let numbers = row.figures.compactMap(\.token.number).filter(isWhole).map(\.digits)
      guard isRun(numbers) || isRestarted(numbers), numbers.count > 1 || isBlank && row.figures.count == 1 else {
        return row
      }
      row.removeFigures { $0.token.number.map(isWhole) ?? false }
      return row
    }
  }

  /// Figures behind the numbers of their columns, in the order of these: `5 83.73 3 83.73`; nil where they are not so.
  ///
  /// Some may stand before them, in the row itself. A column without a figure may have its number too. In a grid all the
  /// numbers stand in one column and the figures in another; elsewhere only what has decimals is a figure.
  private static func numbered(_ figures: [PrintedFigure], _ hasUniformDecimals: Bool) -> [PrintedFigure]? {
    let column = figures.suffix(2).compactMap(\.token.column).min()
    var unnumbered: [PrintedFigure] = []
    var pairs: [(number: Int64, figure: PrintedFigure)] = []
    var open: Int64?
    for figure in figures {
      let isNumber = column == nil ? hasUniformDecimals && isNoFigure(figure.token) : figure.token.column == column
      if isNumber {
        guard let number = figure.token.number, number.isPlainInteger else { return nil }
        open = number.digits
      } else if let number = open {
        pairs.append((number, figure))
        open = nil
      } else {
        guard pairs.isEmpty else { return nil }
        unnumbered.append(figure)
      }
    }
    guard pairs.count > 1, Set(pairs.map(\.number)).count == pairs.count,
      Set(pairs.map(\.figure.token.column)).count == 1, pairs.allSatisfy({ (1...mostColumns).contains($0.number) })
    else { return nil }
    return unnumbered + pairs.sorted { $0.number < $1.number }.map(\.figure)
  }

  /// No form by subject has more columns of figures, and gk09 has as many.
  private static let mostColumns: Int64 = 12

  /// Whether a number is whole and none of the zeros that some forms print for nothing.
  static func isWhole(_ number: PrintedNumber) -> Bool { number.isPlainInteger && number.digits != 0 }

  /// Whether numbers count on by one and start again at 1, as two rows of numbers do.
  private static func isRestarted(_ numbers: [Int64]) -> Bool {
    guard let second = numbers.dropFirst().firstIndex(of: 1) else { return false }
    return isRun(Array(numbers[..<second])) && isRun(Array(numbers[second...]))
  }

  /// Where gk09 numbers its items, each behind its label: all its whole numbers, where they grow from first to last, or
  /// count on from 1, as they do beyond the columns of the three public expenses where 会议费 and the like follow.
  ///
  /// Amounts cannot: the first of them is the whole of those behind it.
  static func itemNumbers(in rows: [TableRow]) -> Set<SourceSpan> {
    let numbers = rows.lazy.flatMap(\.tokens).filter { $0.number?.isPlainInteger == true }
    let digits = Array(numbers.compactMap(\.number?.digits))
    let grow = digits.allSatisfy((1...mostColumns).contains) && zip(digits, digits.dropFirst()).allSatisfy(<)
    guard digits.count >= 5, grow || digits[0] == 1 && isRun(digits) else { return [] }
    return Set(numbers.map(\.span))
  }

  /// Where a table numbers its columns: the places of the longest run `1 2 3 …` of five or more.
  static func columnNumbers(in rows: [TableRow]) -> Set<SourceSpan> {
    var found: Set<SourceSpan> = []
    var run: [SourceSpan] = []
    for token in rows.lazy.flatMap(\.tokens) {
      guard let number = token.number, number.isPlainInteger, number.digits == Int64(run.count + 1) else {
        if run.count >= 5 { found.formUnion(run) }
        run = token.number?.digits == 1 ? [token.span] : []
        continue
      }
      run.append(token.span)
    }
    return run.count >= 5 ? found.union(run) : found
  }

  /// The grid columns of 行次: so headed, or holding nothing but small whole numbers, and many of them.
  static func numberColumns(in rows: [TableRow]) -> Set<Int> {
    var counts: [Int: Int] = [:]
    var figures: Set<Int> = []
    var headed: Set<Int> = []
    for token in rows.lazy.flatMap(\.tokens) {
      guard let column = token.column else { continue }
      guard let number = token.number else {
        if lineHeadings.contains(token.normal) { headed.insert(column) }
        continue
      }
      if number.isPlainInteger, (1...99).contains(number.digits) {
        counts[column, default: 0] += 1
      } else {
        figures.insert(column)
      }
    }
    return Set(counts.filter { $0.value >= 5 }.keys).union(headed).subtracting(figures)
  }

  /// The heads of columns that number the lines; one of them an export cut.
  static let lineHeadings: Set<NormalText> = ["行次", "行"]

  /// Whether a whole number among figures that all have the same decimals is none of them: one without a cell of its own,
  /// or a year, which is stamped on pages and into margins.
  static func isNoFigure(_ token: Token) -> Bool {
    guard let number = token.number else { return false }
    return isWhole(number) && (token.column == nil || years.contains(number.digits))
  }

  /// The years that stand alone in their rows, where all figures with decimals have the same number of them: however few
  /// these are, none of those is a figure.
  static func yearsAlone(in rows: [TableRow]) -> Set<SourceSpan> {
    let decimals = Set(rows.lazy.flatMap(\.tokens).compactMap { $0.number?.decimals }).subtracting([0])
    guard decimals.count == 1 else { return [] }
    return Set(
      rows.lazy.filter { $0.tokens.count == 1 }.map { $0.tokens[0] }.filter { token in
        token.number.map { $0.isPlainInteger && years.contains($0.digits) } ?? false
      }.map(\.span))
  }

  /// The years that a disclosure may name.
  private static let years: ClosedRange<Int64> = 1990...2049

  /// Whether all figures with decimals have the same number of them, and there are enough to tell: then a plain integer
  /// is no figure.
  static func hasUniformDecimals(_ rows: [TableRow]) -> Bool {
    let decimals = rows.lazy.flatMap(\.tokens).compactMap { $0.number?.decimals }.filter { $0 > 0 }
    return decimals.count >= 6 && Set(decimals).count == 1
  }
}

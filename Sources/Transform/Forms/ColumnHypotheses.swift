import Accounts
import Classification

/// Tells from the header of a grid which column holds which measure: each way to read it is one hypothesis.
struct ColumnHypotheses {
  private let headerRows: [TableRow]
  private let form: Form

  /// Looks at the header rows of one table.
  init(headerRows: [TableRow], form: Form) {
    self.headerRows = headerRows
    self.form = form
  }

  /// The measures that the table has columns for, in printed order where the header tells it.
  func measures() -> [Measure] {
    let columns = form.template.columns.dropFirst(form.template.leftColumns)
    let hasBalances =
      columns.contains(where: \.isOfBalances) && (mentions(.openingBalance) || mentions(.closingBalance))
    let named = namedColumns(columns)
    let measures = columns.filter { column in
      switch column.presence {
      case .always: true
      case .withBalances: hasBalances
      case .named: named.contains(column.measure)
      }
    }.map(\.measure)
    let headings = byHeading()
    let ordered = isTorn(headings) ? [] : headings.sorted { $0.key < $1.key }.map(\.value)
    return Set(ordered) == Set(measures) && ordered.count == measures.count ? ordered : measures
  }

  /// The columns that a header must name of those that it does; all of them where it does not name the first.
  private func namedColumns(_ columns: ArraySlice<FormTemplate.Column>) -> [Measure] {
    let named = columns.compactMap { column -> (word: NormalText, measure: Measure)? in
      if case .named(let word) = column.presence { (word, column.measure) } else { nil }
    }
    guard let first = named.first else { return [] }
    let words = NormalText(units: headerRows.flatMap { $0.tokens.flatMap(\.normal.units) })
    let found = named.filter { words.contains($0.word) }.map(\.measure)
    return found.first == first.measure ? found : named.map(\.measure)
  }

  /// The hypotheses, best first: by the numbers of the columns (栏次), by the headings.
  func hypotheses(for measures: [Measure]) -> [[Int: Measure]] {
    let headings = byHeading()
    return [byNumber(measures), isTorn(headings) ? [:] : headings].filter { !$0.isEmpty }
  }

  /// Whether a heading stands left of the names of the subjects, where a line that was torn begins anew: its columns are
  /// not those of the rows.
  private func isTorn(_ headings: [Int: Measure]) -> Bool {
    let names = headerRows.lazy.flatMap(\.tokens).first { $0.normal == Self.subjectNames }
    guard let column = names?.column, let first = headings.keys.min() else { return false }
    return first < column
  }

  private static let subjectNames: NormalText = "科目名称"

  private func mentions(_ measure: Measure) -> Bool {
    headerRows.contains { row in
      row.tokens.contains { ColumnHeading.measure($0.normal, in: form) == measure }
    }
  }

  /// Columns by the row that numbers them, `1 2 3 …`.
  private func byNumber(_ measures: [Measure]) -> [Int: Measure] {
    for row in headerRows.reversed() {
      let numbers = row.tokens.compactMap { token in
        token.number.flatMap { number in token.column.map { (number: Int(number.digits), column: $0) } }
      }
      let offset = form.template.leftColumns + 1
      let own = numbers.filter { $0.number >= offset }
      guard own.count > 1, own.map(\.number) == Array(offset..<(offset + own.count)), own.count <= measures.count
      else { continue }
      return Dictionary(own.map { ($0.column, measures[$0.number - offset]) }) { first, _ in first }
    }
    return [:]
  }

  /// Columns by the words that stand above them; a measure named twice stays with its first column.
  private func byHeading() -> [Int: Measure] {
    var specific: [Int: Measure] = [:]
    var totals: Set<Int> = []
    for tokens in headerRows.map(\.tokens) {
      for (index, token) in tokens.enumerated() {
        guard let column = token.column, let measure = ColumnHeading.measure(token.normal, in: form),
          measure != .total || index == 0 || !Self.isRowLabel(at: column, behind: tokens[index - 1])
        else { continue }
        for covered in column..<(column + token.columnSpan) {
          if measure == .total { totals.insert(covered) } else { specific[covered] = measure }
        }
      }
    }
    var found: [Int: Measure] = [:]
    var taken: Set<Measure> = []
    for column in totals.union(specific.keys).sorted() {
      let measure = specific[column] ?? .total
      if taken.insert(measure).inserted { found[column] = measure }
    }
    return found
  }

  /// Whether 合计 in a column is the label of the total row, which a reader merged into the header: it stands right
  /// behind 项 or 栏次, where the names of the subjects stand.
  private static func isRowLabel(at column: Int, behind leader: Token) -> Bool {
    SubjectRowReader.leaders.contains(leader.normal) && leader.column.map { $0 + leader.columnSpan } == column
  }
}

extension FormTemplate.Column {
  /// Whether only tables with balances have it.
  fileprivate var isOfBalances: Bool { if case .withBalances = presence { true } else { false } }
}

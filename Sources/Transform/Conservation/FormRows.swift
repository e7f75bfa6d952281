import Accounts

/// The codes, line numbers and unpublished figures that the forms print, by the lines of their rows.
struct FormRows {
  private struct Entry {
    var row: PrintedFormRow
    var place: RowPlace?
    var isUnpublished: Bool
    /// Whether its form prints a 行次.
    var isNumbered: Bool
    /// What it prints, reduced once for all numbers of its line.
    var code: NormalText
    var name: Name
    var figures: Set<NormalText>
  }

  /// What a row is called, for the numbers in it.
  private enum Name {
    case short(NormalText)
    /// One that is longer than any: its numbers are cut once, since each would be looked for in all of it.
    case long(Set<[UInt16]>)

    private static let longestShort = 1_000

    init(_ printed: String) {
      guard printed.utf8.count > Self.longestShort, let tokens = NumericTokens(printed) else {
        self = .short(NormalText(printed))
        return
      }
      self = .long(Set(tokens.tokens.lazy.map { tokens.text($0) }))
    }

    func contains(_ digits: [UInt16]) -> Bool {
      switch self {
      case .short(let name): name.contains(NormalText(units: digits))
      case .long(let numbers): numbers.contains(digits)
      }
    }
  }

  private var rows: [Entry] = []
  /// The figures that each row has in the dataset, as printed.
  private var published: [RowPlace: [NormalText]] = [:]

  /// Takes up the rows of all forms.
  init(_ disclosure: Disclosure) {
    for form in disclosure.printedForms {
      let isNumbered = form.rows.contains { $0.lineNumber != nil }
      for row in form.rows {
        let place = row.row.map { RowPlace(form.form, row.side, $0) }
        let isUnpublished = Self.isUnpublished(row, form)
        rows.append(
          Entry(
            row: row, place: place, isUnpublished: isUnpublished, isNumbered: isNumbered,
            code: NormalText(row.codePrinted), name: Name(row.namePrinted),
            figures: isUnpublished ? Set(row.figures.map { NormalText($0) }) : []))
      }
    }
    rows.sort { $0.row.sourceLine < $1.row.sourceLine }
    for figure in disclosure.figures where !figure.printed.isEmpty {
      let place = RowPlace(figure.key.form, figure.key.side, figure.key.row)
      published[place, default: []].append(NormalText(figure.printed))
    }
  }

  /// Whether the datasets leave out figures of a row by definition: columns beside the three public expenses or the
  /// general public expenditure, the 合计 of the economic subjects, and all appropriations in one line.
  private static func isUnpublished(_ row: PrintedFormRow, _ form: PrintedForm) -> Bool {
    let template = form.form.template
    if let key = row.row { if template.unpublishedRows.contains(key) { return true } }
    if row.row == nil, template.rows == .subjects(.economic) { return NormalText(row.namePrinted).contains("合计") }
    return form.columns.contains { !template.measures.contains($0) }
  }

  /// What a number of a form is; nil where it is neither a code nor a line number of the row that it stands in, nor one
  /// of its figures printed again, nor a figure that no dataset has.
  func use(of text: [UInt16], line: Int) -> NumberUse? {
    let digits = NormalText(units: text)
    // Two halves of a form may stand on one line, each a row of its own.
    for entry in entries(at: line) {
      // Levels of a code may have a cell each; a code may be torn over two lines.
      if entry.code == digits || digits.count > 1 && entry.code.contains(digits) { return .code }
      if let number = entry.row.lineNumber, "\(number)".utf16.starts(with: text) { return .numbering }
      if entry.row.sourceLine == line, entry.name.contains(text) { return .label }
      if let place = entry.place, published[place]?.contains(digits) == true { return .repeated }
      if entry.isUnpublished, entry.figures.contains(digits) { return .unpublished }
    }
    return nil
  }

  /// Whether a line of the source stands in a form that prints a 行次.
  func isNumbered(line: Int) -> Bool { entries(at: line).contains(where: \.isNumbered) }

  /// The rows that begin on a line, or the last ones that begin before it; a half of a two-sided row in a page begins
  /// some lines behind the other.
  private func entries(at line: Int) -> ReversedCollection<ArraySlice<Entry>> {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].row.sourceLine <= line { low = middle + 1 } else { high = middle }
    }
    let near = rows[max(0, low - TransformLimits.mostRowsOnLine)..<low]
    let last = near.last?.row.sourceLine
    let start = near.lastIndex { $0.row.sourceLine != last }.map { $0 + 1 } ?? near.startIndex
    return rows[start..<low].reversed()
  }
}

import Accounts

/// The codes, line numbers and unpublished figures that the forms print, by the lines of their rows.
struct FormRows {
  private struct Entry {
    var row: PrintedFormRow
    var place: RowPlace?
    var isUnpublished: Bool
    /// Whether its form prints a 行次.
    var isNumbered: Bool
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
        rows.append(
          Entry(row: row, place: place, isUnpublished: Self.isUnpublished(row, form), isNumbered: isNumbered))
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
    switch form.form {
    case .gk01: row.row == "fiscal_appropriation"
    case .gk05: form.columns.contains { ![.total, .basic, .project].contains($0) }
    case .gk06: row.row == "total" || row.row == nil && NormalText(row.namePrinted).contains("合计")
    default: form.columns.contains { !$0.isPublished }
    }
  }

  /// What a number of a form is; nil where it is neither a code nor a line number of the row that it stands in, nor one
  /// of its figures printed again, nor a figure that no dataset has.
  func use(of text: [UInt16], line: Int) -> NumberUse? {
    let digits = NormalText(units: text)
    // Two halves of a form may stand on one line, each a row of its own.
    for entry in entries(at: line) {
      let row = entry.row
      let code = NormalText(row.codePrinted)
      // Levels of a code may have a cell each; a code may be torn over two lines.
      if code == digits || digits.count > 1 && code.contains(digits) { return .code }
      if let number = row.lineNumber, "\(number)".utf16.starts(with: text) { return .numbering }
      if NormalText(row.namePrinted).contains(digits), row.sourceLine == line { return .label }
      if let place = entry.place, published[place]?.contains(digits) == true { return .repeated }
      if entry.isUnpublished, row.figures.contains(where: { NormalText($0) == digits }) { return .unpublished }
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
    let last = rows[..<low].last?.row.sourceLine
    let start = rows[..<low].lastIndex { $0.row.sourceLine != last }.map { $0 + 1 } ?? 0
    return rows[start..<low].reversed()
  }
}

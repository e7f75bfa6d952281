import Accounts

/// An upper level of indicators with the cell that names it, which the rows below are filled in from.
struct IndicatorLevel {
  private(set) var text = ""
  private var cell: EvaluationCell?

  /// No level yet.
  init() {}

  /// The level that a cell names.
  init(_ cell: EvaluationCell) {
    text = cell.text.withoutInnerSpaces
    self.cell = cell
  }

  /// Joins the rest of the cell that a page end has cut.
  mutating func append(_ rest: EvaluationCell) {
    text += rest.text
    cell?.append(rest)
  }

  /// Where it was read, as the source of a column; nil for no level.
  func source(_ field: String) -> ValueSource? {
    cell.map { ValueSource(field: field, value: text, printed: $0.text, span: $0.span) }
  }
}

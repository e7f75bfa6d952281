/// A column of a form by subject whose total another form prints as a line, or as several.
public struct FormLink: Sendable {
  /// The column.
  public let measure: Measure
  /// The other form, by its name in the datasets.
  public let form: String
  /// The side of the other form on which the lines stand.
  public let side: Side
  /// The lines, which add up to the total.
  public let lines: [RowKey]
  /// The column of the lines.
  public let column: Measure
  /// The lines in words.
  public let name: String

  /// Declares a link; `name` is that of the only line where none is given.
  public init(
    _ measure: Measure, of form: String, _ side: Side, _ lines: [RowKey], _ column: Measure = .amount,
    name: String? = nil
  ) {
    self.measure = measure
    self.form = form
    self.side = side
    self.lines = lines
    self.column = column
    self.name = name ?? lines.map(\.rawValue).joined(separator: " + ")
  }
}

/// A cell of a form whose amount the narrative states as a fact.
public struct FactCell: Sendable {
  /// The fact, such as `revenue.total`.
  public let fact: String
  /// The side of the cell.
  public let side: Side
  /// The row of the cell; nil for the row of the subject that the fact speaks of.
  public let row: RowKey?
  /// The column of the cell.
  public let measure: Measure

  /// Declares what the narrative states of a cell of a form without sides.
  public init(_ fact: String, _ row: RowKey?, _ measure: Measure) {
    self.init(fact, .none, row, measure)
  }

  /// Declares what the narrative states of a cell.
  public init(_ fact: String, _ side: Side, _ row: RowKey?, _ measure: Measure) {
    self.fact = fact
    self.side = side
    self.row = row
    self.measure = measure
  }
}

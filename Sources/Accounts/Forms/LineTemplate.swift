/// A fixed line of a form with two sides: its row key and the words that name it.
public struct LineTemplate: Sendable {
  /// The side on which it stands.
  public let side: Side
  /// Its number in the national template (行次); nil for lines that the template of today does not have.
  public let number: Int?
  /// Its key in the datasets.
  public let row: RowKey
  /// The official name, without the number in front.
  public let name: String
  /// All names that it goes by, reduced for comparison.
  public let labels: [NormalText]
  /// The line below which it stands, where another line of its side has the same name; nil for all others.
  public let below: RowKey?
  /// The lines that it stands for where they are not printed, or only as parts of it.
  public let covers: [RowKey]

  /// Declares a line.
  public init(
    _ side: Side, _ number: Int?, _ row: RowKey, _ names: [String], below: RowKey? = nil, covers: [RowKey] = []
  ) {
    self.side = side
    self.number = number
    self.row = row
    name = names.first ?? ""
    labels = names.map { NormalText($0) }
    self.below = below
    self.covers = covers
  }
}

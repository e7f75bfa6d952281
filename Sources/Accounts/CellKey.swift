/// The side of a two-sided form (gk01, gk04); the other forms have none.
public enum Side: String, Sendable, CaseIterable {
  case none = ""
  case revenue
  case expenditure
}

/// The key of a row within its form and side: a subject code, or the name of a fixed line such as `grand_total`.
public struct RowKey: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The key as the datasets print it.
  public var rawValue: String

  /// Makes the key `rawValue`.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// Makes the key from a literal.
  public init(stringLiteral value: String) {
    self.rawValue = value
  }

  /// The 合计 row of the forms by subject, and the only row of gk09.
  public static let total: RowKey = "total"

  /// Orders as text.
  public static func < (left: RowKey, right: RowKey) -> Bool { left.rawValue < right.rawValue }

  /// The key as the datasets print it.
  public var description: String { rawValue }
}

/// The place of a figure within its document: form, side, row and measure.
public struct CellKey: Hashable, Sendable, CustomStringConvertible {
  /// The form that holds the figure.
  public var form: Form
  /// The side of a two-sided form.
  public var side: Side
  /// The row within form and side.
  public var row: RowKey
  /// The column.
  public var measure: Measure

  /// Makes the key of one cell.
  public init(_ form: Form, _ side: Side = .none, _ row: RowKey, _ measure: Measure) {
    self.form = form
    self.side = side
    self.row = row
    self.measure = measure
  }

  /// `form/side/row/measure`, such as `gk05//2010301/basic`: the `key` of the datasets and of `explain`.
  public var description: String { "\(form.rawValue)/\(side.rawValue)/\(row.rawValue)/\(measure.rawValue)" }
}

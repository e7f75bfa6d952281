import Accounts

/// One cell of a form as it is printed, before any layout: what damage works on.
public struct GridCell: Hashable, Sendable {
  /// What the cell is for.
  public enum Role: Sendable { case label, code, name, amount, number, blank }

  /// What is printed in it.
  public var text: String
  /// What the cell is for.
  public var role: Role
  /// The place of its figure; nil for cells that never hold one.
  public var key: CellKey?
  /// Its figure before any damage; nil where nothing, or a blank, is printed.
  public var amount: Amount?
  /// Columns that it covers.
  public var columnSpan = 1
  /// Rows that it covers.
  public var rowSpan = 1
  /// Whether another cell covers it; it prints nothing then.
  public var isCovered = false

  /// Makes a cell without a figure.
  public init(_ text: String, _ role: Role = .label, columns: Int = 1, rows: Int = 1) {
    self.text = text
    self.role = text.isEmpty ? .blank : role
    columnSpan = columns
    rowSpan = rows
  }

  /// An empty cell.
  static let blank = GridCell("")
}

/// One row of a form.
public struct GridRow: Hashable, Sendable {
  /// What the row is for.
  public enum Kind: Sendable { case header, columnNumbers, data, total, furniture }

  /// What the row is for.
  public var kind: Kind
  /// As many cells as the form has columns, but for furniture.
  public var cells: [GridCell]

  /// Makes a row; cells that a span covers are put in.
  public init(_ kind: Kind, _ cells: [GridCell]) {
    self.kind = kind
    self.cells = cells.flatMap { cell -> [GridCell] in
      var covered = GridCell.blank
      covered.isCovered = true
      return [cell] + Array(repeating: covered, count: cell.columnSpan - 1)
    }
  }
}

/// A form, or another table, as a grid with its title, its unit and its notes.
public struct RenderedForm: Hashable, Sendable {
  /// Which of the nine forms it is; nil for other tables.
  public var form: Form?
  /// The title, with the year and the number where the style prints them there.
  public var title: String
  /// `公开01表`, or empty.
  public var number: String
  /// `部门：...`, or empty.
  public var reporter: String
  /// `单位：万元`, or empty.
  public var unit: String
  /// All rows, header first.
  public var rows: [GridRow]
  /// What stands under it.
  public var notes: [String]

  /// Makes a form.
  public init(
    form: Form?, title: String, number: String = "", reporter: String = "", unit: String = "", rows: [GridRow],
    notes: [String] = []
  ) {
    self.form = form
    self.title = title
    self.number = number
    self.reporter = reporter
    self.unit = unit
    self.rows = rows
    self.notes = notes
  }

  /// Columns of the grid.
  public var width: Int { rows.reduce(0) { max($0, $1.cells.count) } }

  /// The figures that it prints.
  var truth: [TruthRow] {
    rows.flatMap(\.cells).compactMap { cell in
      guard let key = cell.key, let amount = cell.amount else { return nil }
      return TruthRow(key: key, amount: amount)
    }
  }
}

/// One figure that a disclosure is known to print: a row of the dataset `amounts`.
public struct TruthRow: Hashable, Sendable {
  /// Form, side, row and measure.
  public var key: CellKey
  /// The amount in yuan.
  public var amount: Amount

  /// Makes a row.
  public init(key: CellKey, amount: Amount) {
    self.key = key
    self.amount = amount
  }
}

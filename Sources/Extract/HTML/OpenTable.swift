/// A table that has started and not ended.
struct OpenTable {
  /// Depth of its element; of the element around it for a table whose own tag is missing.
  var depth: Int
  /// Whether its own tag is missing: rows and cells stand outside any table.
  var isImplicit: Bool
  /// Index of its event.
  var event: Int
  /// Event and depth of the open row; the depth is nil where the row's own tag is missing.
  var row: (event: Int, depth: Int?)?
  /// Event and depth of the open cell; the depth is nil where the cell's own tag is missing.
  var cell: (event: Int, depth: Int?)?
  /// Rows so far.
  var rows = 0
  /// Whether a group of rows starts with the next row.
  var startsGroup = false
}

/// The ways in which a form by subject can have lost a column, seen from its rows: none, or the same one in all.
///
/// A row whose figures balance says nothing by itself: `9 9` may be a total and its only part, or two columns whose
/// total was lost. An export that drops a column drops it from every row, so the rows must agree on which.
struct LostColumn {
  /// The set of ways that a reading allows, one bit for each: bit 0 for none, bit 1 + n for column n.
  typealias Ways = UInt32

  /// The form, as an index into the forms of the problem.
  var form: Int
  /// Its open rows, and for each of their readings the ways that it allows.
  var rows: [(variable: Int, ways: [Ways])] = []
  /// The ways that its decided rows allow.
  var ways: Ways = .max

  /// The ways that a reading allows: a column lost for the form is lost here, or was blank here to begin with.
  static func ways(_ reading: Reading) -> Ways {
    if let lost = reading.lost { return 1 << Ways(lost + 1) }
    return reading.values.indices.reduce(1) { reading.values[$1] == nil ? $0 | 1 << Ways($1 + 1) : $0 }
  }

  /// The ways that all rows allow, given the readings that are still possible.
  func common(_ alive: [[Int]]) -> Ways {
    rows.reduce(ways) { common, row in common & alive[row.variable].reduce(0) { $0 | row.ways[$1] } }
  }
}

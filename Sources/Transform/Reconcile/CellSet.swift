/// Tells sets of cells apart by one number, whatever their order.
///
/// It is the sum of a well mixed number for each cell: that two of the thousands of sets of a document have the same sum
/// is less likely than one in ten to the twelfth.
struct CellSet: Hashable {
  private var sum: UInt64 = 0

  /// No cell.
  init() {}

  /// The cells of terms.
  init(_ terms: [Identity.Term]) {
    for term in terms { insert(row: term.row, column: term.column) }
  }

  /// Adds a cell.
  mutating func insert(row: Int, column: Int) {
    // The finaliser of SplitMix64.
    var mixed = UInt64(truncatingIfNeeded: row << 8 | column) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    sum &+= mixed ^ mixed >> 31
  }
}

/// A cell of one document, packed into one integer: the key by which truth and release are matched.
struct CellCode: Hashable {
  private let packed: UInt64

  /// Packs the numbers that the vocabulary gives; nil where there are more rows or documents than fit.
  init?(document: Int, row: RowCode, measure: Int) {
    guard document < 1 << 20, measure < 1 << 8 else { return nil }
    packed = UInt64(document) << 44 | row.packed << 8 | UInt64(measure)
  }
}

/// A row of a form and side, packed.
struct RowCode: Hashable {
  /// 36 bits: form, side and row.
  fileprivate let packed: UInt64

  /// Packs the numbers that the vocabulary gives; nil where there are more rows than fit.
  init?(form: Int, side: Int, row: Int) {
    guard form < 1 << 6, side < 1 << 6, row < 1 << 24 else { return nil }
    packed = UInt64(form) << 30 | UInt64(side) << 24 | UInt64(row)
  }

  /// The number of its form.
  var form: Int { Int(packed >> 30) }
  /// The number of its side.
  var side: Int { Int(packed >> 24 & 63) }
  /// The number of its key.
  var row: Int { Int(packed & 0xFF_FFFF) }
}

/// The values of a row's columns, nil where a column is blank, in one piece of memory without references.
///
/// Rows have up to eighteen columns (gk09 with the expenses that some provinces print beside it). The readings of a document are made and copied by the thousand, and an array
/// for each costs more than everything that is reckoned with them.
struct ColumnValues: Hashable, RandomAccessCollection {
  private var numbers = SIMD32<Int64>(repeating: 0)
  private var filled: UInt32 = 0
  private let width: UInt8

  /// So many blank columns, at most thirty-two.
  init(blank count: Int) {
    precondition(count <= 32, "no form has more than thirty-two columns")
    width = UInt8(count)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { Int(width) }

  subscript(column: Int) -> Int64? {
    get { filled & 1 << UInt32(column) == 0 ? nil : numbers[column] }
    set {
      numbers[column] = newValue ?? 0
      if newValue == nil { filled &= ~(1 << UInt32(column)) } else { filled |= 1 << UInt32(column) }
    }
  }
}

extension ColumnValues: ExpressibleByArrayLiteral {
  init(arrayLiteral values: Int64?...) {
    self.init(blank: values.count)
    for (column, value) in values.enumerated() { self[column] = value }
  }
}

/// For each column the index of the figure that stands in it, nil for none.
struct ColumnFigures: Hashable, RandomAccessCollection {
  /// The indices must be below this one.
  static let limit = Int(UInt8.max)

  private var indices = SIMD32<UInt8>(repeating: .max)
  private let width: UInt8

  /// So many columns without a figure, at most thirty-two.
  init(blank count: Int) { width = UInt8(count) }

  var startIndex: Int { 0 }
  var endIndex: Int { Int(width) }

  subscript(column: Int) -> Int? {
    get { indices[column] == .max ? nil : Int(indices[column]) }
    set { indices[column] = newValue.map { UInt8($0) } ?? .max }
  }
}

extension ColumnFigures: ExpressibleByArrayLiteral {
  init(arrayLiteral figures: Int?...) {
    self.init(blank: figures.count)
    for (column, figure) in figures.enumerated() { self[column] = figure }
  }
}

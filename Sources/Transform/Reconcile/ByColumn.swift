import Accounts

/// A number or none for each column of a row.
///
/// All stand in the value itself: readings are made, copied and compared by the hundred for each row, and arrays would
/// take longer than what is computed from them.
struct ByColumn<Number: ColumnNumber>: RandomAccessCollection, Hashable {
  /// What is blank is zero.
  private var numbers: InlineArray<18, Number.Stored>
  private var filled: UInt32 = 0
  private let width: UInt8

  /// So many columns without numbers: at most 18, as gk09 has with what some provinces print beside it.
  init(columns: Int) {
    numbers = InlineArray(repeating: .zero)
    precondition(columns <= numbers.count)
    width = UInt8(columns)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { Int(width) }

  subscript(column: Int) -> Number? {
    get { filled & 1 << column == 0 ? nil : Number(stored: numbers[column]) }
    set {
      numbers[column] = newValue?.stored ?? .zero
      filled = newValue == nil ? filled & ~(1 << column) : filled | 1 << column
    }
  }

  static func == (left: ByColumn, right: ByColumn) -> Bool {
    left.width == right.width && left.filled == right.filled
      && left.indices.allSatisfy { left.numbers[$0] == right.numbers[$0] }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(filled)
    for column in indices { hasher.combine(numbers[column]) }
  }
}

/// What stands in the columns of a row, as it is kept there.
protocol ColumnNumber: Hashable {
  associatedtype Stored: AdditiveArithmetic & Hashable
  init(stored: Stored)
  var stored: Stored { get }
}

extension Amount: ColumnNumber {
  init(stored: Amount) { self = stored }
  var stored: Amount { self }
}

/// The index of a figure in its row.
extension Int: ColumnNumber {
  init(stored: Int32) { self = Int(stored) }
  var stored: Int32 { Int32(clamping: self) }
}

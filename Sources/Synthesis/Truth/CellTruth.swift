import Accounts

/// What is known of one figure that the undamaged forms print.
public struct CellTruth: Hashable, Sendable {
  /// Form, side, row and measure.
  public var key: CellKey
  /// The amount in yuan.
  public var amount: Amount
  /// The kinds of damage that touched it, its row or its column, in the order in which they were done.
  public var damages: [Damage]
  /// Whether the damaged document still determines it.
  public var isIdentifiable: Bool
  /// Whether the code of its row is printed cut.
  public var isCodeCut: Bool
}

extension SynthesizedDocument {
  /// The figures that the undamaged forms print, in reading order.
  public var cells: [CellTruth] {
    disclosure.truth.map {
      CellTruth(key: $0.key, amount: $0.amount, damages: [], isIdentifiable: true, isCodeCut: false)
    }
  }
}

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
    let identifiable = Identifiability.keys(of: self)
    return disclosure.truth.map { row in
      let fate = disclosure.fates[row.key]
      return CellTruth(
        key: row.key, amount: row.amount, damages: fate.damages, isIdentifiable: identifiable.contains(row.key),
        isCodeCut: fate.isCodeCut)
    }
  }
}

/// The order-preserving ways in which the figures printed in a row can stand in its columns.
enum Placements {
  /// All increasing choices of `count` of `columns` columns; nil where there are too many to look at.
  static func all(_ count: Int, in columns: Int) -> [[Int]]? {
    guard count <= columns else { return [] }
    var placements: [[Int]] = [[]]
    for place in 0..<count {
      placements = placements.flatMap { placement in
        ((placement.last ?? -1) + 1..<columns - (count - place - 1)).map { placement + [$0] }
      }
      if placements.count > 5_000 { return nil }
    }
    return placements
  }
}

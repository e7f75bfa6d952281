/// Finds what someone may have meant by a name that is not known.
public enum NearestNames {
  /// The `limit` names of `known` that take the fewest edits to become `name`, nearest first.
  public static func nearest(to name: String, in known: some Sequence<String>, limit: Int = 1) -> [String] {
    let wanted = Array(name.utf8)
    let ranked = known.map { (distance(wanted, Array($0.utf8)), $0) }.sorted { $0 < $1 }
    return ranked.prefix(limit).map(\.1)
  }

  /// The Levenshtein distance: insertions, deletions and substitutions of one byte.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var previous = Array(0...right.count)
    var current = previous
    for (row, leftByte) in left.enumerated() {
      current[0] = row + 1
      for (column, rightByte) in right.enumerated() {
        let substitution = previous[column] + (leftByte == rightByte ? 0 : 1)
        current[column + 1] = min(substitution, previous[column + 1] + 1, current[column] + 1)
      }
      swap(&previous, &current)
    }
    return previous[right.count]
  }
}

/// Removes readings of rows that no readings of the other rows can make good, one identity at a time.
///
/// What an identity must get back from its other rows has to be one of the sums that their readings can reach. Most
/// readings fall at once, and the search is left with the few that hang together.
struct ReadingFilter {
  private let identityCount: Int
  private let balance: IdentityBalance

  /// An identity that reaches more sums than this rules nothing out.
  private static let mostSums = 2_000

  /// Makes a filter.
  init(_ balance: IdentityBalance, identities: Int) {
    self.balance = balance
    identityCount = identities
  }

  /// Filters until nothing more falls.
  func filter(_ rows: inout [ColumnlessRow]) {
    var rowsOfIdentity = Array(repeating: [Int](), count: identityCount)
    for (index, row) in rows.enumerated() {
      for leeway in row.leeways { rowsOfIdentity[leeway.identity].append(index) }
    }
    var queue = Array(rowsOfIdentity.indices)
    var isQueued = Array(repeating: true, count: identityCount)
    while let identity = queue.popLast() {
      isQueued[identity] = false
      for row in rowsOfIdentity[identity] {
        let others = rowsOfIdentity[identity].filter { $0 != row }
        let touched = rows[row].leeways.map(\.identity)
        guard let sums = sums(of: others, rows, identity), rows[row].keep(where: { isSupported($0, identity, sums) })
        else { continue }
        for other in touched where !isQueued[other] {
          isQueued[other] = true
          queue.append(other)
        }
      }
    }
  }

  /// All that the readings of some rows can add to an identity together, sorted; nil where that is too much.
  private func sums(of others: [Int], _ rows: [ColumnlessRow], _ identity: Int) -> [Int64]? {
    var sums: Set<Int64> = [0]
    for row in others {
      let changes = Set(rows[row].readings.map { $0.sum(of: identity) })
      for change in changes where change != 0 { sums.formUnion(Array(sums).map { $0 + change }) }
      if sums.count > Self.mostSums { return nil }
    }
    return sums.sorted()
  }

  private func isSupported(_ reading: ColumnlessRow.Reading, _ identity: Int, _ sums: [Int64]) -> Bool {
    guard let change = reading.balances.first(where: { $0.identity == identity }) else { return true }
    let (low, high) = balance.gap(of: change)
    var (start, end) = (0, sums.count)
    while start < end {
      let middle = (start + end) / 2
      if sums[middle] < low { start = middle + 1 } else { end = middle }
    }
    return start < sums.count && sums[start] <= high
  }
}

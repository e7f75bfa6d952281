/// A row of which only the order of its figures is left, with all ways but the true one to place them in its columns.
struct ColumnlessRow {
  /// One way to place the figures.
  struct Reading {
    /// The figures whose value it changes.
    var figures: [Int]
    /// What it changes in the identities.
    var balances: [IdentityBalance.Change]

    /// What it adds to an identity.
    func sum(of identity: Int) -> Int64 { balances.first { $0.identity == identity }?.sum ?? 0 }
  }

  /// The ways that satisfy the identities within the row.
  private(set) var readings: [Reading] = []
  /// How far the readings can change the identities.
  private(set) var leeways: [IdentityBalance.Leeway] = []

  /// Finds the readings; nil where a figure of the row is lost, or there are too many ways to look at.
  init?(
    _ group: PrintedFigures.Group, _ printed: PrintedFigures, _ identities: [FigureIdentity], _ balance: IdentityBalance
  ) {
    let cells = group.figures.map { printed.figures[$0] }
    let tokens = cells.filter(\.hasText).map(\.printed)
    // Of a row that is lost as a whole nothing can stand elsewhere.
    if tokens.isEmpty { return }
    guard cells.allSatisfy({ !$0.isUnknown }), let placements = Placements.all(tokens.count, in: cells.count) else {
      return nil
    }
    let inner = Set(
      group.figures.flatMap { balance.identitiesOfFigure[$0].map(\.identity) }.filter { identity in
        identities[identity].terms.allSatisfy { group.figures.contains($0.figure) }
      })
    for placement in placements {
      var values: [Int64?] = Array(repeating: nil, count: cells.count)
      for (token, column) in zip(tokens, placement) { values[column] = token }
      let reading = Self.reading(group.figures, cells.map(\.printed), values, balance)
      let isPossible = reading.balances.allSatisfy { !inner.contains($0.identity) || balance.holds(after: $0) }
      if !reading.figures.isEmpty, isPossible { readings.append(reading) }
    }
    leeways = widest()
  }

  /// Drops the other readings; whether there are any.
  mutating func keep(where isKept: (Reading) -> Bool) -> Bool {
    let count = readings.count
    readings.removeAll { !isKept($0) }
    if readings.count == count { return false }
    leeways = widest()
    return true
  }

  private func widest() -> [IdentityBalance.Leeway] {
    var widest: [Int: IdentityBalance.Leeway] = [:]
    for change in readings.flatMap(\.balances) {
      var leeway = widest[change.identity] ?? .init(identity: change.identity, low: 0, high: 0, count: 0)
      leeway.low = min(leeway.low, change.sum)
      leeway.high = max(leeway.high, change.sum)
      leeway.count = max(leeway.count, change.count)
      widest[change.identity] = leeway
    }
    return widest.values.sorted { $0.identity < $1.identity }
  }

  private static func reading(
    _ figures: [Int], _ truth: [Int64?], _ values: [Int64?], _ balance: IdentityBalance
  ) -> Reading {
    var changed: [Int] = []
    var changes: [Int: IdentityBalance.Change] = [:]
    for (place, figure) in figures.enumerated() where truth[place] != values[place] {
      changed.append(figure)
      let sum = (values[place] ?? 0) - (truth[place] ?? 0)
      let count = Int64((values[place] == nil ? 0 : 1) - (truth[place] == nil ? 0 : 1))
      for (identity, sign) in balance.identitiesOfFigure[figure] {
        var change = changes[identity] ?? IdentityBalance.Change(identity: identity, sum: 0, count: 0)
        change.sum += sign * sum
        change.count += count
        changes[identity] = change
      }
    }
    let balances = changes.values.filter { $0.sum != 0 || $0.count != 0 }.sorted { $0.identity < $1.identity }
    return Reading(figures: changed, balances: balances)
  }
}

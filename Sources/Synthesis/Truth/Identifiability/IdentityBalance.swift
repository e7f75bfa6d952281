/// What is left over in each identity as the rows are read just now.
struct IdentityBalance {
  /// A change of what is left over in one identity.
  struct Change {
    var identity: Int
    /// Added to the sum of its terms, in thousandths of a yuan.
    var sum: Int64
    /// Added to the number of its printed terms.
    var count: Int64
  }

  /// How far a row that can still be read otherwise can change what is left over in one identity.
  struct Leeway {
    var identity: Int
    /// The most that its readings take from the sum; not above zero.
    var low: Int64
    /// The most that they add; not below zero.
    var high: Int64
    /// The most that they add to the number of printed terms.
    var count: Int64
  }

  /// The identities that do not hold.
  private(set) var broken: [Int] = []
  private var sums: [Int64]
  private var counts: [Int64]
  private var leeways: [Leeway]
  private let half: Int64
  private let identities: [FigureIdentity]
  /// For each figure the identities that it takes part in, with its sign.
  let identitiesOfFigure: [[(identity: Int, sign: Int64)]]

  /// Starts from what is printed.
  init(_ printed: PrintedFigures, _ identities: [FigureIdentity]) {
    half = printed.hundredth / 2
    self.identities = identities
    sums = Array(repeating: 0, count: identities.count)
    counts = sums
    leeways = identities.indices.map { Leeway(identity: $0, low: 0, high: 0, count: 0) }
    var touching = Array(repeating: [(identity: Int, sign: Int64)](), count: printed.figures.count)
    for (index, identity) in identities.enumerated() {
      for term in identity.terms {
        touching[term.figure].append((index, term.sign))
        guard let value = printed.figures[term.figure].printed else { continue }
        sums[index] += term.sign * value
        counts[index] += 1
      }
    }
    identitiesOfFigure = touching
  }

  /// Whether an identity would hold after a change.
  func holds(after change: Change) -> Bool {
    let sum = sums[change.identity] + change.sum
    return identities[change.identity].holds(
      leftOver: sum, count: counts[change.identity] + change.count, half: half)
  }

  /// What the other rows must add after a change, from and to, so that the identity holds.
  func gap(of change: Change) -> (low: Int64, high: Int64) {
    let slack = (counts[change.identity] + leeways[change.identity].count) * half
    let sum = sums[change.identity] + change.sum
    return (-slack - sum, identities[change.identity].isCover ? .max : slack - sum)
  }

  /// Applies changes.
  mutating func add(_ changes: [Change]) {
    for change in changes { apply(change.identity, change.sum, change.count) }
  }

  /// Takes changes back.
  mutating func remove(_ changes: [Change]) {
    for change in changes { apply(change.identity, -change.sum, -change.count) }
  }

  /// Adds the leeway of a row that can be read otherwise.
  mutating func open(_ added: [Leeway]) {
    for leeway in added {
      leeways[leeway.identity].low += leeway.low
      leeways[leeway.identity].high += leeway.high
      leeways[leeway.identity].count += leeway.count
    }
  }

  /// Takes the leeway of a row back.
  mutating func close(_ removed: [Leeway]) {
    for leeway in removed {
      leeways[leeway.identity].low -= leeway.low
      leeways[leeway.identity].high -= leeway.high
      leeways[leeway.identity].count -= leeway.count
    }
  }

  /// Whether the rows that are open reach far enough to mend each identity that does not hold.
  var isRepairable: Bool {
    broken.allSatisfy { identity in
      let leeway = leeways[identity]
      let slack = (counts[identity] + leeway.count) * half
      return (identities[identity].isCover || sums[identity] + leeway.low <= slack)
        && sums[identity] + leeway.high >= -slack
    }
  }

  private func holds(_ identity: Int) -> Bool {
    identities[identity].holds(leftOver: sums[identity], count: counts[identity], half: half)
  }

  private mutating func apply(_ identity: Int, _ sum: Int64, _ count: Int64) {
    let held = holds(identity)
    sums[identity] += sum
    counts[identity] += count
    let holds = holds(identity)
    if held, !holds { broken.append(identity) }
    if !held, holds { broken.removeAll { $0 == identity } }
  }
}

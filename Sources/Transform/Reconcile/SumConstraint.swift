import Accounts

/// An identity over rows that are still open, as the propagator uses it: decided rows are folded into its constant.
struct SumConstraint {
  /// One open row's part: for each of its readings the sum of its terms, and how far rounding may carry it.
  struct Share {
    var variable: Int
    var readings: [(sum: Amount, slack: Amount)]

    /// The share of a variable with so many readings, to which nothing was added yet.
    init(_ variable: Int, readings: Int) {
      self.variable = variable
      self.readings = Array(repeating: (.zero, .zero), count: readings)
    }

    /// Whether all readings give the same.
    var isSettled: Bool { readings.allSatisfy { $0 == readings[0] } }
  }

  /// The identity or statement.
  var id: IdentityID
  var relation: Identity.Relation
  /// What the decided rows come to, and how far rounding may carry it.
  var constant = Amount.zero
  var slack = Amount.zero
  var shares: [Share] = []
  /// Whether one of its rows is read in no more than the likeliest columns, so that what it excludes is no proof.
  var restsOnGuess = false

  /// Folds the shares that are the same in all readings into the constant.
  mutating func foldSettled() {
    for share in shares where share.isSettled {
      constant += share.readings[0].sum
      slack += share.readings[0].slack
    }
    shares.removeAll(where: \.isSettled)
  }

  /// What an identity says of the readings that are still possible.
  enum Outcome {
    /// No choice satisfies it.
    case impossible
    /// The open shares (as indices) and, for each, the sums that stand in some choice; nil where all do.
    case kept([(share: Int, sums: [Amount])])
  }

  /// Sums of several open rows are followed up to so many; past it only their bounds say what is possible.
  private static let sumLimit = 4_096

  /// Finds the sums that some choice of the other rows brings to zero. With `isExact`, rounding allows nothing.
  func outcome(_ alive: [[Int]], isExact: Bool, work: inout Int) -> Outcome {
    var base = constant
    var tolerance = slack
    var open: [Open] = []
    for (index, share) in shares.enumerated() {
      let left = alive[share.variable]
      tolerance += left.reduce(.zero) { max($0, share.readings[$1].slack) }
      if left.count == 1 {
        base += share.readings[left[0]].sum
        continue
      }
      let values = share.distinctSums(left)
      if values.count == 1 { base += values[0] } else { open.append(Open(share: index, values: values)) }
    }
    work += shares.count
    let bound = isExact ? .zero : tolerance
    let range = (low: relation == .equal ? -bound : -Amount.beyond, high: bound)
    guard var kept = Self.withinBounds(open, base, range) else { return .impossible }
    if relation == .equal, kept.count > 1 {
      kept.sort { ($0.values.count, $0.share) < ($1.values.count, $1.share) }
      if let reachable = Self.reachable(kept, base, range, &work) { kept = reachable }
      if kept.isEmpty { return .impossible }
      kept.sort { $0.share < $1.share }
    }
    return .kept(
      zip(open, kept).filter { $0.values.count > $1.values.count }.map { (share: $1.share, sums: $1.values) })
  }

  /// A share with several sums left, sorted.
  private struct Open {
    var share: Int
    var values: [Amount]
    var low: Amount { values[0] }
    var high: Amount { values[values.count - 1] }
  }

  /// The sums that least and greatest values of the others leave possible; nil where no choice lies in the range.
  private static func withinBounds(_ open: [Open], _ base: Amount, _ range: (low: Amount, high: Amount)) -> [Open]? {
    let low = open.reduce(base) { $0 + $1.low }
    let high = open.reduce(base) { $0 + $1.high }
    guard low <= range.high, high >= range.low else { return nil }
    var result = open
    for index in open.indices {
      let most = range.high - low + open[index].low
      let least = range.low - high + open[index].high
      if open[index].low >= least, open[index].high <= most { continue }
      result[index].values.removeAll { $0 > most || $0 < least }
      if result[index].values.isEmpty { return nil }
    }
    return result
  }

  /// The sums of each share that stand in a choice within the range: all partial sums forward, then those that reach
  /// the range backward. None where no choice does; nil where there are too many sums to follow.
  private static func reachable(
    _ open: [Open], _ base: Amount, _ range: (low: Amount, high: Amount), _ work: inout Int
  ) -> [Open]? {
    var restLow = open.reduce(Amount.zero) { $0 + $1.low }
    var restHigh = open.reduce(Amount.zero) { $0 + $1.high }
    var partial: [[Amount]] = [[base]]
    for share in open.dropLast() {
      restLow -= share.low
      restHigh -= share.high
      let last = partial[partial.count - 1]
      var next: [Amount] = []
      for value in share.values {
        next = merged(next, last, plus: value, within: (range.low - restHigh, range.high - restLow))
      }
      work += last.count * share.values.count
      guard next.count <= sumLimit else { return nil }
      partial.append(next)
    }
    var targets: [Amount] = []
    var result = open
    for index in open.indices.reversed() {
      var isReached = Array(repeating: false, count: partial[index].count)
      result[index].values = open[index].values.filter { value in
        index == open.count - 1
          ? mark(&isReached, partial[index], (range.low - value, range.high - value))
          : mark(&isReached, partial[index], plus: value, in: targets)
      }
      if result[index].values.isEmpty { return [] }
      work += partial[index].count * open[index].values.count
      targets = zip(partial[index], isReached).filter(\.1).map(\.0)
    }
    return result
  }

  /// Both sorted lists as one, the second shifted by `value` and cut to what may still reach the range.
  private static func merged(
    _ left: [Amount], _ right: [Amount], plus value: Amount, within bounds: (low: Amount, high: Amount)
  ) -> [Amount] {
    var result: [Amount] = []
    result.reserveCapacity(left.count + right.count)
    var index = 0
    for sum in right {
      let shifted = sum + value
      if shifted < bounds.low { continue }
      if shifted > bounds.high { break }
      while index < left.count, left[index] < shifted {
        result.append(left[index])
        index += 1
      }
      if index < left.count, left[index] == shifted { index += 1 }
      result.append(shifted)
    }
    result.append(contentsOf: left[index...])
    return result
  }

  /// Marks the sums that lie in the bounds, and says whether any does.
  private static func mark(_ isReached: inout [Bool], _ sums: [Amount], _ bounds: (low: Amount, high: Amount)) -> Bool {
    var found = false
    for (index, sum) in sums.enumerated() where sum >= bounds.low && sum <= bounds.high {
      isReached[index] = true
      found = true
    }
    return found
  }

  /// Marks the sums that `value` carries to one of the targets, and says whether any is.
  private static func mark(_ isReached: inout [Bool], _ sums: [Amount], plus value: Amount, in targets: [Amount])
    -> Bool
  {
    var found = false
    var target = 0
    for (index, sum) in sums.enumerated() {
      while target < targets.count, targets[target] < sum + value { target += 1 }
      guard target < targets.count else { break }
      if targets[target] == sum + value {
        isReached[index] = true
        found = true
      }
    }
    return found
  }
}

extension SumConstraint.Share {
  /// The different sums of the readings that are left, in order.
  fileprivate func distinctSums(_ left: [Int]) -> [Amount] {
    var sums: [Amount] = []
    sums.reserveCapacity(left.count)
    for reading in left where !sums.contains(readings[reading].sum) { sums.append(readings[reading].sum) }
    sums.sort()
    return sums
  }
}

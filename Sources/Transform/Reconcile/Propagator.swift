/// Excludes readings that no choice of the other rows makes an identity hold with, until nothing more falls.
///
/// Each identity is taken by itself (generalised arc consistency over a sum): for every reading of every row in it
/// there must be readings of the others that bring the sum to zero within rounding. An identity that holds for no
/// choice at all excludes nothing: it is the publisher's error, or damage elsewhere, and becomes a finding.
struct Propagator {
  /// Sums of several undecided rows are followed up to so many; past it the identity waits until fewer are open.
  private static let sumLimit = 4_096

  /// The work done so far, in sums followed, and where it ends: past it the document's open rows stay undecided.
  private var work = 0
  private static let workLimit = 4_000_000

  /// Runs until nothing changes. With `exact`, sums must be zero to the last digit: a choice that only rounding makes.
  mutating func run(_ problem: inout Problem, exact: Bool = false) {
    var changed = true
    while changed, work < Self.workLimit {
      changed = false
      for index in problem.identities.indices where isOpen(problem.identities[index], in: problem) {
        if exclude(by: problem.identities[index], in: &problem, exact: exact) { changed = true }
      }
      if !exact, closeColumns(&problem) { changed = true }
    }
  }

  private func isOpen(_ identity: Identity, in problem: Problem) -> Bool {
    identity.terms.contains { problem.rows[$0.row].domain.count > 1 }
  }

  /// One row's part in an identity: for each of its readings the sum of its terms.
  private struct Share {
    var row: Int
    var sums: [Int64]
    var distinct: [Int64]
  }

  private mutating func exclude(by identity: Identity, in problem: inout Problem, exact: Bool) -> Bool {
    var constant: Int64 = 0
    var tolerance: Int64 = 0
    var shares: [Share] = []
    for (row, terms) in grouped(identity.terms) {
      let variable = problem.rows[row]
      guard !variable.domain.isEmpty else { return false }
      let sums = variable.domain.map { reading in
        terms.reduce(Int64(0)) { $0 + (reading.values[$1.column] ?? 0) * $1.coefficient }
      }
      tolerance += variable.halfUnit * Int64(terms.count + (variable.domain.contains { $0.lost != nil } ? 2 : 0))
      let distinct = Set(sums).sorted()
      if distinct.count == 1 {
        constant += distinct[0]
      } else {
        shares.append(Share(row: row, sums: sums, distinct: distinct))
      }
    }
    guard !shares.isEmpty else { return false }
    let bound = exact ? 0 : tolerance
    let range = (low: identity.relation == .equal ? -bound : Int64.min / 4, high: bound)
    guard let supported = supported(shares, constant: constant, range: range) else { return false }
    var changed = false
    for (share, values) in zip(shares, supported) where values.count < share.distinct.count {
      let kept = Set(values)
      let domain = problem.rows[share.row].domain
      problem.rows[share.row].domain = zip(domain, share.sums).filter { kept.contains($0.1) }.map(\.0)
      problem.rows[share.row].excludedBy.append(identity.label)
      if exact { problem.rows[share.row].isMinimal = true }
      changed = true
    }
    return changed
  }

  private func grouped(_ terms: [Identity.Term]) -> [(Int, [Identity.Term])] {
    var groups: [(Int, [Identity.Term])] = []
    for term in terms {
      if let index = groups.firstIndex(where: { $0.0 == term.row }) {
        groups[index].1.append(term)
      } else {
        groups.append((term.row, [term]))
      }
    }
    return groups
  }

  /// For each share the sums that stand in some choice within the range; nil where none does or too many are open.
  private mutating func supported(
    _ shares: [Share], constant: Int64, range: (low: Int64, high: Int64)
  ) -> [[Int64]]? {
    guard let before = partialSums(shares, from: constant), let after = partialSums(shares.reversed(), from: 0) else {
      return nil
    }
    var result: [[Int64]] = []
    for (index, share) in shares.enumerated() {
      let left = before[index]
      let right = after[shares.count - 1 - index]
      let kept = share.distinct.filter { Self.meets(left, right, low: range.low - $0, high: range.high - $0) }
      if kept.isEmpty { return nil }
      result.append(kept)
      work += share.distinct.count * (left.count + right.count)
    }
    return result
  }

  /// The sums that the first 0, 1, 2, … shares can make, sorted; nil past the limit.
  private func partialSums(_ shares: [Share], from start: Int64) -> [[Int64]]? {
    var all: [[Int64]] = [[start]]
    var current: Set<Int64> = [start]
    for share in shares.dropLast() {
      var next: Set<Int64> = []
      for sum in current { for value in share.distinct { next.insert(sum + value) } }
      guard next.count <= Self.sumLimit else { return nil }
      current = next
      all.append(current.sorted())
    }
    return all
  }

  /// Whether a sum of one from each sorted list lies in the range.
  private static func meets(_ left: [Int64], _ right: [Int64], low: Int64, high: Int64) -> Bool {
    var upper = right.count - 1
    for value in left {
      while upper >= 0, value + right[upper] > high { upper -= 1 }
      guard upper >= 0 else { return false }
      if value + right[upper] >= low { return true }
    }
    return false
  }

  /// In a form whose 合计 is decided, a column that it leaves blank is blank in every row that can be read so.
  private func closeColumns(_ problem: inout Problem) -> Bool {
    var changed = false
    for (form, reading) in problem.forms.enumerated() where reading.form.isBySubject {
      guard let total = problem.index[RowPlace(reading.form, .none, .total)], let whole = problem.rows[total].decided,
        whole.figures.contains(where: { $0 != nil })
      else { continue }
      for row in problem.rows.indices
      where problem.rows[row].form == form && row != total && problem.rows[row].domain.count > 1 {
        let kept = problem.rows[row].domain.filter { reading in
          zip(reading.values, whole.values).allSatisfy { $0 == nil || $1 != nil }
        }
        guard !kept.isEmpty, kept.count < problem.rows[row].domain.count else { continue }
        problem.rows[row].domain = kept
        problem.rows[row].excludedBy.append("\(reading.form.rawValue): columns that 合计 leaves blank")
        changed = true
      }
    }
    return changed
  }
}

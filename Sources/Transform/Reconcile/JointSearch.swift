/// Decides open rows by all identities together: a reading stays only if some choice of all rows holds with it.
///
/// Rows that no constraint joins are searched apart. Where no choice at all satisfies the constraints of a group, an
/// error stands somewhere among them, and nothing is excluded.
struct JointSearch {
  private var propagator: Propagator
  /// Assignments tried for one reading; past it the reading stays.
  private static let trialLimit = 64
  private var trials = 0

  /// Excludes from what `propagator` left the readings that stand in no solution.
  static func run(_ propagator: inout Propagator) {
    var search = JointSearch(propagator: propagator)
    for group in search.groups() { search.decide(group) }
    propagator = search.propagator
  }

  private mutating func decide(_ group: [Int]) {
    var isSupported = Dictionary(group.map { ($0, Set<Int>()) }) { first, _ in first }
    guard let first = solution(from: propagator.alive, group) else { return }
    for variable in group { isSupported[variable]?.formUnion(first[variable]) }
    for variable in group {
      for reading in propagator.alive[variable] where isSupported[variable]?.contains(reading) == false {
        guard !propagator.isExhausted else { return }
        var alive = propagator.alive
        alive[variable] = [reading]
        if let label = propagator.contradiction(in: &alive, assigning: variable) {
          propagator.exclude(reading, of: variable, because: label)
          continue
        }
        trials = 0
        if let found = solution(from: alive, group) {
          for variable in group { isSupported[variable]?.formUnion(found[variable]) }
        } else if trials <= Self.trialLimit, !propagator.isExhausted {
          propagator.exclude(reading, of: variable, because: Propagator.together)
        }
      }
    }
  }

  /// One choice for all rows of the group that nothing contradicts; nil where there is none, or it was not found.
  private mutating func solution(from alive: [[Int]], _ group: [Int]) -> [[Int]]? {
    let open = group.filter { alive[$0].count > 1 }
    guard let variable = open.min(by: { alive[$0].count < alive[$1].count }) else { return alive }
    for reading in alive[variable] {
      trials += 1
      guard trials <= Self.trialLimit, !propagator.isExhausted else { return nil }
      var next = alive
      next[variable] = [reading]
      if propagator.contradiction(in: &next, assigning: variable) == nil, let found = solution(from: next, group) {
        return found
      }
    }
    return nil
  }

  /// The open rows, those together that constraints join.
  private func groups() -> [[Int]] {
    let alive = propagator.alive
    var leader = Array(alive.indices)
    func find(_ variable: Int) -> Int {
      var root = variable
      while leader[root] != root { root = leader[root] }
      return root
    }
    let system = propagator.system
    let joined =
      system.sums.map { $0.shares.map(\.variable) } + system.losses.map { $0.rows.map(\.variable) }
    for (constraint, variables) in joined.enumerated() where propagator.isInForce(constraint) {
      let open = variables.filter { alive[$0].count > 1 }
      for variable in open.dropFirst() { leader[find(variable)] = find(open[0]) }
    }
    let open = alive.indices.filter { alive[$0].count > 1 }
    return Dictionary(grouping: open, by: find).values.sorted { $0[0] < $1[0] }
  }
}

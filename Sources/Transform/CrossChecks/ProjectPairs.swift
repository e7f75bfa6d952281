import Accounts

/// Finds the same project in two places that name it a little differently.
enum ProjectPairs {
  /// Pairs of indices that mean the same project; each name is in one pair at most.
  ///
  /// Names are the same where they agree but for words such as 项目, 工作, 经费 and a year, or where one of them is part
  /// of the other, and no third name is as near.
  static func pairs(_ left: [String], _ right: [String]) -> [(Int, Int)] {
    let (lefts, rights) = (left.map(core), right.map(core))
    var pairs = samePairs(lefts, rights)
    let openLefts = lefts.indices.filter { pairs[$0] == nil }
    guard !areTooMany(openLefts.count, rights.count) else { return pairs.sorted { $0.key < $1.key } }
    var taken = Set(pairs.values)
    for index in openLefts {
      let found = rights.indices.filter { !taken.contains($0) && isPart(lefts[index], rights[$0]) }
      guard found.count == 1, let other = found.first, lefts.count(where: { isPart($0, rights[other]) }) == 1 else {
        continue
      }
      pairs[index] = other
      taken.insert(other)
    }
    return pairs.sorted { $0.key < $1.key }
  }

  /// The names that agree and stand once on each side.
  private static func samePairs(_ left: [NormalText], _ right: [NormalText]) -> [Int: Int] {
    let lefts = Dictionary(grouping: left.indices) { left[$0] }
    let rights = Dictionary(grouping: right.indices) { right[$0] }
    var pairs: [Int: Int] = [:]
    for (name, own) in lefts where own.count == 1 {
      if let others = rights[name], others.count == 1 { pairs[own[0]] = others[0] }
    }
    return pairs
  }

  /// Whether two lists of names are too long to compare each name of one with each of the other.
  static func areTooMany(_ left: Int, _ right: Int) -> Bool { left * right > TransformLimits.mostNamePairs }

  /// What names of one list mean in another.
  struct Match {
    private var pairs: [Int: Int]
    private var weakPairs: [Int: Int]

    init(_ left: [String], _ right: [String]) {
      let found = ProjectPairs.pairs(left, right)
      pairs = Dictionary(found) { first, _ in first }
      weakPairs = Dictionary(ProjectPairs.weakPairs(left, right, besides: found)) { first, _ in first }
    }

    /// The place in the other list, and whether only a part of the names agrees.
    subscript(index: Int) -> (other: Int, isWeak: Bool)? {
      pairs[index].map { ($0, false) } ?? weakPairs[index].map { ($0, true) }
    }
  }

  /// Pairs of what `taken` leaves whose names have two units in a row in common, and no other name on either side.
  private static func weakPairs(_ left: [String], _ right: [String], besides taken: [(Int, Int)]) -> [(Int, Int)] {
    let (takenLefts, takenRights) = (Set(taken.map(\.0)), Set(taken.map(\.1)))
    let lefts = left.indices.filter { !takenLefts.contains($0) }.map { (index: $0, name: core(left[$0])) }
    let rights = right.indices.filter { !takenRights.contains($0) }.map { (index: $0, name: core(right[$0])) }
    guard !areTooMany(lefts.count, rights.count) else { return [] }
    return lefts.compactMap { index, name in
      let found = rights.filter { shareTwo(name, $0.name) }
      guard found.count == 1, let other = found.first, lefts.count(where: { shareTwo($0.name, other.name) }) == 1 else {
        return nil
      }
      return (index, other.index)
    }
  }

  /// Whether one of two different names is part of the other.
  private static func isPart(_ left: NormalText, _ right: NormalText) -> Bool {
    left != right && min(left.count, right.count) >= 2 && (left.contains(right) || right.contains(left))
  }

  private static func shareTwo(_ left: NormalText, _ right: NormalText) -> Bool {
    (0..<max(0, left.count - 1)).contains { start in
      right.contains(NormalText(units: left.units[start..<start + 2]))
    }
  }

  /// A name without a year and without the words that say only that it is a project.
  private static func core(_ name: String) -> NormalText {
    var units = NormalText(name).units
    if let year = NormalText(units: units).firstIndex(of: "年"), units[..<year].allSatisfy(NarrativeText.isDigit) {
      units.removeFirst(year + 1)
    }
    for word in fillers {
      while units.count > word.count, let start = NormalText(units: units).firstIndex(of: word) {
        units.removeSubrange(start..<start + word.count)
      }
    }
    return NormalText(units: units)
  }

  private static let fillers: [NormalText] = ["项目", "工作", "专项", "经费", "资金", "支出"]
}

import Accounts

/// Finds the same project in two places that name it a little differently.
enum ProjectPairs {
  /// Pairs of indices that mean the same project; each name is in one pair at most.
  ///
  /// Names are the same where they agree but for words such as 项目, 工作, 经费 and a year, or where one of them is part
  /// of the other, and no third name is as near.
  static func pairs(_ left: [String], _ right: [String]) -> [(Int, Int)] {
    let (lefts, rights) = (left.map(core), right.map(core))
    var pairs: [(Int, Int)] = []
    for degree in [Degree.same, .part] {
      for (index, name) in lefts.enumerated() where !pairs.contains(where: { $0.0 == index }) {
        let found = rights.indices.filter { other in
          !pairs.contains { $0.1 == other } && Self.degree(name, rights[other]) == degree
        }
        guard found.count == 1, let other = found.first,
          lefts.count(where: { Self.degree($0, rights[other]) == degree }) == 1
        else { continue }
        pairs.append((index, other))
      }
    }
    return pairs.sorted { $0.0 < $1.0 }
  }

  /// Pairs of what `pairs` leaves whose names have two units in a row in common, and no other name on either side.
  static func weakPairs(_ left: [String], _ right: [String]) -> [(Int, Int)] {
    let taken = pairs(left, right)
    let lefts = left.indices.filter { index in !taken.contains { $0.0 == index } }
    let rights = right.indices.filter { index in !taken.contains { $0.1 == index } }
    func shares(_ index: Int, _ other: Int) -> Bool { shareTwo(core(left[index]), core(right[other])) }
    return lefts.compactMap { index in
      let found = rights.filter { shares(index, $0) }
      guard found.count == 1, let other = found.first, lefts.count(where: { shares($0, other) }) == 1 else {
        return nil
      }
      return (index, other)
    }
  }

  private enum Degree { case same, part, none }

  private static func degree(_ left: NormalText, _ right: NormalText) -> Degree {
    if left == right { return .same }
    guard min(left.count, right.count) >= 2 else { return .none }
    return left.contains(right) || right.contains(left) ? .part : .none
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

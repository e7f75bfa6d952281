/// Looks for divisions in one text: chains such as 湖北省 · 武汉市 · 江汉区, each name below the one before it.
struct DivisionSearch {
  /// A chain of names that stand one behind the other.
  private struct Chain {
    var division: Division
    var end: Int
    var covered: Int
  }

  private let text: [UInt16]
  private let index: DivisionIndex

  /// Prepares the search in a reduced text.
  init(_ text: [UInt16], index: DivisionIndex = .shared) {
    self.text = text
    self.index = index
  }

  /// The lowest divisions that the first place with a name allows: one, or several that share it (朝阳区), or none.
  ///
  /// Bare names (武汉) and names of two characters count only where a name begins; a retired name counts only there or
  /// right behind the name of its prefecture or province.
  func candidates() -> [Division] {
    let anchors = anchors()
    for position in text.indices {
      let isAnchor = anchors.contains(position)
      var chains: [Chain] = []
      for entry in index.entries(in: text, at: position) where isAnchor || Self.standsAlone(entry) {
        if entry.kind == .bare, isStreet(at: position + entry.name.count) { continue }
        let start = Chain(division: entry.division, end: position + entry.name.count, covered: entry.name.count)
        chains.append(extended(start))
      }
      if !chains.isEmpty { return best(of: chains) }
    }
    return []
  }

  /// Follows a chain down: first right behind it, then anywhere behind it by full names.
  private func extended(_ start: Chain) -> Chain {
    var chain = start
    while let next = index.entries(in: text, at: chain.end).first(where: { $0.division.isBelow(chain.division) }) {
      chain.division = next.division
      chain.end += next.name.count
      chain.covered += next.name.count
    }
    var position = chain.end
    while position < text.count, chain.division.level != .county {
      let next = index.entries(in: text, at: position).first {
        Self.standsAlone($0) && $0.division.isBelow(chain.division)
      }
      if let next {
        chain.division = next.division
        chain.covered += next.name.count
        position += next.name.count
      } else {
        position += 1
      }
    }
    return chain
  }

  /// The divisions of the chains that cover most; of equals those in force, and the highest level.
  private func best(of chains: [Chain]) -> [Division] {
    let covered = chains.reduce(0) { max($0, $1.covered) }
    var divisions = chains.filter { $0.covered == covered }.map(\.division)
    if divisions.contains(where: { !$0.isRetired }) { divisions.removeAll(where: \.isRetired) }
    let highest = divisions.map(\.rank).min()
    var seen = Set<Int>()
    return divisions.filter { $0.rank == highest && seen.insert($0.number).inserted }
  }

  /// The positions at which a unit's name can begin: the start, and behind what stands before a place's name.
  private func anchors() -> Set<Int> {
    var anchors: Set<Int> = [0]
    var position = 0
    while let prefix = Self.prefixes.first(where: { text[position...].starts(with: $0) }) {
      position += prefix.count
      anchors.insert(position)
    }
    return anchors
  }

  /// Whether what follows makes a street or village of a bare name (南昌路).
  private func isStreet(at position: Int) -> Bool {
    position < text.count && Self.streets.contains(text[position])
  }

  /// Whether a name tells a division wherever it stands.
  private static func standsAlone(_ entry: DivisionIndex.Entry) -> Bool {
    entry.kind == .full && entry.name.count > 2 && !entry.division.isRetired
  }

  private static let streets = Set("路街道村巷桥门里".utf16)
  private static let prefixes = [
    "中国共产党", "中国共产主义青年团", "共产主义青年团", "中国人民政治协商会议", "中国国民党革命委员会", "中国民主同盟",
    "中国民主建国会", "中国民主促进会", "中国农工民主党", "中国致公党", "台湾民主自治同盟", "九三学社", "中华人民共和国",
    "国家税务总局", "国家统计局", "中国人民解放军", "中国人民武装警察部队", "共青团", "农工党", "致公党", "中共", "政协", "民革",
    "民盟", "民建", "民进", "台盟", "中国", "国家", "关于", "(",
  ].map { Array($0.utf16) }
}

extension Division {
  /// 0 for a province, 1 for a city, 2 for a county.
  fileprivate var rank: Int {
    switch level {
    case .province: 0
    case .city: 1
    case .county: 2
    }
  }
}

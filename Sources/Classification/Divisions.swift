import Accounts

/// The lookup of administrative divisions by the names of units.
public enum Divisions {
  /// The lowest division that a unit's name names, or nil where none is or several are possible.
  ///
  /// A name that several divisions share (朝阳区) is decided by the prefecture or province that the unit's name or
  /// `context` or else `mentions` name; a unit's name without any division takes the one that all of `context` agree on.
  /// Development zones have no code and fall back to their city. A division that is no longer in force is found by its
  /// former name.
  ///
  /// - Parameters:
  ///   - name: the unit's name.
  ///   - context: titles and names that go with the unit.
  ///   - mentions: further text of the disclosure, which may speak of other places too.
  public static func division(
    inUnitName name: String, context: [String] = [], mentions: @autoclosure () -> [String] = []
  ) -> Division? {
    let unit = NormalText(name)
    let candidates = DivisionSearch(unit.units).candidates()
    if candidates.count == 1 { return candidates[0] }
    let surroundings = context.map { NormalText($0) }
    if candidates.isEmpty { return agreement(in: surroundings) }
    return choice(of: candidates, in: [unit] + surroundings)
      ?? choice(of: candidates, in: mentions().map { NormalText($0) })
  }

  /// All divisions of the level of counties that are in force, in the order of their codes.
  public static var counties: [Division] { DivisionIndex.shared.counties }

  /// The name with those of the divisions above, such as 湖北省武汉市江汉区.
  public static func fullName(of division: Division) -> String {
    (parent(of: division).map(fullName) ?? "") + division.name
  }

  /// The division above, such as 武汉市 for 江汉区 and 上海市 for 普陀区; nil for a province.
  public static func parent(of division: Division) -> Division? {
    switch division.level {
    case .province: nil
    case .city: DivisionIndex.shared.division(number: division.provinceNumber)
    case .county:
      DivisionIndex.shared.division(number: division.cityNumber)
        ?? DivisionIndex.shared.division(number: division.provinceNumber)
    }
  }

  /// The one candidate whose prefecture or province stands in the most texts.
  private static func choice(of candidates: [Division], in texts: [NormalText]) -> Division? {
    let counts = candidates.map { candidate in
      var above: [NormalText] = []
      var next = parent(of: candidate)
      while let division = next {
        above += DivisionNames.names(of: division).map { NormalText(units: $0.name) }
        next = parent(of: division)
      }
      return texts.count { text in above.contains { text.contains($0) } }
    }
    guard let most = counts.max(), most > 0, counts.count(where: { $0 == most }) == 1 else { return nil }
    return zip(candidates, counts).first { $0.1 == most }?.0
  }

  /// The lowest division that the texts name, where all the others named lie above it.
  private static func agreement(in texts: [NormalText]) -> Division? {
    var lowest: Division?
    for text in texts {
      let candidates = DivisionSearch(text.units).candidates()
      guard candidates.count == 1, let named = candidates.first else { continue }
      guard let known = lowest else {
        lowest = named
        continue
      }
      if named.isBelow(known) {
        lowest = named
      } else if named != known && !known.isBelow(named) {
        return nil
      }
    }
    return lowest
  }
}

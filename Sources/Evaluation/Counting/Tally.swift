/// What became of one cell.
enum Outcome: Hashable {
  /// The value is that of the truth.
  case right
  /// The value is another, or the truth has none; silent where its confidence is 0.95 or more.
  case wrong(isSilent: Bool)
  /// The truth has a value that is not published.
  case missing
  /// No value but a range, which contains the truth or not.
  case ambiguous(isCovered: Bool)
}

/// What became of some cells.
public struct Tally: Hashable, Sendable {
  /// All of them, those that the truth does not have and the release does included.
  public internal(set) var cells = 0
  /// Published as the truth says.
  public internal(set) var right = 0
  /// Published otherwise, or invented.
  public internal(set) var wrong = 0
  /// Those of the wrong ones that carry a confidence of 0.95 or more.
  public internal(set) var silent = 0
  /// Not published.
  public internal(set) var missing = 0
  /// Published as a range.
  public internal(set) var ambiguous = 0
  /// Those of the ranges that contain the truth.
  public internal(set) var covered = 0
  /// Those that the damaged document still determines.
  public internal(set) var identifiable = 0
  /// Those of the identifiable ones that are right.
  public internal(set) var identifiableRight = 0

  mutating func count(_ outcome: Outcome, isIdentifiable: Bool) {
    cells += 1
    if isIdentifiable { identifiable += 1 }
    switch outcome {
    case .right:
      right += 1
      if isIdentifiable { identifiableRight += 1 }
    case .wrong(let isSilent):
      wrong += 1
      if isSilent { silent += 1 }
    case .missing:
      missing += 1
    case .ambiguous(let isCovered):
      ambiguous += 1
      if isCovered { covered += 1 }
    }
  }
}

/// Tallies of groups that have numbers.
struct TallyList {
  private var tallies: [Tally] = []

  /// The tally of a group, empty where nothing was counted.
  subscript(group: Int) -> Tally { group < tallies.count ? tallies[group] : Tally() }

  mutating func count(_ outcome: Outcome, isIdentifiable: Bool, in group: Int) {
    while tallies.count <= group { tallies.append(Tally()) }
    tallies[group].count(outcome, isIdentifiable: isIdentifiable)
  }
}

/// What transforming one document may cost at most; where a limit is reached the step abstains, and a finding says so.
///
/// No disclosure that was seen comes near them. They hold where a step's work grows faster than its input.
enum TransformLimits {
  /// The rows of one form, and its tokens: all subjects of the classification together are fewer than two thousand.
  static let mostRows = 4_000
  static let mostTokens = 40_000
  /// The identities that are read under one form, and the characters of one: forms print about ten short ones, and each
  /// is a witness of every figure that it holds for.
  static let mostRules = 100
  static let longestRule = 600
  /// The figures that may be wrong alone: past these the document is damaged in ways that no digit explains.
  static let mostSuspects = 600
  /// How often a decision about a single row is tried, times the rows of the document.
  static let trialWork = 200_000
  /// The pairs of neighbouring rows' codes that are compared to complete cut codes.
  static let mostCodePairs = 5_000_000
  /// The characters of the narrative that are searched for the subjects of undecided rows.
  static let narrativeWork = 100_000_000
  /// The pairs of project names that are compared with each other.
  static let mostNamePairs = 250_000
  /// The rows of forms on one line of the source among which a number is looked for.
  static let mostRowsOnLine = 512

  /// How many trials a document with so many rows is worth.
  static func trials(rows: Int) -> Int { max(20, trialWork / max(1, rows)) }
}

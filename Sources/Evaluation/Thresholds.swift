/// What an evaluation must reach; nil asks for nothing.
public struct Thresholds: Hashable, Sendable {
  /// The most wrong values.
  public var maxWrong: Int?
  /// The most wrong values with a confidence of 0.95 or more.
  public var maxSilent: Int?
  /// The most rows of `repairs` in documents without damage.
  public var maxRepairs: Int?
  /// The least share of the identifiable cells that is right.
  public var minIdentifiable: Double?
  /// The least share of the ambiguous ranges that contain the truth.
  public var minRangeCover: Double?
  /// The least share of the cut codes that are completed.
  public var minCodes: Double?
  /// The least share of the completed codes that are right.
  public var minCodePrecision: Double?
  /// The greatest error of a confidence, in classes with values enough to judge by.
  public var maxCalibrationError: Double?
  /// The least F1 of the facts.
  public var minFacts: Double?

  /// Makes thresholds that ask for nothing.
  public init() {}

  /// What the evaluation misses, one sentence each.
  public func failures(of evaluation: Evaluation) -> [String] {
    let counts = [
      Self.atMost(maxWrong, evaluation.all.wrong, "values are wrong"),
      Self.atMost(maxSilent, evaluation.all.silent, "wrong values have a confidence of 0.95 or more"),
      Self.atMost(maxRepairs, evaluation.repairsOfUndamaged, "repairs were made in undamaged documents"),
    ]
    let shares = [
      Self.atLeast(minIdentifiable, evaluation.all.identifiableShare, "of the identifiable cells are right"),
      Self.atLeast(minRangeCover, evaluation.all.coveredShare, "of the ambiguous ranges contain the truth"),
      Self.atLeast(minCodes, evaluation.codes.completedShare, "of the cut codes are completed"),
      Self.atLeast(minCodePrecision, evaluation.codes.precision, "of the completed codes are right"),
    ]
    let facts = minFacts.map { bound in
      Self.atLeast(bound, evaluation.facts?.f1 ?? Share(0, of: 1), "is the F1 of the facts")
    }
    return (counts + shares + [facts ?? nil]).compactMap { $0 } + miscalibrated(evaluation.calibration)
  }

  private func miscalibrated(_ classes: [CalibrationClass]) -> [String] {
    guard let maxCalibrationError else { return [] }
    // Compared in hundred-thousandths, as they are printed.
    let bound = Int((maxCalibrationError * 100_000).rounded())
    return classes.filter { $0.isMeaningful && $0.error > bound }.map { group in
      """
      \(group.status.rawValue) \(group.proof.rawValue) values with a confidence of \(group.confidence) are right in \
      \(group.right), which differs by more than \(maxCalibrationError).
      """
    }
  }

  private static func atMost(_ bound: Int?, _ count: Int, _ what: String) -> String? {
    guard let bound, count > bound else { return nil }
    return "\(count) \(what), of at most \(bound)."
  }

  private static func atLeast(_ bound: Double?, _ share: Share, _ what: String) -> String? {
    guard let bound, share.value < bound else { return nil }
    return "\(share) \(what), of at least \(bound)."
  }
}

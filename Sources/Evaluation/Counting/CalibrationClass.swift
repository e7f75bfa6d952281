import Accounts

/// The values that were published with the same status, proof and confidence, and how many of them are right.
public struct CalibrationClass: Hashable, Sendable {
  /// The least number of values that says something about a class.
  public static let meaningful = 200

  /// How the values came to be.
  public let status: Status
  /// What makes them certain.
  public let proof: Proof
  /// The confidence that was published.
  public let confidence: Confidence
  /// The values of the class, and those of them that are right.
  public internal(set) var right: Share

  /// What was observed less what was published, in hundred-thousandths.
  public var difference: Int { right.hundredThousandths - confidence.thousandths * 100 }

  /// How far the observed share is from what the confidence says, in hundred-thousandths.
  ///
  /// A confidence from 0.9 up to 0.95 says "at least": the datasets allow no more for what nothing proves, however often
  /// it is right. All others say "so often", and may be wrong either way.
  public var error: Int {
    (900..<950).contains(confidence.thousandths) ? max(0, -difference) : abs(difference)
  }

  /// Whether there are values enough to judge the class by.
  public var isMeaningful: Bool { right.whole >= Self.meaningful }
}

/// Counts values by class.
struct CalibrationCounter {
  private struct Key: Hashable {
    var status: Status
    var proof: Proof
    var confidence: Confidence
  }

  private var counts: [Key: (right: Int, all: Int)] = [:]
  private var last: (key: Key, right: Int, all: Int)?

  mutating func count(_ figure: Release.Figure, isRight: Bool) {
    let key = Key(status: figure.status, proof: figure.proof, confidence: figure.confidence)
    // Most figures are in the class of the one before.
    if last?.key != key {
      flush()
      last = (key, 0, 0)
    }
    last?.right += isRight ? 1 : 0
    last?.all += 1
  }

  /// The classes in the order of the statuses and proofs, the surest first.
  var classes: [CalibrationClass] {
    var whole = self
    whole.flush()
    let statuses = Status.allCases
    let proofs = Proof.allCases
    return whole.counts.map { key, count in
      CalibrationClass(
        status: key.status, proof: key.proof, confidence: key.confidence, right: Share(count.right, of: count.all))
    }.sorted { left, right in
      if left.status != right.status { return statuses.precedes(left.status, right.status) }
      if left.proof != right.proof { return proofs.precedes(left.proof, right.proof) }
      return left.confidence > right.confidence
    }
  }

  private mutating func flush() {
    guard let last else { return }
    counts[last.key, default: (0, 0)].right += last.right
    counts[last.key, default: (0, 0)].all += last.all
    self.last = nil
  }
}

extension Array where Element: Equatable {
  /// Whether `left` stands before `right`.
  fileprivate func precedes(_ left: Element, _ right: Element) -> Bool {
    first { $0 == left || $0 == right } == left
  }
}

/// One row of a release that does not hold: where it stands, what is published, and what follows instead.
public struct CheckFailure: Hashable, Sendable, CustomStringConvertible {
  /// What must hold there.
  public var rule: CheckRule
  /// The dataset or file.
  public var dataset: String
  /// The document; empty where the release as a whole is meant.
  public var document: String
  /// The row's key within it, such as `gk05//2010301/basic`; empty where none is meant.
  public var key: String
  /// What the release says.
  public var published: String
  /// What follows instead, or why it does not hold.
  public var follows: String

  /// `amounts 54a8a45ea36b921c gk05//201/basic: value: published 1.00, but 2.00 follows`.
  public var description: String {
    let place = [dataset, document, key].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(place): \(rule.rawValue): published \(Self.quoted(published)); \(follows)"
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : text.unicodeScalars.count > 120 ? "\(String(text.prefix(120)))..." : text
  }
}

/// What a check found.
public struct CheckReport: Sendable {
  /// How many documents the release holds.
  public internal(set) var documents = 0
  /// How many times each rule was applied.
  public internal(set) var applied: [CheckRule: Int] = [:]
  /// How many rows do not hold.
  public internal(set) var failureCount = 0
  /// The first of them, as many as were asked for.
  public internal(set) var failures: [CheckFailure] = []

  /// Whether all holds.
  public var holds: Bool { failureCount == 0 }
}

/// Collects what holds and what does not while a release is checked.
struct Journal {
  private(set) var report = CheckReport()
  private let limit: Int

  /// Keeps the first `limit` failures and counts the others.
  init(limit: Int) {
    self.limit = limit
  }

  /// Counts a document.
  mutating func countDocument() { report.documents += 1 }

  /// Counts applications of a rule.
  mutating func apply(_ rule: CheckRule, _ count: Int = 1) { report.applied[rule, default: 0] += count }

  /// Notes a row that does not hold.
  mutating func fail(
    _ rule: CheckRule, _ dataset: String, _ document: String = "", key: String = "", published: String = "",
    _ follows: String
  ) {
    report.failureCount += 1
    guard report.failures.count < limit else { return }
    report.failures.append(
      CheckFailure(
        rule: rule, dataset: dataset, document: document, key: key, published: published, follows: follows))
  }

  /// Applies a rule that says that two texts are the same.
  mutating func compare(
    _ rule: CheckRule, _ dataset: String, _ document: String, key: String, published: String, expected: String,
    _ place: String
  ) {
    apply(rule)
    guard published != expected else { return }
    fail(
      rule, dataset, document, key: key, published: published,
      "\(place) says \(expected.isEmpty ? "nothing" : expected)")
  }
}

import Accounts

/// What a run made, in numbers.
public struct RunCounts: Codable, Equatable, Sendable {
  /// The files found, and what became of them.
  public struct Files: Codable, Equatable, Sendable {
    /// Files found under the inputs, with folders and links that could not be followed.
    public var found = 0
    /// Files whose bytes gave documents.
    public var read = 0
    /// Files with the same bytes as one before them.
    public var duplicates = 0
    /// Files and folders that could not be read.
    public var failed = 0
  }

  /// Files.
  public var files = Files()
  /// Documents by outcome; those recognised as no final accounts are `set_aside`.
  public var documents = Self.zeros(["complete", "partial", "set_aside", "quarantined"])
  /// Amounts by status.
  public var amounts = Self.zeros(["reported", "aligned", "corrected", "derived", "ambiguous"])
  /// Findings by severity.
  public var findings = Self.zeros(["error", "warning", "info"])
  /// All repairs.
  public var repairs = 0
  /// The numeric tokens of the sources: `values`, `declared` and `unplaced` add up to `tokens`.
  public var numbers = Self.zeros(["tokens", "values", "declared", "unplaced"])

  /// Makes counts of nothing.
  public init() {}

  /// Counts one disclosure.
  mutating func add(_ disclosure: Disclosure) {
    documents[disclosure.isSetAside ? "set_aside" : disclosure.outcome.rawValue, default: 0] += 1
    for figure in disclosure.figures { amounts[figure.status.rawValue, default: 0] += 1 }
    for finding in disclosure.findings { findings[finding.severity.rawValue, default: 0] += 1 }
    repairs += disclosure.repairs.count
    let account = disclosure.numbers
    addNumbers(values: account.values, declared: account.declaredTotal, unplaced: account.unplaced)
  }

  /// Adds numeric tokens of sources.
  mutating func addNumbers(values: Int, declared: Int, unplaced: Int) {
    let own = [
      "tokens": values + declared + unplaced, "values": values, "declared": declared, "unplaced": unplaced,
    ]
    numbers.merge(own, uniquingKeysWith: +)
  }

  /// Adds the documents, amounts, findings, repairs and numbers of `other`.
  mutating func add(_ other: RunCounts) {
    documents.merge(other.documents, uniquingKeysWith: +)
    amounts.merge(other.amounts, uniquingKeysWith: +)
    findings.merge(other.findings, uniquingKeysWith: +)
    repairs += other.repairs
    numbers.merge(other.numbers, uniquingKeysWith: +)
  }

  private static func zeros(_ names: [String]) -> [String: Int] {
    Dictionary(names.map { ($0, 0) }) { first, _ in first }
  }
}

extension Disclosure {
  /// Whether it was set aside because it is recognisably no final account, which is no failure.
  var isSetAside: Bool {
    outcome == .quarantined
      && (identification.reportKind == .budget || findings.contains { $0.rule == .reportKind })
  }
}

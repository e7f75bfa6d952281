import Accounts

/// Checks the account of a document's numeric tokens: its parts add up, and each unplaced token is a finding.
enum NumberCheck {
  /// What the canonical JSON says of the tokens of a source.
  struct Account: Equatable {
    var tokens = 0
    var values = 0
    var declared = 0
    var unplaced = 0

    /// Reads the member `numbers`; nil where a count is missing or negative.
    init?(_ node: JSONNode) {
      let counts = ["tokens", "values", "declared", "unplaced"].compactMap { node[$0].integer }
      guard counts.count == 4, counts.allSatisfy({ $0 >= 0 }) else { return nil }
      (tokens, values, declared, unplaced) = (counts[0], counts[1], counts[2], counts[3])
    }

    /// Counts nothing.
    init() {}

    /// Adds the account of another document.
    static func += (left: inout Account, right: Account) {
      left.tokens += right.tokens
      left.values += right.values
      left.declared += right.declared
      left.unplaced += right.unplaced
    }
  }

  /// Compares the counts with each other and with the findings.
  static func check(_ document: PublishedDocument, _ journal: inout Journal) {
    let node = document.canonical["numbers"]
    guard let account = Account(node) else {
      journal.fail(.numbers, "canonical JSON", document.id, key: "numbers", "a count is missing")
      return
    }
    let uses = node["declared_as"].elements.reduce(0) { $0 + ($1["tokens"].integer ?? 0) }
    let unplaced = document.findings.count { $0.rule == "unplaced-number" }
    // One finding stands for all tokens beyond those that have their own.
    let listed = min(account.unplaced, NumberAccount.mostFindings + 1)
    let pairs = [
      ("tokens", account.tokens, account.values + account.declared + account.unplaced),
      ("declared", account.declared, uses), ("unplaced", listed, unplaced),
    ]
    for (name, published, expected) in pairs {
      journal.compare(
        .numbers, "canonical JSON", document.id, key: "numbers \(name)", published: String(published),
        expected: String(expected), "the other counts and the findings")
    }
    let percent = account.tokens == 0 ? 0 : (20_000 * account.unplaced + account.tokens) / (2 * account.tokens)
    journal.compare(
      .numbers, "canonical JSON", document.id, key: "numbers unplaced_percent",
      published: node["unplaced_percent"].scalar,
      expected: "\(percent / 100).\(percent % 100 / 10)\(percent % 10)", "its counts")
  }
}

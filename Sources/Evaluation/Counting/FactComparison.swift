/// The facts of a release compared with those of a truth.
public struct FactComparison: Sendable {
  /// A fact that is not that of the truth.
  public struct Difference: Hashable, Sendable {
    /// The document's name in the truth.
    public let document: String
    /// `fact/subject/base`.
    public let key: String
    /// What the truth says; nil where it has no such fact.
    public let truth: String?
    /// What the release says; nil where it has no such fact.
    public let published: String?
  }

  /// Published as the truth says.
  public private(set) var right = 0
  /// Published otherwise, or not stated by the document.
  public private(set) var wrong = 0
  /// Facts of the truth that are not published.
  public private(set) var missing = 0
  /// The wrong facts in the order of the release, then the missing ones in the order of the truth.
  public private(set) var differences: [Difference] = []
  /// Facts of the truth.
  private var stated = 0

  /// Nothing compared yet.
  init() {}

  /// The share of the published facts that is right.
  public var precision: Share { Share(right, of: right + wrong) }
  /// The share of the stated facts that is published right.
  public var recall: Share { Share(right, of: stated) }
  /// The harmonic mean of precision and recall.
  public var f1: Share { Share(2 * right, of: right + wrong + stated) }

  /// Compares the facts of a release with those of a truth, both by document of the truth.
  init(truth: FactTable, release: FactTable, names: [String]) {
    stated = truth.facts.count
    for fact in release.facts {
      let expected = truth.place[fact.key].map { truth.facts[$0] }
      if fact.value != nil, expected?.value == fact.value {
        right += 1
      } else {
        wrong += 1
        note(fact.key, expected, fact, names)
      }
    }
    for fact in truth.facts where release.place[fact.key] == nil {
      missing += 1
      note(fact.key, fact, nil, names)
    }
  }

  private mutating func note(
    _ key: FactTable.Key, _ truth: FactTable.Row?, _ published: FactTable.Row?, _ names: [String]
  ) {
    differences.append(
      Difference(
        document: names[key.document], key: key.text, truth: truth?.text, published: published?.text))
  }
}

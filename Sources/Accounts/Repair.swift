/// One value, code or name that is not simply what was printed: a row of the dataset `repairs`.
public struct Repair: Hashable, Sendable {
  /// The dataset that holds the value, such as `amounts`.
  public var dataset: String
  /// The value's key within its document, such as `gk05//2010301/basic`.
  public var key: String
  /// The field that was repaired: `amount`, `code`, `name`, `measure`, ...
  public var field: String
  /// What the source prints; empty where it prints nothing.
  public var printed: String
  /// What the dataset says.
  public var value: String
  /// The rule that repaired it.
  public var rule: String
  /// What makes the repair certain.
  public var proof: Proof
  /// How likely it is right.
  public var confidence: Confidence
  /// The identities and places that speak for it.
  public var witnesses: [String]
  /// The other readings that were considered and failed.
  public var alternatives: [String]
  /// Where the row stands in the source.
  public var sourceLine: Int?

  /// Makes a repair.
  public init(
    dataset: String, key: String, field: String, printed: String, value: String, rule: String, proof: Proof,
    confidence: Confidence, witnesses: [String] = [], alternatives: [String] = [], sourceLine: Int? = nil
  ) {
    self.dataset = dataset
    self.key = key
    self.field = field
    self.printed = printed
    self.value = value
    self.rule = rule
    self.proof = proof
    self.confidence = confidence
    self.witnesses = witnesses
    self.alternatives = alternatives
    self.sourceLine = sourceLine
  }
}

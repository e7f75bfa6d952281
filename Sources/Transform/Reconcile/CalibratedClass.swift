import Accounts

/// Values with the same kind of evidence, and how likely such a value is right.
///
/// Status, proof and confidence together name the class, so that a release shows it.
public struct CalibratedClass: Hashable, Sendable {
  /// A few words that name it.
  public let name: String
  /// How its values came to be.
  public let status: Status
  /// What makes them certain.
  public let proof: Proof
  /// How likely they are right.
  public let confidence: Confidence
  /// What the values have in common, as one sentence.
  public let meaning: String

  init(_ name: String, _ status: Status, _ proof: Proof, _ thousandths: Int, _ meaning: String) {
    self.name = name
    self.status = status
    self.proof = proof
    confidence = Confidence(thousandths: thousandths)
    self.meaning = meaning
  }
}

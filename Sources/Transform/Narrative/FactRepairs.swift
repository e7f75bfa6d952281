import Accounts

extension Fact {
  /// The row of `repairs` of a fact whose print was corrected; nil of any other.
  var repair: Repair? {
    guard status == .corrected, let step = steps.last else { return nil }
    return Repair(
      dataset: "facts", key: key.description, field: "value", printed: step.before, value: step.after, rule: step.rule,
      proof: proof, confidence: confidence, witnesses: step.witnesses, sourceLine: span.line)
  }
}

import Accounts
import Classification

/// Compares what several places of a disclosure say of the same thing: narrative, forms, projects, self-evaluations.
///
/// What does not hold is a finding with what is printed and what the other figures give. Nothing is corrected.
enum CrossChecks {
  /// The findings of a disclosure whose figures, facts and projects are read.
  static func findings(
    _ disclosure: Disclosure, _ evaluations: [SelfEvaluation], as report: FormSet
  ) -> [Finding] {
    let ledger = Ledger(disclosure)
    return [
      NarrativeAgainstForms.findings(ledger, as: report), NarrativeRates.findings(ledger),
      NarrativeSums.findings(ledger),
      ProjectChecks.findings(disclosure.projects, ledger), EvaluationChecks.findings(evaluations, ledger),
      ExecutionRates.findings(disclosure.sections, evaluations), IndicatorChecks.findings(evaluations),
    ].flatMap(\.self)
  }
}

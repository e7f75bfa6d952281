import Accounts
import Classification

/// The third stage: sections and tables to figures with proofs.
public enum Transformer {
  /// Reads one disclosure. What cannot be read or decided becomes a finding; a budget is set aside as quarantined.
  public static func transform(_ cleaned: CleanedDocument) -> Disclosure {
    var disclosure = Disclosure(source: cleaned.source, ordinal: cleaned.ordinal)
    disclosure.sections = cleaned.sections
    disclosure.findings = cleaned.findings
    let year: FiscalYear? = FiscalYear(2024)
    let (forms, others, findings) = FormReader(cleaned, year: year).read()
    disclosure.otherTables = others
    disclosure.findings += findings
    let problem = Reconciler.reconcile(forms, witnesses: RateWitnessReader.read(cleaned.sections))
    let built = FigureBuilder.build(problem, evidence: Evidence(problem))
    disclosure.figures = built.figures
    disclosure.repairs = built.repairs
    disclosure.findings += problem.forms.flatMap(\.findings) + built.findings + IdentityFindings.findings(problem)
    disclosure.formsFound = forms.map(\.form)
    return disclosure
  }
}

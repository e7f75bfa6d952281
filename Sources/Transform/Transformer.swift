import Accounts
import Classification

/// The third stage: sections and tables to figures with proofs.
public enum Transformer {
  /// Reads one disclosure. What cannot be read or decided becomes a finding; a budget is set aside as quarantined.
  ///
  /// - Parameter report: the forms of the kind of report that is expected.
  public static func transform(_ cleaned: CleanedDocument, as report: FormSet = .finalAccount) -> Disclosure {
    var disclosure = Disclosure(source: cleaned.source, ordinal: cleaned.ordinal)
    let reporters = cleaned.tables.map(\.reporter).filter { !$0.isEmpty }
    let identified = Identifier.identify(cleaned, printedReporters: reporters)
    disclosure.identification = identified.identification
    disclosure.sections = cleaned.sections
    disclosure.findings = cleaned.findings + identified.findings
    if identified.identification.reportKind == .budget {
      setAside(&disclosure, cleaned)
    } else {
      readForms(of: cleaned, as: report, into: &disclosure)
    }
    return disclosure
  }

  private static func setAside(_ disclosure: inout Disclosure, _ cleaned: CleanedDocument) {
    disclosure.outcome = .quarantined
    disclosure.otherTables = cleaned.tables
    disclosure.numbers = Conservation.unread(cleaned)
    disclosure.findings.append(
      Finding(.reportKind, message: "The document is a budget, not a final account; its tables are kept, not read."))
  }

  /// Reads the forms of a disclosure and leaves the joint decision over them to the caller, who measures what it costs.
  ///
  /// - Returns: the decision with its proofs; how many figures it gives.
  public static func reconciliation(of cleaned: CleanedDocument) -> () -> Int {
    let reporters = cleaned.tables.map(\.reporter).filter { !$0.isEmpty }
    let year = Identifier.identify(cleaned, printedReporters: reporters).identification.fiscalYear
    let forms = FormReader(cleaned, year: year, report: .finalAccount).read().forms
    let facts = narrative(of: cleaned, year, forms).facts
    return { reconciled(forms, cleaned.sections, facts, as: .finalAccount).built.figures.count }
  }

  /// What the narrative states, which the forms' decision takes for witnesses.
  private static func narrative(
    of cleaned: CleanedDocument, _ year: FiscalYear?, _ forms: [FormReading]
  ) -> NarrativeReader {
    NarrativeReader.read(
      cleaned.sections, year: year, printedCodes: Set(forms.lazy.flatMap(\.rows).map(\.code)))
  }

  private static func reconciled(
    _ forms: [FormReading], _ sections: [Section], _ facts: [Fact], as report: FormSet
  ) -> (problem: Problem, built: FigureBuilder.Result) {
    let problem = Reconciler.reconcile(forms, sections: sections, facts: facts, as: report)
    return (problem, FigureBuilder.build(problem, evidence: Evidence(problem)))
  }

  private static func readForms(of cleaned: CleanedDocument, as report: FormSet, into disclosure: inout Disclosure) {
    let year = disclosure.identification.fiscalYear
    let (forms, others, findings) = FormReader(cleaned, year: year, report: report).read()
    let narrative = narrative(of: cleaned, year, forms)
    disclosure.facts = narrative.facts
    let (problem, built) = reconciled(forms, cleaned.sections, disclosure.facts, as: report)
    disclosure.formsFound = forms.map(\.form)
    disclosure.printedForms = problem.forms.map { PrintedForm($0, in: problem) }
    disclosure.moneyUnit =
      forms.first.map { $0.table.unitPrinted.isEmpty ? $0.unit.rawValue : $0.table.unitPrinted } ?? ""
    disclosure.otherTables = others
    disclosure.figures = built.figures
    disclosure.repairs = built.repairs + narrative.facts.compactMap(\.repair)
    disclosure.findings += Self.unreadProse(cleaned.sections)
    disclosure.findings +=
      findings + FormFindings.findings(forms, year: year, report: report)
      + problem.forms.flatMap(\.findings) + built.findings + UnreadableFigures.findings(problem)
      + IdentityFindings.findings(problem)
    if built.figures.isEmpty {
      disclosure.findings.append(Finding(.noAmounts, message: FindingRule.noAmounts.explanation))
    }
    let evaluations = readPerformance(cleaned, others, into: &disclosure)
    disclosure.findings += CrossChecks.findings(disclosure, evaluations, as: report)
    let (numbers, unplaced) = Conservation.account(cleaned, disclosure, unread: narrative.unread)
    disclosure.numbers = numbers
    disclosure.findings += unplaced
    disclosure.outcome = outcome(of: disclosure)
  }

  /// A finding for each paragraph that is too long to be read.
  private static func unreadProse(_ sections: [Section]) -> [Finding] {
    sections.lazy.flatMap(\.paragraphs).filter(NarrativeText.isTooLong).map { paragraph in
      Finding(
        .workLimited, message: "A paragraph is longer than any prose; what it states is not read.",
        sourceLine: paragraph.span.line)
    }
  }

  private static func readPerformance(
    _ cleaned: CleanedDocument, _ others: [CleanedTable], into disclosure: inout Disclosure
  ) -> [SelfEvaluation] {
    let performance = PerformanceReader.read(others, cleaned.sections, spent: spent(disclosure.figures))
    disclosure.projects = performance.projects
    disclosure.indicators = performance.indicators
    disclosure.priorities = PrioritiesReader.priorities(others)
    disclosure.glossary = GlossaryReader.terms(
      cleaned.sections, year: disclosure.identification.fiscalYear,
      printedCodes: Set(disclosure.figures.lazy.map(\.code)))
    return performance.evaluations
  }

  /// The whole expenditure of the year by gk01, or else by gk03.
  private static func spent(_ figures: [Figure]) -> Amount? {
    figures.first { $0.key.form == .gk01 && $0.key.row.description == "expenditure_total" }?.amount
      ?? figures.first { $0.key.form == .gk03 && $0.key.row.description == "total" && $0.key.measure == .total }?.amount
  }

  /// Complete where the year is known, no form of the core is missing and nothing is undecided.
  private static func outcome(of disclosure: Disclosure) -> Outcome {
    let isOpen = disclosure.findings.contains { finding in
      guard finding.severity > .info else { return false }
      switch finding.rule {
      case .formMissing, .unitMissing, .codeUndecided, .alignmentUndecided, .valueUndecided, .rowUnrecognised,
        .yearMissing, .truncatedSource, .unreadableNumber, .noAmounts, .workLimited:
        return true
      default: return false
      }
    }
    return isOpen || disclosure.figures.contains { $0.status == .ambiguous } ? .partial : .complete
  }
}

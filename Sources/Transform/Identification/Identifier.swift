import Accounts
import Classification

/// Tells who published a disclosure, for which year, and when.
enum Identifier {
  /// Identifies a document; `printedReporters` are the units that its forms print, in order.
  ///
  /// The findings say which of year, unit name and division could not be told.
  static func identify(
    _ document: CleanedDocument, printedReporters: [String]
  ) -> (identification: Identification, findings: [Finding]) {
    let evidence = IdentificationEvidence(document, reporters: printedReporters)
    let names = UnitNameVote(evidence)
    var identification = Identification()
    identification.reportKind = ReportKindReader.kind(evidence)
    identification.fiscalYear = FiscalYearVote(evidence).year
    identification.unitName = names.name
    identification.unitNamePrinted = printedReporters.first { !$0.isEmpty } ?? ""
    identification.publishedOn = PublicationDate.date(evidence)
    let name = identification.unitName.isEmpty ? identification.unitNamePrinted : identification.unitName
    if let division = Divisions.division(
      inUnitName: name, context: names.names + evidence.titleLines + evidence.partHeadings,
      mentions: evidence.paragraphs)
    {
      identification.divisionCode = division.code
      identification.divisionName = division.name
    }
    return (identification, findings(identification))
  }

  private static func findings(_ identification: Identification) -> [Finding] {
    var findings: [Finding] = []
    if identification.fiscalYear == nil {
      findings.append(
        Finding(.yearMissing, message: "No year has a majority of the titles; check which year the disclosure is for."))
    }
    if identification.unitName.isEmpty {
      findings.append(
        Finding(
          .unitNameMissing, printed: identification.unitNamePrinted,
          message: "Neither the title nor a heading names the unit."))
    }
    if identification.divisionCode.isEmpty {
      findings.append(
        Finding(
          .divisionUnknown, printed: identification.unitName,
          message: "The unit's name and its surroundings name no division, or several."))
    }
    return findings
  }
}

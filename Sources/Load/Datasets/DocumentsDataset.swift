import Accounts

extension Dataset {
  /// One row per source document.
  static let documents = Dataset(
    name: "documents", title: "Documents", description: "One row per source document.",
    columns: sourceColumns + identificationColumns + outcomeColumns)

  private static let sourceColumns: [Column<CountedDisclosure>] = [
    Column(.documentID) { $1.field($0.disclosure.documentID) },
    Column(Field("source_path", "Path of the source, relative to the input root.", isRequired: true)) {
      $1.field($0.source.path)
    },
    Column(Field("source_sha256", "SHA-256 of the source bytes.", isRequired: true, pattern: "[0-9a-f]{64}")) {
      $1.field($0.source.sha256)
    },
    Column(Field("source_bytes", "Size of the source in bytes.", .integer, isRequired: true, minimum: 0)) {
      $1.field($0.source.bytes)
    },
    Column(
      Field("source_format", "Kind of file.", isRequired: true, allowed: Field.values(of: SourceFormat.self))
    ) { $1.field($0.source.format.rawValue) },
    Column(
      Field(
        "source_layout", "How most of its table lines part their cells.", isRequired: true,
        allowed: Field.values(of: SourceLayout.self))
    ) { $1.field($0.source.layout.rawValue) },
    Column(Field("source_encoding", "The encoding that the bytes were decoded from.")) {
      $1.field($0.source.encoding)
    },
  ]

  private static let identificationColumns: [Column<CountedDisclosure>] = [
    Column(
      Field(
        "report_kind", "Final account, or budget where one was recognised and set aside; empty where unknown.",
        allowed: [ReportKind.finalAccount.rawValue, ReportKind.budget.rawValue])
    ) { $1.field($0.identification.reportKind == .unknown ? "" : $0.identification.reportKind.rawValue) },
    Column(.fiscalYear) { $1.field($0.identification.fiscalYear?.year) },
    Column(.unitName) { $1.field($0.identification.unitName) },
    Column(Field("unit_name_printed", "The reporting unit as it stands under the forms.")) {
      $1.field($0.identification.unitNamePrinted)
    },
    Column(.divisionCode) { $1.field($0.identification.divisionCode) },
    Column(Field("division_name", "Name of that division.")) { $1.field($0.identification.divisionName) },
    Column(Field("published_on", "Date of publication as the document prints it.", .date)) {
      $1.field($0.identification.publishedOn)
    },
    Column(Field("money_unit", "The unit of amounts in its first form, as printed; the datasets hold yuan.")) {
      $1.field($0.disclosure.moneyUnit)
    },
  ]

  private static let outcomeColumns: [Column<CountedDisclosure>] = [
    Column(
      Field("outcome", "How far the document was read.", isRequired: true, allowed: Field.values(of: Outcome.self))
    ) { $1.field($0.disclosure.outcome.rawValue) },
    Column(Field("forms_found", "The forms that it prints, joined by semicolons.")) {
      $1.field($0.disclosure.formsFound.map(\.rawValue).joined(separator: ";"))
    },
    Column(count("amounts", "Rows of amounts that have a value.")) { $1.field($0.counts.amounts) },
    Column(count("repaired", "Rows of repairs.")) { $1.field($0.counts.repaired) },
    Column(count("unresolved", "Values, codes and alignments that stayed undecided.")) {
      $1.field($0.counts.unresolved)
    },
    Column(count("errors", "Findings of severity error.")) { $1.field($0.counts.errors) },
    Column(count("warnings", "Findings of severity warning.")) { $1.field($0.counts.warnings) },
    Column(
      Field("superseded_by", "document_id of a later disclosure of the same unit and year, if any.")
    ) { $1.field($0.supersededBy) },
  ]

  private static func count(_ name: String, _ description: String) -> Field {
    Field(name, description, .integer, isRequired: true, minimum: 0)
  }
}

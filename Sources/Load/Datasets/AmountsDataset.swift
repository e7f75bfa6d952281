import Accounts

extension Dataset {
  /// One row per printed or restored figure of the nine forms.
  static let amounts = Dataset(
    name: "amounts", title: "Amounts",
    description: "One row per printed or restored figure of the nine forms, in yuan.",
    columns: keyColumns + valueColumns + printedColumns,
    rows: { $0.disclosure.figures },
    provenance: { document, json in
      for figure in document.disclosure.figures { figure.writeProvenance(to: &json) }
    })

  private static let keyColumns: [Column<Figure>] = [
    Column(.form(isRequired: true)) { $1.field($0.key.form.rawValue) },
    Column(.side) { $1.field($0.key.side.rawValue) },
    Column(Field("row", "Key of the row: a full subject code, or the name of a fixed line.", isRequired: true)) {
      $1.field($0.key.row.rawValue)
    },
    Column(Field("line_number", "The printed line number (行次), completed where it was cut.", .integer, minimum: 1)) {
      $1.field($0.lineNumber)
    },
    Column(Field("code", "The full subject code.")) { $1.field($0.code) },
    Column(Field("name", "The full name of the row.")) { $1.field($0.name) },
    Column(
      Field("level", "The subject's level: 类, 款 or 项.", allowed: Field.values(of: SubjectLevel.self))
    ) { $1.field($0.level?.rawValue ?? "") },
    Column(Field("measure", "The column.", isRequired: true, allowed: Field.values(of: Measure.self))) {
      $1.field($0.key.measure.rawValue)
    },
  ]

  private static let valueColumns: [Column<Figure>] = [
    Column(Field("amount", "The value in yuan; empty where it is ambiguous.", .number)) { $1.field($0.decided) },
    Column(.status) { $1.field($0.status.rawValue) },
    Column(.confidence) { $1.field($0.confidence) },
    Column(.proof) { $1.field($0.proof.rawValue) },
    Column(Field("amount_low", "Least possible value in yuan, where ambiguous.", .number)) {
      $1.field($0.status == .ambiguous ? $0.low : nil)
    },
    Column(Field("amount_high", "Greatest possible value in yuan, where ambiguous.", .number)) {
      $1.field($0.status == .ambiguous ? $0.high : nil)
    },
  ]

  private static let printedColumns: [Column<Figure>] = [
    Column(Field("amount_printed", "The number as printed, in the unit of its table.")) { $1.field($0.printed) },
    Column(Field("code_printed", "The code as printed.")) { $1.field($0.codePrinted) },
    Column(Field("name_printed", "The name as printed.")) { $1.field($0.namePrinted) },
    Column(.sourceLine) { $1.field($0.span?.line) },
  ]
}

extension Figure {
  /// The value, which an ambiguous figure never has.
  var decided: Amount? { status == .ambiguous ? nil : amount }
}

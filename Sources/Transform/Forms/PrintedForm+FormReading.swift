import Accounts

extension PrintedForm {
  /// What a form prints beside its figures, for the release.
  init(_ reading: FormReading) {
    self.init(
      form: reading.form, unit: reading.unit, columns: reading.measures,
      rows: reading.rows.map { row in
        PrintedFormRow(
          side: row.side, row: row.key, block: row.block, lineNumber: row.lineNumber, codePrinted: row.codePrinted,
          namePrinted: row.namePrinted, figures: row.figures.map(\.token.text), allowed: row.allowed,
          sourceLine: row.span.line)
      },
      notes: reading.table.notes)
  }
}

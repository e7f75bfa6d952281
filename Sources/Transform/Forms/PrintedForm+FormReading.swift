import Accounts

extension PrintedForm {
  /// What a form of a decided problem prints beside its figures, for the release.
  init(_ reading: FormReading, in problem: Problem) {
    self.init(
      form: reading.form, unit: reading.unit, columns: reading.measures,
      rows: reading.rows.map { row in
        let variable = row.key.flatMap { problem.index[RowPlace(reading.form, row.side, $0)] }.map { problem.rows[$0] }
        var printed = PrintedFormRow(
          side: row.side, row: row.key, block: row.block, lineNumber: row.lineNumber, codePrinted: row.codePrinted,
          namePrinted: row.namePrinted, figures: row.figures.map(\.token.text), allowed: row.allowed,
          sourceLine: row.span.line)
        if let variable, variable.row.span == row.span {
          printed.unknown = variable.unknownMeasures
          if !variable.isSettled { printed.blanks = row.blanks.map(\.figuresBefore) }
        }
        return printed
      },
      notes: reading.table.notes)
  }
}

extension RowVariable {
  /// The columns in which a figure stands, or may stand, that cannot be read.
  fileprivate var unknownMeasures: [Measure] {
    let hasUnknown = row.figures.contains { $0.amount == nil } || measures.indices.contains(where: domain.mayBeUnknown)
    guard hasUnknown else { return [] }
    return measures.indices.filter { domain.isEmpty || domain.mayBeUnknown($0) }.map { measures[$0] }
  }
}

/// The words that keys are made of, numbered alike for truth and release.
struct Vocabulary {
  var forms = Interner()
  var sides = Interner()
  var rows = Interner()
  var measures = Interner()

  /// The columns of a file that make a key.
  struct Columns {
    let form: Int
    let side: Int
    let row: Int
    let measure: Int

    init(_ records: CSVRecords) throws(EvaluationError) {
      form = try records.column("form")
      side = try records.column("side")
      row = try records.column("row")
      measure = try records.column("measure")
    }
  }

  /// The place that the current record names: its row, and the number of its measure.
  mutating func place(
    in records: borrowing CSVRecords, _ columns: Columns
  ) throws(EvaluationError) -> (row: RowCode, measure: Int) {
    let row = RowCode(
      form: forms.number(of: records.bytes(at: columns.form)), side: sides.number(of: records.bytes(at: columns.side)),
      row: rows.number(of: records.bytes(at: columns.row)))
    guard let row else { throw records.error("There are too many different forms, sides or rows.") }
    return (row, measures.number(of: records.bytes(at: columns.measure)))
  }

  /// `form/side/row/measure`, as the datasets print keys.
  func key(_ row: RowCode, _ measure: Int) -> String {
    "\(forms.texts[row.form])/\(sides.texts[row.side])/\(rows.texts[row.row])/\(measures.texts[measure])"
  }
}

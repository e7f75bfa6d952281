import Accounts
import Classification

/// Reads the forms of a disclosure: which tables they are, and their rows with codes completed.
struct FormReader {
  private let year: FiscalYear?
  private let report: FormSet
  private let tables: [CleanedTable]
  private let narrative: [Paragraph]
  /// The unit of tables that do not print one.
  private let commonUnit: MoneyUnit?

  /// Reads the tables of `document`.
  init(_ document: CleanedDocument, year: FiscalYear?, report: FormSet) {
    self.report = report
    self.year = year
    tables = document.tables
    narrative = document.sections.filter { $0.part == .narrative || $0.part == nil }.flatMap(\.paragraphs)
    commonUnit = Self.commonUnit(of: document)
  }

  /// The forms as far as they are printed, the other tables, and what was found.
  func read() -> (forms: [FormReading], others: [CleanedTable], findings: [Finding]) {
    var forms: [Form: FormReading] = [:]
    var others: [CleanedTable] = []
    var findings: [Finding] = []
    for table in tables {
      guard let (form, isByShape) = FormRecogniser.form(of: table, among: report) else {
        others.append(table)
        continue
      }
      guard table.isWithinLimits else {
        findings.append(tooLarge(table, form))
        others.append(table)
        continue
      }
      guard let unit = MoneyUnit(rawValue: table.unitPrinted) ?? commonUnit else {
        findings.append(
          Finding(
            .unitMissing, severity: .error, form: form,
            message: "No unit of amounts is printed with the form or anywhere else; its figures are not read.",
            sourceLine: table.span.line))
        others.append(table)
        continue
      }
      var reading = reading(of: table, form: form, unit: unit)
      reading.isByShape = isByShape
      if let other = forms[form] {
        findings.append(repeated(reading, other))
        if other.figureCount >= reading.figureCount {
          others.append(table)
          continue
        }
        others.append(other.table)
      }
      forms[form] = reading
    }
    var ordered = forms.values.sorted { $0.form < $1.form }
    SubjectCodes.agree(&ordered, narrative: narrative, year: year)
    return (ordered, others, findings)
  }

  private func tooLarge(_ table: CleanedTable, _ form: Form) -> Finding {
    Finding(
      .workLimited, severity: .error, form: form,
      message:
        "The table has more than \(TransformLimits.mostRows) rows or \(TransformLimits.mostTokens) cells, more than any "
        + "form; its figures are not read.",
      sourceLine: table.span.line)
  }

  private func repeated(_ reading: FormReading, _ other: FormReading) -> Finding {
    Finding(
      .formRepeated, form: reading.form,
      message:
        "The form stands at lines \(other.table.span.line) and \(reading.table.span.line); the fuller one was read.",
      sourceLine: reading.table.span.line)
  }

  private func reading(of printed: CleanedTable, form: Form, unit: MoneyUnit) -> FormReading {
    var table = printed
    table.rows = TornFigures.mended(table.rows)
    let flat = FlatTable(table, form: form)
    table.rows = flat.rows
    var reading = FormReading(form: form, table: printed, unit: unit, measures: form.measures)
    reading.findings = flat.findings
    switch form.template.rows {
    case .lines:
      reading.rows = LineRowReader.read(
        table, form: form, unit: unit, subjects: .functional(in: year))
      readColumns(of: Array(table.rows.prefix { !LineRowReader.holdsLine($0) }), into: &reading)
    case .pairs:
      let result = ThreePublicReader.read(table, unit: unit)
      reading.rows = result.row.map { [$0] } ?? []
      reading.measures = result.measures
      reading.columnHypotheses = result.hypotheses
    case .subjects(let kind):
      let result = SubjectRowReader.read(table, form: form, unit: unit)
      reading.rows = kind == .economic ? EconomicColumns.lists(result.rows, in: table) : result.rows
      SubjectCodes(form: form, year: year).complete(&reading.rows)
      readColumns(of: result.headerRows, into: &reading)
    }
    reading.forgetStrayMarks()
    return reading
  }

  private func readColumns(of headerRows: [TableRow], into reading: inout FormReading) {
    reading.headerWidth = headerRows.lazy.map(\.width).max() ?? 0
    let columns = ColumnHypotheses(headerRows: headerRows, form: reading.form)
    if reading.form.measures.count > 1 {
      reading.measures = columns.measures()
      reading.columnHypotheses = columns.hypotheses(for: reading.measures)
    }
  }

  /// The unit that most tables print, or else the one that the narrative counts in.
  private static func commonUnit(of document: CleanedDocument) -> MoneyUnit? {
    var counts: [MoneyUnit: Int] = [:]
    for table in document.tables {
      if let unit = MoneyUnit(rawValue: table.unitPrinted) { counts[unit, default: 0] += 1 }
    }
    if let most = counts.max(by: { ($0.value, $0.key.yuan) < ($1.value, $1.key.yuan) }) { return most.key }
    let text = document.sections.lazy.filter { $0.part == .narrative }.flatMap(\.paragraphs).prefix(40)
    return text.contains { NormalText($0.text).contains("万元") } ? .tenThousandYuan : nil
  }
}

extension CleanedTable {
  /// Whether it is no larger than a form can be.
  fileprivate var isWithinLimits: Bool {
    rows.count <= TransformLimits.mostRows && rows.reduce(0) { $0 + $1.tokens.count } <= TransformLimits.mostTokens
  }
}

extension FormReading {
  /// How many figures its rows have.
  var figureCount: Int { rows.reduce(0) { $0 + $1.figures.count } }
}

import Accounts
import Classification

/// Reports which forms a disclosure lacks, which were recognised by their shape only, and which subjects are unknown.
enum FormFindings {
  /// The findings on the forms of one disclosure.
  static func findings(_ forms: [FormReading], year: FiscalYear?, report: FormSet) -> [Finding] {
    missing(forms, year: year, report) + forms.flatMap { shape($0) + subjects($0, year: year) + rules($0) }
  }

  private static func missing(_ forms: [FormReading], year: FiscalYear?, _ report: FormSet) -> [Finding] {
    guard !forms.isEmpty else { return [] }
    let expected = report.forms.filter { form in
      form.template.firstYear.map { first in year.map { $0.year >= first } ?? false } ?? true
    }
    return expected.filter { form in !forms.contains { $0.form == form } }.map { form in
      Finding(
        .formMissing, severity: isOptional(form, forms) ? .info : .warning, form: form,
        message: "The form \(form.title) is not in the disclosure.")
    }
  }

  /// Whether a unit may leave the form out: it has no such fund, as gk04 shows.
  private static func isOptional(_ form: Form, _ forms: [FormReading]) -> Bool {
    guard let budget = form.template.budget, budget != .generalPublic else { return false }
    let fund = budget.line
    guard let appropriation = forms.first(where: { $0.form == .gk04 }) else { return false }
    return !appropriation.rows.contains { row in
      row.side == .revenue && row.key == fund && row.figures.contains { $0.amount != .zero }
    }
  }

  /// Whether identities printed under a form were left unread.
  private static func rules(_ reading: FormReading) -> [Finding] {
    guard PrintedIdentities.exceedLimits(reading.table.notes) else { return [] }
    return [
      Finding(
        .workLimited, form: reading.form,
        message: "More identities are printed under the form, or longer ones, than are read.",
        sourceLine: reading.table.span.line)
    ]
  }

  private static func shape(_ reading: FormReading) -> [Finding] {
    guard reading.isByShape else { return [] }
    return [
      Finding(
        .formByShape, form: reading.form,
        message: "The table has no title; its columns are those of \(reading.form.title).",
        sourceLine: reading.table.span.line)
    ]
  }

  private static func subjects(_ reading: FormReading, year: FiscalYear?) -> [Finding] {
    guard reading.form.hasSubjects else { return [] }
    let table = SubjectTable.table(of: reading.form, in: year)
    return reading.rows.filter { $0.kind == .subject && !$0.code.isEmpty && !$0.figures.isEmpty }.compactMap { row in
      guard let subject = table[row.code] else {
        return Finding(
          .subjectUnknown, form: reading.form, row: row.key, printed: "\(row.codePrinted) \(row.namePrinted)",
          message: "The classification has no subject \(row.code); it is kept as printed.", sourceLine: row.span.line)
      }
      let name = NormalText(row.name)
      guard !name.isEmpty, !table.isName(name, of: row.code) else { return nil }
      return Finding(
        .subjectNameDiffers, form: reading.form, row: row.key, printed: row.namePrinted, expected: subject.name,
        message: "The name printed beside \(row.code) is not one that the classification gives it.",
        sourceLine: row.span.line)
    }
  }
}

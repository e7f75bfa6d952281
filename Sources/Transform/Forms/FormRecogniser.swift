import Accounts
import Classification

/// Tells which form a table is: by its title, or by the words of its header where the title is lost.
enum FormRecogniser {
  /// The form that a table is, and whether only its shape tells; nil for other tables.
  static func form(of table: CleanedTable, among forms: FormSet) -> (form: Form, isByShape: Bool)? {
    if !table.title.isEmpty, let title = TableTitle(NormalText(table.title), among: forms) {
      if case .form(let form) = title, !(form.isBySubject && isByUnit(table)) { return (form, false) }
      return nil
    }
    return shape(of: table, among: forms).map { ($0, true) }
  }

  /// Whether a table with the columns of a form has units in its rows instead of subjects.
  private static func isByUnit(_ table: CleanedTable) -> Bool {
    let header = table.rows.prefix(12).flatMap(\.tokens).prefix { $0.number == nil }
    return header.contains { unitHeadings.contains($0.normal) } && !header.contains { $0.normal.contains("科目") }
  }

  private static let unitHeadings: Set<NormalText> = ["单位名称", "预算单位", "单位编码", "单位"]

  /// The form that its words tell.
  private static func shape(of table: CleanedTable, among forms: FormSet) -> Form? {
    let words = NormalText(units: table.rows.prefix(40).flatMap { $0.tokens.flatMap { $0.normal.units + [0x7C] } })
    func has(_ word: NormalText) -> Bool { words.contains(word) }
    if has("预算数"), !has("决算") { return nil }
    return forms.form(shaped: has) { budget(of: table) }
  }

  /// The budget of all subjects in a table: the forms of the three budgets look alike otherwise.
  private static func budget(of table: CleanedTable) -> SubjectBudget? {
    let subjects = SubjectTable.functional(in: nil)
    let printed = table.rows.lazy.flatMap(\.tokens).compactMap { token -> Subject? in
      guard let number = token.number, number.isPlainInteger, token.normal.count > 3 else { return nil }
      return subjects[token.normal.description]
    }
    let budgets = Set(printed.map(\.budget))
    return budgets.count == 1 ? budgets.first : nil
  }
}

import Accounts
import Classification

/// Tells which form a table is: by its title, or by the words of its header where the title is lost.
enum FormRecogniser {
  /// The form that a table is, and whether only its shape tells; nil for other tables.
  static func form(of table: CleanedTable) -> (form: Form, isByShape: Bool)? {
    if !table.title.isEmpty, let title = TableTitle(NormalText(table.title)) {
      if case .form(let form) = title, !(form.isBySubject && isByUnit(table)) { return (form, false) }
      return nil
    }
    return shape(of: table).map { ($0, true) }
  }

  /// Whether a table with the columns of a form has units in its rows instead of subjects.
  private static func isByUnit(_ table: CleanedTable) -> Bool {
    let header = table.rows.prefix(12).flatMap(\.tokens).prefix { $0.number == nil }
    return header.contains { unitHeadings.contains($0.normal) } && !header.contains { $0.normal.contains("科目") }
  }

  private static let unitHeadings: Set<NormalText> = ["单位名称", "预算单位", "单位编码", "单位"]

  /// The form that only has such words; nil where several forms would.
  private static func shape(of table: CleanedTable) -> Form? {
    let words = NormalText(units: table.rows.prefix(40).flatMap { $0.tokens.flatMap { $0.normal.units + [0x7C] } })
    func has(_ word: NormalText) -> Bool { words.contains(word) }
    if has("预算数"), !has("决算") { return nil }
    if has("经济分类") || has("工资福利支出") {
      return has("人员经费") && has("公用经费") || has("工资福利支出") && has("商品和服务支") ? .gk06 : nil
    }
    if has("本年支出合计"), has("一般公共服务支出"), has("总计") {
      if has("事业收入") || has("经营收入") { return .gk01 }
      return has("政府性基金预算") ? .gk04 : nil
    }
    guard has("科目") else {
      return has("因公出国") && has("接待") && has("用车") ? .gk09 : nil
    }
    if has("上级补助收入"), has("附属单位上缴收入") { return .gk02 }
    if has("上缴上级支出"), has("经营支出") { return .gk03 }
    guard has("基本支出"), has("项目支出") else { return nil }
    return bySubjects(of: table, hasBalances: has("年初") && has("年末"))
  }

  /// The forms of the three budgets look alike; only the subjects in their rows tell them apart.
  private static func bySubjects(of table: CleanedTable, hasBalances: Bool) -> Form? {
    let subjects = SubjectTable.functional(in: nil)
    let printed = table.rows.lazy.flatMap(\.tokens).compactMap { token -> Subject? in
      guard let number = token.number, number.isPlainInteger, token.normal.count > 3 else { return nil }
      return subjects[token.normal.description]
    }
    let budgets = Set(printed.map(\.budget))
    guard budgets.count == 1, let budget = budgets.first else { return nil }
    switch budget {
    case .generalPublic: return hasBalances ? nil : .gk05
    case .governmentFund: return hasBalances ? .gk07 : nil
    case .stateCapital: return .gk08
    }
  }
}

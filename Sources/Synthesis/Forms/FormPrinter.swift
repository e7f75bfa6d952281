import Accounts
import Classification

/// What all forms need to print themselves: who, when, how, and the figures.
struct FormPrinter {
  let unit: SyntheticUnit
  let year: FiscalYear
  let style: Style
  let accounts: SyntheticAccounts
  /// The names of functional subjects in the year.
  let subjects: SubjectDraw

  init(unit: SyntheticUnit, year: FiscalYear, style: Style, accounts: SyntheticAccounts) {
    self.unit = unit
    self.year = year
    self.style = style
    self.accounts = accounts
    subjects = SubjectDraw(year: year)
  }

  /// The forms, and other tables among them, in the order in which the style prints them.
  var tables: [RenderedForm] {
    entries.enumerated().compactMap { index, entry in
      guard case .form(let form) = entry else {
        var other = other(entry)
        decorate(&other, number: index + 1)
        return other
      }
      let isEmpty =
        !(form == .gk07 || form == .gk08) ? false : accounts.sum(form, .revenue) + accounts.sum(form, .total) == 0
      if isEmpty, style.omitsEmptyForms { return nil }
      var printed = print(form)
      decorate(&printed, number: index + 1)
      if isEmpty { printed.notes.append("说明：本单位当年没有列入本表的收支。") }
      return printed
    }
  }

  /// The titles of all tables, as the contents list them.
  var titles: [String] {
    entries.map { if case .form(let form) = $0 { title(of: form) } else { other($0).title } }
  }

  /// A form or another table, in printed order.
  private enum Entry {
    case form(Form)
    case other(Variants.OtherTable)
  }

  /// The other tables stand behind the form that they go into.
  private var entries: [Entry] {
    let others = style.variants.otherTables
    return order.flatMap { form -> [Entry] in
      let behind = others.filter { $0.precedingForm == form || !order.contains($0.precedingForm) && form == order.last }
      return [.form(form)] + behind.map { .other($0) }
    }
  }

  private func other(_ entry: Entry) -> RenderedForm {
    if case .other(let table) = entry { otherTable(table) } else { RenderedForm(form: nil, title: "", rows: []) }
  }

  /// The forms that the year and the style have.
  private var order: [Form] {
    let start: [Form] = [.gk01, .gk02, .gk03, .gk04, .gk05, .gk06]
    // Eight forms before 2019: state capital had none of its own.
    let funds: [Form] = hasStateCapital ? [.gk07, .gk08] : [.gk07]
    return style.isThreePublicSeventh ? start + [.gk09] + funds : start + funds + [.gk09]
  }

  /// Whether the year's forms know 国有资本经营预算.
  var hasStateCapital: Bool { year.year >= 2019 }

  /// The title without a year and a number.
  func title(of form: Form) -> String {
    switch form {
    case .gk01 where style.variants.hasPlainOverallTitle: "收入支出决算表"
    case .gk05 where style.variants.generalPublicTitle == .appropriationDetail: "财政拨款支出决算明细表"
    case .gk05 where style.variants.generalPublicTitle == .withBalances: "一般公共预算财政拨款收入支出决算表"
    case .gk06 where style.variants.economicShape == .columns: "基本支出决算表"
    case .gk06 where style.economicBlocks != .three: "一般公共预算财政拨款基本支出决算表"
    case .gk08 where style.hasStateCapitalBalances: "国有资本经营预算财政拨款收入支出决算表"
    case .gk09 where !style.variants.extraExpenses.isEmpty:
      "财政拨款“三公”经费及\(style.variants.extraExpenses.map(\.rawValue).joined(separator: "、"))支出决算表"
    case .gk09 where style.threePublicShape == .rows: "一般公共预算财政拨款“三公”经费支出决算表"
    default: form.title
    }
  }

  /// A cell for a figure in hundredths of the accounts' unit, blank as the style prints blanks.
  func amount(_ form: Form, _ side: Side, _ row: RowKey, _ measure: Measure, _ hundredths: Int64) -> GridCell {
    let unit = style.unit(of: form)
    let printed = style.printed(hundredths, in: unit)
    var cell = amountCell(hundredths, in: unit)
    cell.key = CellKey(form, side, row, measure)
    if hundredths != 0 || style.blank.isZero { cell.amount = Amount(thousandths: printed * unit.yuan * 10) }
    return cell
  }

  /// A cell that prints a figure of no place in the datasets.
  func amountCell(_ hundredths: Int64, in unit: MoneyUnit) -> GridCell {
    let text = AmountText.text(style.printed(hundredths, in: unit), isGrouped: style.isGrouped)
    return GridCell(hundredths == 0 ? style.blank.rawValue : text, .amount)
  }

  private func print(_ form: Form) -> RenderedForm {
    switch form {
    case .gk01: revenueAndExpenditure()
    case .gk04: fiscalAppropriation()
    case .gk06: basicExpenditure()
    case .gk09: threePublicExpenses()
    default: bySubject(form)
    }
  }

  private func decorate(_ printed: inout RenderedForm, number: Int) {
    let prefix =
      switch style.titleYear {
      case .joined: "\(year)年度"
      case .spaced: "\(year) 年度"
      case .none: ""
      }
    printed.title = prefix + printed.title + (style.formNumber == .inTitle ? "（表\(number)）" : "")
    printed.number = style.formNumber == .publicTable ? "公开\(number < 10 ? "0" : "")\(number)表" : ""
    printed.reporter = style.formNumber == .none ? "" : "部门：\(unit.name)"
    printed.unit = "单位：\(style.unit(of: printed.form).rawValue)"
  }
}

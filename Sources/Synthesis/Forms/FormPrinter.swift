import Accounts

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

  /// The forms in the order in which the style prints them.
  var forms: [RenderedForm] {
    order.enumerated().compactMap { index, form in
      let isEmpty =
        !(form == .gk07 || form == .gk08) ? false : accounts.sum(form, .revenue) + accounts.sum(form, .total) == 0
      if isEmpty, style.omitsEmptyForms { return nil }
      var printed = print(form)
      decorate(&printed, number: index + 1)
      if isEmpty { printed.notes.append("说明：本单位当年没有列入本表的收支。") }
      return printed
    }
  }

  /// The forms that the year and the style have.
  var order: [Form] {
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
    case .gk06 where style.economicBlocks != .three: "一般公共预算财政拨款基本支出决算表"
    case .gk08 where style.hasStateCapitalBalances: "国有资本经营预算财政拨款收入支出决算表"
    case .gk09 where style.threePublicShape == .rows: "一般公共预算财政拨款“三公”经费支出决算表"
    default: form.title
    }
  }

  /// A cell for a figure, blank as the style prints blanks.
  func amount(_ form: Form, _ side: Side, _ row: RowKey, _ measure: Measure, _ hundredths: Int64) -> GridCell {
    let printsZero = style.blank == .zero
    let text =
      hundredths == 0 ? style.blank.rawValue : AmountText.text(hundredths, isGrouped: style.isGrouped)
    var cell = GridCell(text, .amount)
    cell.key = CellKey(form, side, row, measure)
    if hundredths != 0 || printsZero {
      cell.amount = Amount(thousandths: hundredths * style.moneyUnit.yuan * 10)
    }
    return cell
  }

  private func print(_ form: Form) -> RenderedForm {
    switch form {
    case .gk01: revenueAndExpenditure()
    case .gk04: fiscalAppropriation()
    case .gk06: basicExpenditure()
    case .gk09: threePublicExpenses()
    case .gk02, .gk03, .gk05, .gk07, .gk08: bySubject(form)
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
    printed.unit = "单位：\(style.moneyUnit.rawValue)"
  }
}

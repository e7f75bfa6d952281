import Accounts
import Classification

/// gk04 财政拨款收入支出决算总表.
extension FormPrinter {
  func fiscalAppropriation() -> RenderedForm {
    let lines = ClassLines(year: year, hasDebt: style.hasDebtLines)
    var left = budgetNames.map { budget, name in
      revenueLine(name, RowKey(Self.measure(budget).rawValue), accounts.fiscal(budget, \.revenue))
    }
    left = zip(Self.numbered(left.map(\.label)), left).map { SideLine(label: $0, figures: $1.figures) }
    left += Array(repeating: .empty(1), count: lines.codes.count - left.count)
    var right = zip(lines.codes, classLabels(lines)).map { code, label in
      expenditureLine(label, RowKey(code)) { accounts.fiscal($0, \.total, below: code) }
    }
    left += revenueTotals()
    right += expenditureTotals()
    let rows = header + sideColumnNumbers(left: 1, right: width) + twoSided(left, right, totals: 3 + budgetNames.count)
    return RenderedForm(form: .gk04, title: title(of: .gk04), rows: rows, notes: notes(lines: lines.codes.count))
  }

  /// The budgets that the year's form knows, with the names of their appropriations.
  private var budgetNames: [(SubjectBudget, String)] {
    let budgets: [(SubjectBudget, String)] = [
      (.generalPublic, "一般公共预算财政拨款"), (.governmentFund, "政府性基金预算财政拨款"),
      (.stateCapital, "国有资本经营预算财政拨款"),
    ]
    return hasStateCapital ? budgets : Array(budgets.prefix(2))
  }

  /// Columns of figures on the side of expenditure.
  private var width: Int { budgetNames.count + 1 }

  private static func measure(_ budget: SubjectBudget) -> Measure {
    switch budget {
    case .generalPublic: .generalPublic
    case .governmentFund: .governmentFund
    case .stateCapital: .stateCapital
    }
  }

  private func revenueLine(_ label: String, _ row: RowKey, _ hundredths: Int64) -> SideLine {
    SideLine(label: label, figures: [amount(.gk04, .revenue, row, .amount, hundredths)])
  }

  private func expenditureLine(_ label: String, _ row: RowKey, _ value: (SubjectBudget) -> Int64) -> SideLine {
    let values = budgetNames.map { value($0.0) }
    let total = amount(.gk04, .expenditure, row, .total, values.reduce(0, +))
    let parts = zip(budgetNames, values).map { amount(.gk04, .expenditure, row, Self.measure($0.0), $1) }
    return SideLine(label: label, figures: [total] + parts)
  }

  private func revenueTotals() -> [SideLine] {
    let revenue = accounts.fiscal(\.revenue)
    let opening = accounts.fiscal(\.opening)
    var lines = [
      revenueLine("本年收入合计", "revenue_total", revenue),
      revenueLine("年初财政拨款结转和结余", "opening_balance", opening),
    ]
    for (budget, name) in budgetNames {
      lines.append(
        revenueLine(name, RowKey("opening_\(Self.measure(budget).rawValue)"), accounts.fiscal(budget, \.opening)))
    }
    return lines + [revenueLine("总计", "grand_total", revenue + opening)]
  }

  private func expenditureTotals() -> [SideLine] {
    var lines = [
      expenditureLine("本年支出合计", "expenditure_total") { accounts.fiscal($0, \.total) },
      expenditureLine("年末财政拨款结转和结余", "closing_balance") { accounts.fiscal($0, \.closing) },
    ]
    lines += Array(repeating: .empty(width), count: budgetNames.count)
    let grandTotal = expenditureLine("总计", "grand_total") {
      accounts.fiscal($0, \.total) + accounts.fiscal($0, \.closing)
    }
    return lines + [grandTotal]
  }

  private var header: [GridRow] {
    let left = style.hasLineNumbers ? ["项目", "行次", "决算数"] : ["项目", "决算数"]
    let right = style.hasLineNumbers ? ["项目", "行次"] : ["项目"]
    let columns = ["合计"] + budgetNames.map(\.1)
    return [
      GridRow(.header, [GridCell("收入", columns: left.count), GridCell("支出", columns: right.count + columns.count)]),
      GridRow(.header, (left + right + columns).map { GridCell($0) }),
    ]
  }

  private func notes(lines: Int) -> [String] {
    let note = "注：本表列示本单位当年财政拨款的收入、支出和结转结余。"
    guard style.printsIdentities, style.hasLineNumbers else { return [note] }
    let budgets = budgetNames.count
    let total = lines + 1
    let grand = total + 2 + budgets
    let start = grand + 1
    let spent = start + lines
    let sum = (1...budgets).map(String.init).joined(separator: "＋")
    let opening = (1...budgets).map { String(total + 1 + $0) }.joined(separator: "＋")
    return [
      note, "\(total)行＝（\(sum)）行；\(total + 1)行＝（\(opening)）行；\(grand)行＝（\(total)＋\(total + 1)）行；",
      "\(spent)行＝（\(start)＋\(start + 1)＋…＋\(spent - 1)）行；\(2 * grand)行＝（\(spent)＋\(spent + 1)）行。",
    ]
  }
}

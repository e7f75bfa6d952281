import Accounts
import Classification

/// gk01 收入支出决算总表.
extension FormPrinter {
  func revenueAndExpenditure() -> RenderedForm {
    let lines = ClassLines(year: year, hasDebt: style.hasDebtLines)
    var left = revenueLines()
    let revenueCount = left.count
    left += Array(repeating: .empty(1), count: lines.codes.count + padding(lines) - left.count)
    var right = zip(lines.codes, classLabels(lines)).map { code, label in
      line(.expenditure, label, RowKey(code), accounts.sum(.gk03, .total, below: code))
    }
    right += Array(repeating: .empty(1), count: padding(lines))
    left += revenueTotals()
    right += expenditureTotals()
    let header = [
      GridRow(
        .header,
        [GridCell("收入", columns: style.hasLineNumbers ? 3 : 2), GridCell("支出", columns: style.hasLineNumbers ? 3 : 2)]),
      GridRow(.header, columnHeads + columnHeads),
    ]
    let rows = header + sideColumnNumbers(left: 1, right: 1) + twoSided(left, right, totals: 4)
    return RenderedForm(
      form: .gk01, title: title(of: .gk01), rows: rows,
      notes: notes(revenueCount: revenueCount, lines: left.count - 4))
  }

  /// Blank lines above the totals, so that expenditure begins with the line of the style; none where it is too low.
  private func padding(_ lines: ClassLines) -> Int {
    max(0, (style.variants.firstExpenditureLine ?? 0) - lines.codes.count - 5)
  }

  private var columnHeads: [GridCell] {
    style.hasLineNumbers
      ? [GridCell("项目"), GridCell("行次"), GridCell("决算数")] : [GridCell("项目"), GridCell("决算数")]
  }

  private func line(_ side: Side, _ label: String, _ row: RowKey, _ hundredths: Int64) -> SideLine {
    SideLine(label: label, figures: [amount(.gk01, side, row, .amount, hundredths)])
  }

  private func revenueLines() -> [SideLine] {
    let isTogether = style.variants.appropriationLines == .together
    var budgets: [(String, RowKey, Int64)] = [
      ("一般公共预算财政拨款收入", "general_public", accounts.fiscal(.generalPublic, \.revenue)),
      ("政府性基金预算财政拨款收入", "government_fund", accounts.fiscal(.governmentFund, \.revenue)),
    ]
    if hasStateCapital {
      budgets.append(("国有资本经营预算财政拨款收入", "state_capital", accounts.fiscal(.stateCapital, \.revenue)))
    }
    let together: [(String, RowKey, Int64)] = [("财政拨款收入", "fiscal_appropriation", accounts.fiscal(\.revenue))]
    let entries: [(String, RowKey, Int64)] =
      (isTogether ? together : budgets) + [
        ("上级补助收入", "superior_subsidy", accounts.sum(.gk02, .superiorSubsidy)),
        ("事业收入", "institutional", accounts.sum(.gk02, .institutional)),
        ("经营收入", "operating", accounts.sum(.gk02, .operating)),
        ("附属单位上缴收入", "affiliated_remittance", accounts.sum(.gk02, .affiliatedRemittance)),
        ("其他收入", "other", accounts.sum(.gk02, .other)),
      ]
    var lines = zip(Self.numbered(entries.map(\.0)), entries).map { label, entry in
      line(.revenue, label, entry.1, entry.2)
    }
    if isTogether {
      // The datasets have a line for each budget, and none for all of them.
      lines[0].figures = [amountCell(accounts.fiscal(\.revenue), in: style.unit(of: .gk01))]
      let parts = budgets.dropFirst().enumerated().map { index, part in
        line(.revenue, (index == 0 ? "其中：" : "") + String(part.0.dropLast(2)), part.1, part.2)
      }
      lines.insert(contentsOf: parts, at: 1)
    }
    return lines
  }

  private func revenueTotals() -> [SideLine] {
    let revenue = accounts.sum(.gk02, .total)
    let opening = accounts.fiscal(\.opening) + accounts.nonFiscalOpening
    let surplusLabel = year.year <= 2018 ? "用事业基金弥补收支差额" : "使用非财政拨款结余"
    return [
      line(.revenue, "本年收入合计", "revenue_total", revenue),
      line(.revenue, surplusLabel, "non_fiscal_surplus_used", accounts.nonFiscalSurplusUsed),
      line(.revenue, "年初结转和结余", "opening_balance", opening),
      line(.revenue, "总计", "grand_total", revenue + accounts.nonFiscalSurplusUsed + opening),
    ]
  }

  private func expenditureTotals() -> [SideLine] {
    let expenditure = accounts.sum(.gk03, .total)
    let closing = accounts.fiscal(\.closing) + accounts.nonFiscalClosing
    return [
      line(.expenditure, "本年支出合计", "expenditure_total", expenditure),
      line(.expenditure, "结余分配", "surplus_distribution", accounts.surplusDistribution),
      line(.expenditure, "年末结转和结余", "closing_balance", closing),
      line(.expenditure, "总计", "grand_total", expenditure + accounts.surplusDistribution + closing),
    ]
  }

  private func notes(revenueCount: Int, lines: Int) -> [String] {
    let note = "注：本表列示本单位当年全部收入、支出和结转结余。"
    guard style.printsIdentities, style.hasLineNumbers else { return [note] }
    let total = lines + 1
    let start = lines + 5
    let spent = start + lines
    let isTogether = style.variants.appropriationLines == .together
    let sources = isTogether ? "1＋\(hasStateCapital ? 4 : 3)＋…＋\(revenueCount)" : "1＋2＋…＋\(revenueCount)"
    return [
      note,
      "\(total)行＝（\(sources)）行；\(total + 3)行＝（\(total)＋\(total + 1)＋\(total + 2)）行；",
      "\(spent)行＝（\(start)＋\(start + 1)＋…＋\(spent - 1)）行；\(spent + 3)行＝（\(spent)＋\(spent + 1)＋\(spent + 2)）行。",
    ]
  }
}

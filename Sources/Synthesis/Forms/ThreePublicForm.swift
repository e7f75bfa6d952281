import Accounts
import Classification

/// gk09 财政拨款“三公”经费支出决算表.
extension FormPrinter {
  func threePublicExpenses() -> RenderedForm {
    let rows =
      switch style.threePublicShape {
      case .halves: besideHalves(halves())
      case .pairs: besidePairs(pairs())
      case .rows: itemRows() + extraRows()
      }
    var notes = ["注：本表列示本单位当年“三公”经费的预算数和决算数。"]
    if style.printsIdentities, style.threePublicShape == .halves, style.hasColumnNumbers,
      style.variants.extraExpenses.isEmpty
    {
      notes.append("1栏＝（2＋3＋6）栏；3栏＝（4＋5）栏；7栏＝（8＋9＋12）栏；9栏＝（10＋11）栏。")
    }
    return RenderedForm(form: .gk09, title: title(of: .gk09), rows: rows, notes: notes)
  }

  private var budgetCells: [GridCell] {
    zip(Measure.threePublicBudget, accounts.threePublic.budget.inOrder).map { amount(.gk09, .none, .total, $0, $1) }
  }

  private var actualCells: [GridCell] {
    zip(Measure.threePublicActual, accounts.threePublic.actual.inOrder).map { amount(.gk09, .none, .total, $0, $1) }
  }

  private func halves() -> [GridRow] {
    let labels = ColumnLabel.threePublic
    let half = [
      GridCell(labels[0], rows: 2), GridCell(labels[1], rows: 2), GridCell(labels[2], columns: 3),
      GridCell(labels[5], rows: 2),
    ]
    var covered = GridCell.blank
    covered.isCovered = true
    let lower = [covered, covered, GridCell("小计"), GridCell(labels[3]), GridCell(labels[4]), covered]
    var rows = [
      GridRow(.header, [GridCell("预算数", columns: 6), GridCell("决算数", columns: 6)]),
      GridRow(.header, half + half), GridRow(.header, lower + lower),
    ]
    if style.hasColumnNumbers {
      rows.append(GridRow(.columnNumbers, (1...12).map { GridCell(String($0), .number) }))
    }
    return rows + [GridRow(.data, budgetCells + actualCells)]
  }

  private func pairs() -> [GridRow] {
    let labels = ColumnLabel.threePublic
    let vehicles = GridCell(labels[2], columns: 6)
    let reception = GridCell(labels[5], columns: 2, rows: 2)
    var covered = GridCell.blank
    covered.isCovered = true
    let under = [covered, covered]
    let parts = [GridCell("小计", columns: 2), GridCell(labels[3], columns: 2), GridCell(labels[4], columns: 2)]
    let start = [GridCell(labels[0], columns: 2, rows: 2), GridCell(labels[1], columns: 2, rows: 2)]
    let order = style.isReceptionFirst ? [0, 1, 5, 2, 3, 4] : [0, 1, 2, 3, 4, 5]
    let budget = budgetCells
    let actual = actualCells
    return [
      GridRow(.header, start + (style.isReceptionFirst ? [reception, vehicles] : [vehicles, reception])),
      GridRow(.header, under + under + (style.isReceptionFirst ? under + parts : parts + under)),
      GridRow(.header, order.flatMap { _ in [GridCell("预算数"), GridCell("决算数")] }),
      GridRow(.data, order.flatMap { [budget[$0], actual[$0]] }),
    ]
  }

  private func itemRows() -> [GridRow] {
    let labels = [
      "合计", "1.因公出国（境）费", "2.公务用车购置及运行维护费", "其中：（1）公务用车购置费", "（2）公务用车运行维护费",
      "3.公务接待费",
    ]
    let swapped = ["合计", "1.因公出国（境）费", "3.公务用车购置及运行维护费", labels[3], labels[4], "2.公务接待费"]
    let order = style.isReceptionFirst ? [0, 1, 5, 2, 3, 4] : [0, 1, 2, 3, 4, 5]
    let budget = budgetCells
    let actual = actualCells
    let names = style.isReceptionFirst ? swapped : labels
    let rows = order.map { GridRow($0 == 0 ? .total : .data, [GridCell(names[$0], .name), budget[$0], actual[$0]]) }
    return [GridRow(.header, [GridCell("项目"), GridCell("预算数"), GridCell("决算数")])] + rows
  }
}

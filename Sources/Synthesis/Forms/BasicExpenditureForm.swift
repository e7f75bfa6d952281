import Accounts
import Classification

/// gk06 一般公共预算财政拨款基本支出决算明细表.
extension FormPrinter {
  func basicExpenditure() -> RenderedForm {
    if style.variants.economicShape == .columns { return basicExpenditureInColumns() }
    let personnel = EconomicTemplate.personnelRows
    let goods = EconomicTemplate.goodsRows
    let capital = EconomicTemplate.capitalRows
    let blocks: [[String]] =
      switch style.economicBlocks {
      case .one: [personnel + goods + capital]
      case .two: [personnel, goods + capital]
      case .three: [personnel, goods, capital]
      }
    var rows = header(blocks: blocks.count)
    for index in 0..<(blocks.map(\.count).max() ?? 0) {
      rows.append(GridRow(.data, blocks.flatMap { cells($0, index) }))
    }
    rows += totals(blocks: blocks.count)
    return RenderedForm(
      form: .gk06, title: title(of: .gk06), rows: rows, notes: ["注：本表列示本单位当年基本支出的经济分类。"])
  }

  private func cells(_ block: [String], _ index: Int) -> [GridCell] {
    guard index < block.count else { return Array(repeating: .blank, count: economicWidth) }
    let code = block[index]
    return economicCells(code) + [amount(.gk06, .none, RowKey(code), .amount, accounts.economicSum(code))]
  }

  /// Code, in one column or two, and name of an economic subject.
  private func economicCells(_ code: String) -> [GridCell] {
    let name = GridCell(EconomicTemplate.name(of: code, in: year), .name)
    guard style.variants.splitsEconomicCodes else { return [GridCell(code, .code), name] }
    return [GridCell(String(code.prefix(3)), .code), GridCell(String(code.dropFirst(3)), .code), name]
  }

  /// Columns of one list: code, name and amount.
  private var economicWidth: Int { style.variants.splitsEconomicCodes ? 4 : 3 }

  private func header(blocks: Int) -> [GridRow] {
    let width = economicWidth
    let columns = [GridCell("经济分类科目编码", columns: width - 2), GridCell("科目名称"), GridCell("决算数")]
    let heads = GridRow(.header, Array(repeating: columns, count: blocks).flatMap { $0 })
    guard blocks > 1 else { return [heads] }
    let groups = [GridCell("人员经费", columns: width), GridCell("公用经费", columns: width * (blocks - 1))]
    return [GridRow(.header, groups), heads]
  }

  private func totals(blocks: Int) -> [GridRow] {
    let personnel = amount(.gk06, .none, "personnel_total", .amount, accounts.economicSum("301", "303"))
    let goods = amount(.gk06, .none, "public_total", .amount, accounts.economicSum("302", "310"))
    let label = GridCell("人员经费合计", columns: economicWidth - 1)
    if blocks == 1 {
      return [
        GridRow(.total, [label, personnel]),
        GridRow(.total, [GridCell("公用经费合计", columns: economicWidth - 1), goods]),
      ]
    }
    let goodsLabel = GridCell("公用经费合计", columns: economicWidth * (blocks - 1) - 1)
    return [GridRow(.total, [label, personnel, goodsLabel, goods])]
  }

  /// One list of the subjects that have a figure, with the columns 合计, 人员经费 and 公用经费.
  private func basicExpenditureInColumns() -> RenderedForm {
    let width = economicWidth
    let groups = [GridCell("项目", columns: width - 1), GridCell("本年基本支出", columns: 3)]
    let heads = ["合计", "人员经费", "公用经费"].map { GridCell($0) }
    let columns = [GridCell("经济分类科目编码", columns: width - 2), GridCell("科目名称")] + heads
    let rows = (EconomicTemplate.personnelRows + EconomicTemplate.goodsRows + EconomicTemplate.capitalRows).sorted()
      .filter { accounts.economicSum($0) > 0 }.map(columnRow)
    return RenderedForm(
      form: .gk06, title: title(of: .gk06),
      rows: [GridRow(.header, groups), GridRow(.header, columns), columnTotal(width - 1)] + rows,
      notes: ["注：本表列示本单位当年基本支出的经济分类。"])
  }

  private func columnTotal(_ labelWidth: Int) -> GridRow {
    let personnel = accounts.economicSum("301", "303")
    let goods = accounts.economicSum("302", "310")
    return GridRow(
      .total,
      [
        GridCell("合计", columns: labelWidth), amountCell(personnel + goods, in: style.unit(of: .gk06)),
        amount(.gk06, .none, "personnel_total", .amount, personnel),
        amount(.gk06, .none, "public_total", .amount, goods),
      ])
  }

  /// The figure of a subject stands under 合计 and again under one of the other two.
  private func columnRow(_ code: String) -> GridRow {
    let figure = accounts.economicSum(code)
    let isPersonnel = code.hasPrefix("301") || code.hasPrefix("303")
    let parts = [isPersonnel ? figure : 0, isPersonnel ? 0 : figure].map { amountCell($0, in: style.unit(of: .gk06)) }
    return GridRow(
      .data, economicCells(code) + [amount(.gk06, .none, RowKey(code), .amount, figure)] + parts)
  }
}

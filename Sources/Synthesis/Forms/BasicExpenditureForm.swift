import Accounts

/// gk06 一般公共预算财政拨款基本支出决算明细表.
extension FormPrinter {
  func basicExpenditure() -> RenderedForm {
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
    guard index < block.count else { return [.blank, .blank, .blank] }
    let code = block[index]
    let name = EconomicTemplate.name(of: code, in: year)
    return [
      GridCell(code, .code), GridCell(name, .name),
      amount(.gk06, .none, RowKey(code), .amount, accounts.economicSum(code)),
    ]
  }

  private func header(blocks: Int) -> [GridRow] {
    let columns = ["经济分类科目编码", "科目名称", "决算数"].map { GridCell($0) }
    let heads = GridRow(.header, Array(repeating: columns, count: blocks).flatMap { $0 })
    guard blocks > 1 else { return [heads] }
    return [GridRow(.header, [GridCell("人员经费", columns: 3), GridCell("公用经费", columns: 3 * blocks - 3)]), heads]
  }

  private func totals(blocks: Int) -> [GridRow] {
    let personnel = amount(.gk06, .none, "personnel_total", .amount, accounts.economicSum("301", "303"))
    let goods = amount(.gk06, .none, "public_total", .amount, accounts.economicSum("302", "310"))
    if blocks == 1 {
      return [
        GridRow(.total, [GridCell("人员经费合计", columns: 2), personnel]),
        GridRow(.total, [GridCell("公用经费合计", columns: 2), goods]),
      ]
    }
    let label = GridCell("公用经费合计", columns: 3 * blocks - 4)
    return [GridRow(.total, [GridCell("人员经费合计", columns: 2), personnel, label, goods])]
  }
}

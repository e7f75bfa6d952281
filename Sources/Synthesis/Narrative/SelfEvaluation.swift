import Accounts

/// A self-evaluation of one project: a table that is none of the nine forms.
extension NarrativePrinter {
  var attachments: [Block] {
    let amount = accounts.items.reduce(0) { max($0, $1.fiscal.project) }
    guard amount > 0 else { return [] }
    let text = AmountText.text(
      forms.style.printed(amount, in: forms.style.moneyUnit), isGrouped: forms.style.isGrouped)
    let rows = [
      GridRow(.header, [GridCell("项目名称"), GridCell("年度任务专项", columns: 5)]),
      GridRow(
        .header, [GridCell("预算执行情况"), GridCell("预算数"), GridCell("执行数"), GridCell("执行率"), GridCell("得分", columns: 2)]),
      GridRow(
        .data,
        [
          GridCell("金额"), GridCell(text, .number), GridCell(text, .number), GridCell("100%"),
          GridCell("20", columns: 2),
        ]),
      GridRow(.header, ["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值", "得分"].map { GridCell($0) }),
      GridRow(.data, ["产出指标", "数量指标", "办结事项", "≥95%", "97%", "40"].map { GridCell($0) }),
      GridRow(.data, ["效益指标", "满意度指标", "来访者满意度", "≥90%", "93%", "40"].map { GridCell($0) }),
    ]
    let table = RenderedForm(
      form: nil, title: "\(year)年度年度任务专项项目自评表", unit: "单位：\(forms.style.moneyUnit.rawValue)", rows: rows)
    return [.heading(1, "第五部分 附件"), .table(table)]
  }
}

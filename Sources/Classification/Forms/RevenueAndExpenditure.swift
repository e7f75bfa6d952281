import Accounts

extension Form {
  /// 收入支出决算总表: all revenue and all expenditure, side by side.
  public static let gk01 = Form(
    FormTemplate(
      id: "gk01", order: 1, title: "收入支出决算总表", englishTitle: "Revenue and expenditure",
      titles: [
        TitlePattern(endings: ["收入支出决算总表", "收支决算总表", "收入支出决算表", "收支决算表", "收支总表"])
      ],
      shapes: [ShapePattern(rank: 2, topic: ShapePattern.twoSides, ways: [["事业收入"], ["经营收入"]])],
      rows: .lines, columns: [FormTemplate.Column(.amount)],
      lines: [
        // Until 2018 one line for all budgets, with 其中 政府性基金 below it.
        LineTemplate(
          .revenue, nil, "fiscal_appropriation", ["财政拨款收入", "财政拨款"],
          covers: ["general_public", "government_fund", "state_capital"]),
        LineTemplate(
          .revenue, 1, "general_public", ["一般公共预算财政拨款收入", "一般公共预算财政拨款", "一般公共预算拨款收入", "公共预算财政拨款收入"]),
        LineTemplate(
          .revenue, 2, "government_fund", ["政府性基金预算财政拨款收入", "政府性基金预算财政拨款", "政府性基金预算拨款收入", "政府性基金收入"]),
        LineTemplate(
          .revenue, 3, "state_capital",
          ["国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款", "国有资本经营财政拨款收入", "国有资本经营预算拨款收入", "国有资本经营预算收入"]),
        LineTemplate(.revenue, 4, "superior_subsidy", ["上级补助收入"]),
        LineTemplate(.revenue, 5, "institutional", ["事业收入"]),
        LineTemplate(.revenue, 6, "operating", ["经营收入", "事业单位经营收入"]),
        LineTemplate(.revenue, 7, "affiliated_remittance", ["附属单位上缴收入", "附属单位缴款"]),
        LineTemplate(.revenue, 8, "other", ["其他收入"]),
        LineTemplate(
          .revenue, 28, "non_fiscal_surplus_used",
          ["使用非财政拨款结余", "使用非财政拨款结余(含专用结余)", "用事业基金弥补收支差额", "使用非财政拨款结余和专用结余"]),
        LineTemplate(.revenue, 29, "opening_balance", ["年初结转和结余", "上年结转和结余", "上年结转", "年初结转"]),
        LineTemplate(.expenditure, 58, "surplus_distribution", ["结余分配"]),
        LineTemplate(.expenditure, 59, "closing_balance", ["年末结转和结余", "结转下年", "年末结转"]),
        LineTemplate(.revenue, 27, "revenue_total", ["本年收入合计"]),
        LineTemplate(.expenditure, 57, "expenditure_total", ["本年支出合计"]),
        LineTemplate(.revenue, 30, "grand_total", ["收入总计"]),
        LineTemplate(.expenditure, 60, "grand_total", ["支出总计"]),
      ], classLines: 31...56,
      identities: ["27行=(1+…+8)行", "30行=(27+28+29)行", "57行=(31+…+56)行", "60行=(57+58+59)行", "30行=60行"],
      // The words may mean the total of the year or that with the balance brought forward.
      facts: ["overall.total", "revenue.total", "expenditure.total"].flatMap { fact in
        [
          FactCell(fact, .revenue, "grand_total", .amount), FactCell(fact, .revenue, "revenue_total", .amount),
          FactCell(fact, .expenditure, "expenditure_total", .amount),
        ]
      },
      unpublishedRows: ["fiscal_appropriation"]))
}

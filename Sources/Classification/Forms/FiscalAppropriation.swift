import Accounts

extension Form {
  /// 财政拨款收入支出决算总表: fiscal appropriation and what was spent of it, by the three budgets.
  public static let gk04 = Form(
    FormTemplate(
      id: "gk04", order: 4, title: "财政拨款收入支出决算总表", englishTitle: "Revenue and expenditure of fiscal appropriation",
      titles: [
        TitlePattern(rank: TitlePattern.common + 1, topic: "财政拨款", words: ["收入支出决算", "收支决算", "收支总表"])
      ],
      shapes: [ShapePattern(rank: 2, topic: ShapePattern.twoSides, ways: [["政府性基金预算"]])],
      rows: .lines,
      columns: [
        FormTemplate.Column(.amount),
        FormTemplate.Column(.total, ["合计", "小计"]),
        FormTemplate.Column(.generalPublic, ["一般公共预算"], presence: .named("一般公共")),
        FormTemplate.Column(.governmentFund, ["政府性基金"], presence: .named("政府性基")),
        // Before 2020 there was none for it.
        FormTemplate.Column(.stateCapital, ["国有资本"], presence: .named("国有资本")),
      ], leftColumns: 1,
      lines: [
        LineTemplate(
          .revenue, 1, "general_public", ["一般公共预算财政拨款", "一般公共预算财政拨款收入", "公共预算财政拨款", "一般公共预算拨款"]),
        LineTemplate(
          .revenue, 2, "government_fund", ["政府性基金预算财政拨款", "政府性基金预算财政拨款收入", "政府性基金预算拨款"]),
        LineTemplate(
          .revenue, 3, "state_capital", ["国有资本经营预算财政拨款", "国有资本经营预算财政拨款收入", "国有资本经营财政拨款", "国有资本经营预算拨款"]),
        LineTemplate(
          .revenue, 28, "opening_balance",
          ["年初财政拨款结转和结余", "上年财政拨款结转和结余", "年初结转和结余", "上年结转和结余", "上年结转", "年初财政拨款结转"]),
        LineTemplate(.revenue, 29, "opening_general_public", ["一般公共预算财政拨款"], below: "opening_balance"),
        LineTemplate(.revenue, 30, "opening_government_fund", ["政府性基金预算财政拨款"], below: "opening_balance"),
        LineTemplate(.revenue, 31, "opening_state_capital", ["国有资本经营预算财政拨款"], below: "opening_balance"),
        LineTemplate(.expenditure, 60, "closing_balance", ["年末财政拨款结转和结余", "年末结转和结余", "结转下年", "年末财政拨款结转"]),
        LineTemplate(.revenue, 27, "revenue_total", ["本年收入合计"]),
        LineTemplate(.expenditure, 59, "expenditure_total", ["本年支出合计"]),
        LineTemplate(.revenue, 32, "grand_total", ["收入总计"]),
        LineTemplate(.expenditure, 64, "grand_total", ["支出总计"]),
      ], classLines: 33...58,
      identities: [
        "2栏=(3+4+5)栏", "27行=(1+2+3)行", "32行=(27+28)行", "28行=(29+30+31)行", "59行=(33+…+58)行", "64行=(59+60)行",
        "32行=64行",
      ],
      facts: [
        FactCell("appropriation.total", .revenue, "grand_total", .amount),
        FactCell("appropriation.total", .revenue, "revenue_total", .amount),
        FactCell("appropriation.total", .expenditure, "expenditure_total", .total),
        FactCell("appropriation.general_public_revenue", .revenue, "general_public", .amount),
        FactCell("appropriation.government_fund_revenue", .revenue, "government_fund", .amount),
        FactCell("appropriation.state_capital_revenue", .revenue, "state_capital", .amount),
        FactCell("general_public.total", .expenditure, "expenditure_total", .generalPublic),
        FactCell("general_public.actual", .expenditure, "expenditure_total", .generalPublic),
        FactCell("general_public.class_amount", .expenditure, nil, .generalPublic),
      ]))
}

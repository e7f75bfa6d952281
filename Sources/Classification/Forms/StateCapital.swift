import Accounts

extension Form {
  /// 国有资本经营预算财政拨款支出决算表: expenditure of the state capital budget; a form of its own since 2019.
  public static let gk08 = Form(
    FormTemplate(
      id: "gk08", order: 8, title: "国有资本经营预算财政拨款支出决算表",
      englishTitle: "Expenditure of the state capital budget",
      titles: [
        TitlePattern(rank: 3, topic: "国有资本", words: ["支出决算", "收支决算"])
      ],
      shapes: [ShapePattern(rank: 5, ways: [["基本支出", "项目支出"]], budget: .stateCapital)],
      budget: .stateCapital, firstYear: 2020, rows: .subjects(.functional),
      columns: [
        FormTemplate.Column(.openingBalance, ["年初", "上年结转"], presence: .withBalances(isUsual: true)),
        FormTemplate.Column(.revenue, ["本年收入"], presence: .withBalances(isUsual: true)),
        FormTemplate.Column(.total, ["本年支出合计", "支出合计"]), FormTemplate.Column(.basic, ["基本支出"]),
        FormTemplate.Column(.project, ["项目支出"]),
        FormTemplate.Column(.closingBalance, ["年末"], presence: .withBalances(isUsual: true)),
      ],
      identities: ["3栏=(4+5)栏", "6栏=(1+2-3)栏"],
      links: [
        FormLink(
          .total, of: "gk04", .expenditure, ["expenditure_total"], .stateCapital,
          name: "expenditure_total (state_capital)"),
        FormLink(.revenue, of: "gk04", .revenue, ["state_capital"]),
        FormLink(.openingBalance, of: "gk04", .revenue, ["opening_state_capital"]),
      ],
      facts: [
        FactCell("state_capital.opening_balance", .total, .openingBalance),
        FactCell("state_capital.revenue", .total, .revenue),
        FactCell("state_capital.expenditure", .total, .total),
        FactCell("state_capital.closing_balance", .total, .closingBalance),
      ]))
}

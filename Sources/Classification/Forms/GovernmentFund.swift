import Accounts

extension Form {
  /// 政府性基金预算财政拨款收入支出决算表: revenue, expenditure and balances of the government funds.
  public static let gk07 = Form(
    FormTemplate(
      id: "gk07", order: 7, title: "政府性基金预算财政拨款收入支出决算表",
      englishTitle: "Revenue and expenditure of government funds",
      titles: [
        TitlePattern(rank: 2, topic: "政府性基金", words: ["支出决算", "收支决算"])
      ],
      shapes: [ShapePattern(rank: 5, ways: [["基本支出", "项目支出"]], budget: .governmentFund, hasBalances: true)],
      budget: .governmentFund, rows: .subjects(.functional),
      columns: [
        FormTemplate.Column(.openingBalance, ["年初", "上年结转"]),
        FormTemplate.Column(.revenue, ["本年收入"]),
        FormTemplate.Column(.total, ["本年支出合计", "支出合计"]), FormTemplate.Column(.basic, ["基本支出"]),
        FormTemplate.Column(.project, ["项目支出"]),
        FormTemplate.Column(.closingBalance, ["年末"]),
      ],
      identities: ["3栏=(4+5)栏", "6栏=(1+2-3)栏"],
      links: [
        FormLink(
          .total, of: "gk04", .expenditure, ["expenditure_total"], .governmentFund,
          name: "expenditure_total (government_fund)"),
        FormLink(.revenue, of: "gk04", .revenue, ["government_fund"]),
        FormLink(.openingBalance, of: "gk04", .revenue, ["opening_government_fund"]),
      ],
      facts: [
        FactCell("government_fund.opening_balance", .total, .openingBalance),
        FactCell("government_fund.revenue", .total, .revenue),
        FactCell("government_fund.expenditure", .total, .total),
        FactCell("government_fund.closing_balance", .total, .closingBalance),
      ]))
}

import Accounts

extension Form {
  /// 一般公共预算财政拨款支出决算表: expenditure of the general public budget, subject by subject.
  public static let gk05 = Form(
    FormTemplate(
      id: "gk05", order: 5, title: "一般公共预算财政拨款支出决算表",
      englishTitle: "Expenditure of the general public budget",
      titles: [
        TitlePattern(rank: TitlePattern.common, topic: "一般公共预算", words: ["支出决算", "收支决算"]),
        TitlePattern(rank: TitlePattern.common + 1, topic: "财政拨款", words: ["支出决算"]),
      ],
      shapes: [ShapePattern(rank: 5, ways: [["基本支出", "项目支出"]], budget: .generalPublic, hasBalances: false)],
      budget: .generalPublic, rows: .subjects(.functional),
      columns: [
        FormTemplate.Column(.openingBalance, ["年初", "上年结转"], presence: .withBalances(isUsual: false)),
        FormTemplate.Column(.revenue, ["本年收入"], presence: .withBalances(isUsual: false)),
        FormTemplate.Column(.total, ["本年支出合计", "支出合计"]), FormTemplate.Column(.basic, ["基本支出"]),
        FormTemplate.Column(.project, ["项目支出"]),
        FormTemplate.Column(.closingBalance, ["年末"], presence: .withBalances(isUsual: false)),
      ],
      identities: ["3栏=(4+5)栏", "6栏=(1+2-3)栏"],
      links: [
        FormLink(
          .total, of: "gk04", .expenditure, ["expenditure_total"], .generalPublic,
          name: "expenditure_total (general_public)")
      ],
      facts: [
        FactCell("general_public.total", .total, .total), FactCell("general_public.actual", .total, .total),
        FactCell("general_public.basic", .total, .basic), FactCell("basic.total", .total, .basic),
        FactCell("general_public.project", .total, .project), FactCell("general_public.class_amount", nil, .total),
        FactCell("general_public.item_actual", nil, .total),
      ]))
}

import Accounts

extension Form {
  /// 一般公共预算财政拨款基本支出决算明细表: basic expenditure by economic subject.
  public static let gk06 = Form(
    FormTemplate(
      id: "gk06", order: 6, title: "一般公共预算财政拨款基本支出决算明细表",
      englishTitle: "Basic expenditure of the general public budget by economic subject",
      titles: [TitlePattern(rank: 4, topic: "基本支出", without: ["项目支出"])],
      shapes: [
        ShapePattern(rank: 1, topic: [["经济分类", "工资福利支出"]], ways: [["人员经费", "公用经费"], ["工资福利支出", "商品和服务支"]])
      ],
      budget: .generalPublic, rows: .subjects(.economic), columns: [FormTemplate.Column(.amount)],
      facts: [
        FactCell("basic.personnel", "personnel_total", .amount), FactCell("basic.public", "public_total", .amount),
        FactCell("operating_cost.total", "public_total", .amount), FactCell("basic.item", nil, .amount),
      ],
      // Its total is that of gk05's basic expenditure.
      unpublishedRows: ["total"]))
}

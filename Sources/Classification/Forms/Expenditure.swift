import Accounts

extension Form {
  /// 支出决算表: expenditure by kind, subject by subject.
  public static let gk03 = Form(
    FormTemplate(
      id: "gk03", order: 3, title: "支出决算表", englishTitle: "Expenditure by subject",
      titles: [TitlePattern(endings: ["支出决算表", "支出决算总表", "支出决算明细表"])],
      shapes: [ShapePattern(rank: 4, ways: [["上缴上级支出", "经营支出"]])],
      rows: .subjects(.functional),
      columns: [
        FormTemplate.Column(.total, ["支出合计"]), FormTemplate.Column(.basic, ["基本支出"]),
        FormTemplate.Column(.project, ["项目支出"]), FormTemplate.Column(.remittedToSuperior, ["上缴上级"]),
        FormTemplate.Column(.operating, ["经营支出"]), FormTemplate.Column(.affiliatedSubsidy, ["附属单位"]),
      ],
      identities: ["1栏=(2+…+6)栏"],
      links: [FormLink(.total, of: "gk01", .expenditure, ["expenditure_total"])],
      facts: [
        FactCell("expenditure.total", .total, .total), FactCell("expenditure.basic", .total, .basic),
        FactCell("expenditure.project", .total, .project),
        FactCell("expenditure.remitted_to_superior", .total, .remittedToSuperior),
        FactCell("expenditure.operating", .total, .operating),
        FactCell("expenditure.affiliated_subsidy", .total, .affiliatedSubsidy),
      ]))
}

import Accounts

extension Form {
  /// 收入决算表: revenue by source, subject by subject.
  public static let gk02 = Form(
    FormTemplate(
      id: "gk02", order: 2, title: "收入决算表", englishTitle: "Revenue by subject",
      titles: [TitlePattern(endings: ["收入决算表", "收入决算总表", "收入决算明细表"])],
      shapes: [ShapePattern(rank: 4, ways: [["上级补助收入", "附属单位上缴收入"]])],
      rows: .subjects(.functional),
      columns: [
        FormTemplate.Column(.total, ["收入合计"]), FormTemplate.Column(.fiscalAppropriation, ["财政拨款"]),
        FormTemplate.Column(.superiorSubsidy, ["上级补助"]), FormTemplate.Column(.institutional, ["事业收入"]),
        FormTemplate.Column(.operating, ["经营收入"]), FormTemplate.Column(.affiliatedRemittance, ["附属单位"]),
        FormTemplate.Column(.other, ["其他收入"]),
      ],
      identities: ["1栏=(2+…+7)栏"],
      links: [
        FormLink(.total, of: "gk01", .revenue, ["revenue_total"]),
        FormLink(
          .fiscalAppropriation, of: "gk01", .revenue, ["general_public", "government_fund", "state_capital"],
          name: "appropriations"),
        FormLink(.superiorSubsidy, of: "gk01", .revenue, ["superior_subsidy"]),
        FormLink(.institutional, of: "gk01", .revenue, ["institutional"]),
        FormLink(.operating, of: "gk01", .revenue, ["operating"]),
        FormLink(.affiliatedRemittance, of: "gk01", .revenue, ["affiliated_remittance"]),
        FormLink(.other, of: "gk01", .revenue, ["other"]),
        FormLink(.fiscalAppropriation, of: "gk04", .revenue, ["revenue_total"]),
      ],
      facts: [
        FactCell("revenue.total", .total, .total),
        FactCell("revenue.fiscal_appropriation", .total, .fiscalAppropriation),
        FactCell("revenue.superior_subsidy", .total, .superiorSubsidy),
        FactCell("revenue.institutional", .total, .institutional), FactCell("revenue.operating", .total, .operating),
        FactCell("revenue.affiliated_remittance", .total, .affiliatedRemittance),
        FactCell("revenue.other", .total, .other),
      ]))
}

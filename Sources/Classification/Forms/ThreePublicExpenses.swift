import Accounts

extension Form {
  /// 财政拨款“三公”经费支出决算表: budget and actual amounts of travel abroad, vehicles and reception.
  public static let gk09 = Form(
    FormTemplate(
      id: "gk09", order: 9, title: "财政拨款“三公”经费支出决算表", englishTitle: "The three public expenses",
      titles: [
        TitlePattern(rank: 1, topic: "三公", words: ["决算"]), TitlePattern(rank: 1, topic: "三公", without: ["经费预算"]),
      ],
      shapes: [ShapePattern(rank: 3, without: ["科目"], ways: [["因公出国", "接待", "用车"]])],
      rows: .pairs,
      columns: (Measure.threePublicBudget + Measure.threePublicActual).map { FormTemplate.Column($0) },
      identities: ["1栏=(2+3+6)栏", "3栏=(4+5)栏", "7栏=(8+9+12)栏", "9栏=(10+11)栏"],
      facts: [
        FactCell("three_public.budget", .total, .budgetTotal), FactCell("three_public.actual", .total, .actualTotal),
        FactCell("three_public.overseas_travel_budget", .total, .budgetOverseasTravel),
        FactCell("three_public.overseas_travel_actual", .total, .actualOverseasTravel),
        FactCell("three_public.vehicles_budget", .total, .budgetVehicles),
        FactCell("three_public.vehicles_actual", .total, .actualVehicles),
        FactCell("three_public.vehicle_purchase_budget", .total, .budgetVehiclePurchase),
        FactCell("three_public.vehicle_purchase_actual", .total, .actualVehiclePurchase),
        FactCell("three_public.vehicle_operation_budget", .total, .budgetVehicleOperation),
        FactCell("three_public.vehicle_operation_actual", .total, .actualVehicleOperation),
        FactCell("three_public.reception_budget", .total, .budgetReception),
        FactCell("three_public.reception_actual", .total, .actualReception),
      ]))
}

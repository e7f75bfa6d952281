import Accounts

/// The section of the three public expenses (三公) with what was counted of them.
extension NarrativeWriter {
  mutating func threePublic() -> [NarrativeSection.Piece] {
    let budget = accounts.threePublic.budget.inOrder.map(now.printed)
    let actual = accounts.threePublic.actual.inOrder.map(now.printed)
    let earlier = before.threePublic.inOrder
    let base: FactBase = pen.random.chance(75) ? .annualBudget : .initialBudget
    let opening = pen.pick("\(year)年度“三公”经费", "\(us)\(year)年“三公”经费财政拨款支出", "“三公”经费", "当年“三公”经费支出")
    var paragraphs = [opening + expense("", budget[0], actual[0], earlier[0], base)]
    let travel = pen.pick("因公出国（境）费", "因公出国（境）费用", "因公出国（境）支出")
    paragraphs.append("1." + travel + expense("overseas_travel_", budget[1], actual[1], earlier[1], base) + journeys())
    let vehicles = pen.pick("公务用车购置及运行维护费", "公务用车购置及运行费", "公务用车购置和运行维护费")
    paragraphs.append("2." + vehicles + expense("vehicles_", budget[2], actual[2], earlier[2], base))
    if variants.narratesVehicles {
      paragraphs.append(
        "（1）公务用车购置费" + expense("vehicle_purchase_", budget[3], actual[3], earlier[3], base) + purchases())
      paragraphs.append(
        "（2）公务用车运行维护费" + expense("vehicle_operation_", budget[4], actual[4], earlier[4], base) + fleet())
    }
    let reception = pen.pick("公务接待费", "公务接待费支出", "公务接待费用")
    paragraphs.append("3." + reception + expense("reception_", budget[5], actual[5], earlier[5], base) + guests())
    return paragraphs.map { .paragraph($0) }
  }

  /// Budget, actual amount, completion, and mostly the change; a few words where nothing was planned or spent.
  private mutating func expense(
    _ facts: String, _ budget: Int64, _ actual: Int64, _ earlier: Int64, _ base: FactBase
  ) -> String {
    let name = "three_public." + facts
    let completion = pen.completion(
      budget: budget, actual: actual,
      (FactKey(name + "budget"), FactKey(name + "actual"), FactKey(name + "completion_rate", base: base)))
    if (actual == 0 && earlier == 0) || pen.random.chance(30) { return completion + "。" }
    let pause = pen.pick("，", "。", "；")
    return completion + pause + pen.change(name, from: earlier, to: actual, year: year, subject: "支出") + pen.reason()
      + "。"
  }

  private mutating func journeys() -> String {
    guard accounts.threePublic.actual.overseasTravel > 0 else { return "" }
    let number = pen.random.integer(in: 1...4)
    let groupsKey = FactKey("three_public.overseas_travel_groups")
    let personsKey = FactKey("three_public.overseas_travel_persons")
    let wording = pen.random.index(in: 0...3)
    let groups = pen.count(number, wording == 1 ? "批次" : "个", groupsKey)
    let persons = pen.count(number + pen.random.integer(in: 0...9), wording == 2 ? "人" : "人次", personsKey)
    switch wording {
    case 0: return "全年出国（境）团组\(groups)，共\(persons)。"
    case 1: return "当年安排出国（境）\(groups)，合计\(persons)。"
    case 2: return "参加出国（境）团组\(groups)，随团\(persons)。"
    default: return "年内组织出国（境）团组\(groups)、\(persons)。"
    }
  }

  private mutating func purchases() -> String {
    let key = FactKey("three_public.vehicle_purchase_count")
    let isNone = accounts.threePublic.actual.vehiclePurchase == 0
    if isNone, pen.random.chance(50) { return "本年没有更新车辆的计划。" }
    let bought = pen.count(isNone ? 0 : pen.random.integer(in: 1...2), "辆", key)
    return pen.pick("本年购置公务用车\(bought)。", "年内更新公务用车\(bought)。", "当年购置（更新）公务用车\(bought)。", "公务用车购置数为\(bought)。")
  }

  private mutating func fleet() -> String {
    guard accounts.threePublic.actual.vehicleOperation > 0 else { return "" }
    let cars = pen.count(vehicleCount, "辆", FactKey("three_public.vehicle_fleet"))
    return pen.pick(
      "年末公务用车保有量\(cars)。", "截至年底，开支财政拨款的公务用车保有量为\(cars)。", "财政拨款负担费用的公务用车保有量共\(cars)。",
      "至\(year)年12月31日，公务用车保有量是\(cars)。")
  }

  private mutating func guests() -> String {
    guard accounts.threePublic.actual.reception > 0 else { return "" }
    let number = pen.random.integer(in: 2...60)
    let wording = pen.random.index(in: 0...3)
    let batches = pen.count(number, wording == 2 ? "个" : "批次", FactKey("three_public.reception_batches"))
    let persons = pen.count(
      number * pen.random.integer(in: 2...9), wording == 1 ? "人" : "人次", FactKey("three_public.reception_persons"))
    switch wording {
    case 0: return "全年国内公务接待\(batches)，共计\(persons)。"
    case 1: return "当年公务接待\(batches)、\(persons)。"
    case 2: return "年内接待来访团组\(batches)，来访\(persons)。"
    default: return "国内接待\(batches)，接待\(persons)。"
    }
  }
}

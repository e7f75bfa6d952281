import Accounts

/// Operating cost, procurement, assets, performance and staff: what the narrative says beside the forms.
extension NarrativeWriter {
  mutating func operatingCost() -> String {
    let total = pen.money(now.operatingCost, FactKey("operating_cost.total"))
    let change = pen.change(
      "operating_cost.", from: before.operatingCost, to: now.operatingCost, year: year, subject: "机关运行经费")
    let reason = pen.reason()
    switch pen.random.index(in: 0...3) {
    case 0: return "\(us)\(year)年度机关运行经费支出\(total)，\(change)\(reason)。"
    case 1: return "\(year)年，机关运行经费决算数为\(total)。\(change)\(reason)。"
    case 2: return "当年机关运行经费共支出\(total)；\(change)\(reason)。"
    default: return "\(us)机关运行经费为\(total)，\(change)\(reason)。"
    }
  }

  /// What was bought, as far as the table of procurement says it too.
  mutating func procurement() -> String {
    let base = accounts.economicSum("302", "310")
    let parts = [base / 3, base / 5, base / 7]
    let sum = now.printed(parts.reduce(0, +))
    let total = pen.money(sum, FactKey("procurement.total"))
    let amounts = zip(parts, ["goods", "works", "services"]).map {
      pen.money(now.printed($0), FactKey("procurement.\($1)"))
    }
    let (goods, works, services) = (amounts[0], amounts[1], amounts[2])
    let text =
      switch pen.random.index(in: 0...3) {
      case 0: "\(us)\(year)年度政府采购支出总额\(total)，其中：政府采购货物支出\(goods)、政府采购工程支出\(works)、政府采购服务支出\(services)。"
      case 1: "\(year)年政府采购金额为\(total)。按类别分，货物采购\(goods)，工程采购\(works)，服务采购\(services)。"
      case 2: "\(us)当年政府采购支出共\(total)，用于采购货物\(goods)，用于采购工程\(works)，用于采购服务\(services)。"
      default: "政府采购支出总额为\(total)：货物支出\(goods)；工程支出\(works)；服务支出\(services)。"
      }
    return sum > 0 && pen.random.chance(70) ? text + smallFirms(of: sum) : text
  }

  /// The contracts of small firms.
  private mutating func smallFirms(of total: Int64) -> String {
    let all = total * pen.random.integer(in: 40...100) / 100
    let smallest = all * pen.random.integer(in: 30...100) / 100
    let given = pen.money(all, FactKey("procurement.sme_amount"))
    let share = pen.percent(all, of: total, FactKey("procurement.sme_share")) ?? ""
    let little = pen.money(smallest, FactKey("procurement.micro_amount"))
    let littleShare = pen.percent(smallest, of: total, FactKey("procurement.micro_share")) ?? ""
    let text =
      switch pen.random.index(in: 0...3) {
      case 0: "授予中小企业合同金额\(given)，占政府采购支出总额的\(share)，其中授予小微企业合同金额\(little)，占政府采购支出总额的\(littleShare)。"
      case 1: "合同授予中小企业\(given)，占采购总额的\(share)；授予小微企业\(little)，占采购总额的\(littleShare)。"
      case 2: "授予中小企业的合同占政府采购支出的\(share)，金额\(given)；授予小微企业的合同占政府采购支出的\(littleShare)，金额\(little)。"
      default: "中小企业获得合同\(given)，占比\(share)；其中小微企业\(little)，占比\(littleShare)。"
      }
    return pen.random.chance(50) ? text + smallFirmsByKind() : text
  }

  private mutating func smallFirmsByKind() -> String {
    let shares = ["goods", "works", "services"].map { kind in
      pen.percent(pen.random.integer(in: 10...100), of: 100, FactKey("procurement.\(kind)_sme_share")) ?? ""
    }
    switch pen.random.index(in: 0...3) {
    case 0: return "货物采购授予中小企业合同金额占货物支出的\(shares[0])，工程采购授予中小企业合同金额占工程支出的\(shares[1])，服务采购授予中小企业合同金额占服务支出的\(shares[2])。"
    case 1: return "分类看，货物采购授予中小企业占\(shares[0])，工程采购授予中小企业占\(shares[1])，服务采购授予中小企业占\(shares[2])。"
    case 2: return "货物支出中授予中小企业的合同占\(shares[0])；工程支出中授予中小企业的合同占\(shares[1])；服务支出中授予中小企业的合同占\(shares[2])。"
    default: return "货物采购中授予中小企业的占\(shares[0])，工程采购中授予中小企业的占\(shares[1])，服务采购中授予中小企业的占\(shares[2])。"
    }
  }

  /// The vehicles of the unit, as the table of assets says them too.
  var vehicleCount: Int64 { Int64(year.year % 7 + 1) }

  mutating func assets() -> String {
    let total = pen.count(vehicleCount, "辆", FactKey("assets.vehicles"))
    let kinds = pen.random.sample(
      ["主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "其他用车"], count: Int(min(3, vehicleCount)))
    let counts = pen.random.parts(of: vehicleCount, count: kinds.count)
    let list = zip(kinds, counts).map { kind, number in
      kind + pen.count(number, "辆", FactKey("assets.vehicles_by_kind", subject: kind))
    }.joined(separator: pen.pick("、", "，"))
    let large = pen.count(2, "台（套）", FactKey("assets.equipment_over_1m"))
    let limit = pen.pick("单价100万元以上的设备", "单价100万元（含）以上设备", "单价100万元及以上专用设备", "价值100万元以上的大型设备")
    let equipment = pen.random.chance(50) ? "\(limit)\(large)" : "\(fiveHundred())，\(limit)\(large)"
    switch pen.random.index(in: 0...3) {
    case 0: return "截至\(year)年12月31日，\(us)共有车辆\(total)，其中：\(list)；\(equipment)。"
    case 1: return "\(year)年末，\(us)车辆共计\(total)，包括\(list)。\(equipment)。"
    case 2: return "\(us)共有公务用车\(total)（其中：\(list)），\(equipment)。"
    default: return "\(us)年末拥有车辆\(total)，按用途分为\(list)；另有\(equipment)。"
    }
  }

  private mutating func fiveHundred() -> String {
    pen.pick("单价50万元以上的通用设备", "单价50万元（含）以上设备", "单价50万元以上设备", "价值50万元及以上的仪器")
      + pen.count(pen.random.integer(in: 0...9), pen.pick("台（套）", "台"), FactKey("assets.equipment_over_500k"))
  }

  mutating func performance() -> String {
    let project = now.generalPublicProject
    guard project > 0 else { return "\(us)当年没有需要自评的项目。" }
    let covered = project * (pen.random.chance(50) ? 100 : pen.random.integer(in: 30...99)) / 100
    let number = pen.count(pen.random.integer(in: 1...15), "个", FactKey("performance.projects"))
    let amount = pen.money(covered, FactKey("performance.amount"))
    let share = pen.percent(covered, of: project, FactKey("performance.share")) ?? ""
    switch pen.random.index(in: 0...3) {
    case 0: return "\(year)年度列入绩效自评的项目有\(number)，涉及资金\(amount)，占一般公共预算项目支出的\(share)。"
    case 1: return "\(us)组织开展项目绩效自评，共涉及项目\(number)，资金\(amount)，占一般公共预算项目支出总额的\(share)。"
    case 2: return "当年\(number)项目完成绩效自评，自评金额合计\(amount)，占项目支出的比例为\(share)。"
    default: return "绩效自评覆盖项目\(number)、资金\(amount)，占全部一般公共预算项目支出\(share)。"
    }
  }

  /// How many people the unit may have, has, and had.
  mutating func staffing() -> String {
    let places = pen.random.integer(in: 12...180)
    let wording = pen.random.index(in: 0...3)
    let word = wording == 1 ? "名" : "人"
    let allowed = pen.count(places, wording == 3 ? "个" : word, FactKey("staff.establishment"))
    let present = pen.count(places - pen.random.integer(in: 0...10), word, FactKey("staff.in_service"))
    let retired = pen.count(pen.random.integer(in: 1...70), word, FactKey("staff.retired"))
    switch wording {
    case 0: return "\(us)核定编制\(allowed)，年末在职人员\(present)，离退休人员\(retired)。"
    case 1: return "编制数为\(allowed)，实有在职\(present)，另有退休人员\(retired)。"
    case 2: return "截至\(year)年末，在职人员\(present)，人员编制\(allowed)；离退休人员共\(retired)。"
    default: return "\(us)共有编制\(allowed)，其中在职在编\(present)；离退休\(retired)。"
    }
  }
}

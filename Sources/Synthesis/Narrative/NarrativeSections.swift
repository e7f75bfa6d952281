import Accounts

/// The sentences of the third part, one property per section.
extension NarrativePrinter {
  var overall: [String] {
    let total =
      accounts.sum(.gk02, .total) + accounts.nonFiscalSurplusUsed + accounts.fiscal(\.opening)
      + accounts.nonFiscalOpening
    let change = total / 9
    return [
      "\(year)年度收入总计、支出总计均为\(money(total))。与\(year.year - 1)年度相比，收入总计、支出总计各增加\(money(change))，"
        + "增长\(AmountText.percent(change, of: total - change) ?? "0%")，主要原因是专门任务增多。"
    ]
  }

  var revenue: [String] {
    let total = accounts.sum(.gk02, .total)
    let parts: [(String, Measure)] = [
      ("财政拨款收入", .fiscalAppropriation), ("上级补助收入", .superiorSubsidy), ("事业收入", .institutional),
      ("经营收入", .operating), ("附属单位上缴收入", .affiliatedRemittance), ("其他收入", .other),
    ]
    return ["\(year)年度收入合计\(money(total))。其中：\(list(parts, of: .gk02, total: total))。"]
  }

  var expenditure: [String] {
    let total = accounts.sum(.gk03, .total)
    let parts: [(String, Measure)] = [
      ("基本支出", .basic), ("项目支出", .project), ("上缴上级支出", .remittedToSuperior), ("经营支出", .operating),
      ("对附属单位补助支出", .affiliatedSubsidy),
    ]
    return ["\(year)年度支出合计\(money(total))。其中：\(list(parts, of: .gk03, total: total))。"]
  }

  var appropriation: [String] {
    let total = accounts.fiscal(\.revenue) + accounts.fiscal(\.opening)
    return [
      "\(year)年度财政拨款收入总计、支出总计均为\(money(total))，其中本年一般公共预算财政拨款收入"
        + "\(money(accounts.fiscal(.generalPublic, \.revenue)))。"
    ]
  }

  var generalPublic: [String] {
    let total = accounts.sum(.gk05, .total)
    let items = accounts.items.filter { $0.budget == .generalPublic && $0.fiscal.total > 0 }
    let classes = Set(items.map { String($0.code.prefix(3)) }).sorted()
    let subjects = forms.subjects
    let shares = classes.map { code in
      let amount = accounts.sum(.gk05, .total, below: code)
      return "\(subjects.name(of: code))（类）\(money(amount))\(share(amount, of: total))"
    }
    let paths = items.enumerated().map { index, item in
      let path = [(3, "类"), (5, "款"), (7, "项")].map { "\(subjects.name(of: String(item.code.prefix($0.0))))（\($0.1)）" }
      return "\(index + 1).\(path.joined())。支出决算为\(money(item.fiscal.total))，用于本科目规定的开支。"
    }
    return [
      "\(year)年度一般公共预算财政拨款支出\(money(total))，其中：基本支出\(money(accounts.sum(.gk05, .basic)))，"
        + "项目支出\(money(accounts.sum(.gk05, .project)))。", "按用途分：\(shares.joined(separator: "；"))。",
    ] + paths
  }

  var basic: [String] {
    let personnel = accounts.economicSum("301", "303")
    let goods = accounts.economicSum("302", "310")
    return [
      "\(year)年度一般公共预算财政拨款基本支出\(money(personnel + goods))，其中：人员经费\(money(personnel))，"
        + "公用经费\(money(goods))。"
    ]
  }

  var governmentFund: [String] {
    let total = accounts.fiscal(.governmentFund, \.total)
    if total == 0 { return ["本单位当年没有政府性基金预算财政拨款收入和支出。"] }
    return [
      "\(year)年度政府性基金预算财政拨款年初结转和结余\(money(accounts.fiscal(.governmentFund, \.opening)))，本年收入"
        + "\(money(accounts.fiscal(.governmentFund, \.revenue)))，本年支出\(money(total))，年末结转和结余"
        + "\(money(accounts.fiscal(.governmentFund, \.closing)))。"
    ]
  }

  var threePublic: [String] {
    let budget = accounts.threePublic.budget
    let actual = accounts.threePublic.actual
    let parts: [(String, Int64, Int64)] = [
      ("因公出国（境）费", budget.overseasTravel, actual.overseasTravel),
      ("公务用车购置及运行维护费", budget.vehicles, actual.vehicles), ("公务接待费", budget.reception, actual.reception),
    ]
    let vehicles = [
      "（1）公务用车购置费全年预算为\(money(budget.vehiclePurchase))，支出决算为\(money(actual.vehiclePurchase))。",
      "（2）公务用车运行维护费全年预算为\(money(budget.vehicleOperation))，支出决算为\(money(actual.vehicleOperation))。",
    ]
    return ["\(year)年度“三公”经费全年预算为\(money(budget.total))，支出决算为\(money(actual.total))。"]
      + parts.enumerated().map { index, part in
        "\(index + 1).\(part.0)全年预算为\(money(part.1))，支出决算为\(money(part.2))。"
      } + (forms.style.variants.narratesVehicles ? vehicles : [])
  }

  var otherMatters: [String] {
    let goods = accounts.economicSum("302", "310")
    return [
      "（一）机关运行经费支出情况。本单位\(year)年度机关运行经费支出\(money(goods))。",
      "（二）政府采购支出情况。本单位\(year)年度政府采购支出总额\(money(goods / 3))，其中：政府采购货物支出"
        + "\(money(goods / 3 - goods / 5))、政府采购服务支出\(money(goods / 5))。",
      "（三）国有资产占用情况。截至\(year)年12月31日，本单位共有车辆\(year.year % 7)辆，单价100万元以上的设备0台（套）。",
      "（四）预算绩效情况。本单位对全部项目作了自评，结果附在文后。",
    ]
  }

  private func list(_ parts: [(String, Measure)], of form: Form, total: Int64) -> String {
    parts.compactMap { label, measure in
      let amount = accounts.sum(form, measure)
      return amount == 0 ? nil : "\(label)\(money(amount))\(share(amount, of: total))"
    }.joined(separator: "；")
  }
}

import Accounts
import Classification

/// The sections of totals: overall, revenue, expenditure, appropriations.
extension NarrativeWriter {
  mutating func overall() -> String {
    let wording = pen.random.index(in: 0...4)
    let total = pen.money(now.overall, FactKey("overall.total"))
    let both = wording == 1 ? "收、支总计各" : "收入总计、支出总计各"
    let change = pen.change("overall.", from: before.overall, to: now.overall, year: year, subject: both)
    let reason = pen.reason()
    switch wording {
    case 0: return "\(year)年度收入总计、支出总计均为\(total)。\(change)\(reason)。"
    case 1: return "\(us)\(year)年度收、支总计\(total)，\(change)\(reason)。"
    case 2: return "\(year)年，\(us)收入和支出的总额均为\(total)，\(change)\(reason)。"
    case 3: return "\(us)全年收支总计为\(total)；\(change)\(reason)。"
    default: return "\(year)年度收入总计\(total)，支出总计同为这一数额。\(change)\(reason)。"
    }
  }

  mutating func revenue() -> String {
    let parts: [(String, Measure)] = [
      ("财政拨款收入", .fiscalAppropriation), ("上级补助收入", .superiorSubsidy), ("事业收入", .institutional),
      ("经营收入", .operating), ("附属单位上缴收入", .affiliatedRemittance), ("其他收入", .other),
    ]
    let total = pen.money(now.revenue, FactKey("revenue.total"))
    let change = changeOrNothing("revenue.", from: before.revenue, to: now.revenue, subject: "收入合计")
    let shares = pen.shares(entries(parts, of: .gk02, "revenue"), of: now.revenue, called: "本年收入")
    switch pen.random.index(in: 0...3) {
    case 0: return "\(year)年度收入合计\(total)\(change)。其中：\(shares)。"
    case 1: return "\(us)\(year)年收入合计为\(total)\(change)。按来源分：\(shares)。"
    case 2: return "\(year)年度，\(us)本年收入\(total)\(change)，构成如下：\(shares)。"
    default: return "\(us)当年总收入\(total)\(change)；从构成看，\(shares)。"
    }
  }

  mutating func expenditure() -> String {
    let parts: [(String, Measure)] = [
      ("基本支出", .basic), ("项目支出", .project), ("上缴上级支出", .remittedToSuperior), ("经营支出", .operating),
      ("对附属单位补助支出", .affiliatedSubsidy),
    ]
    let total = pen.money(now.expenditure, FactKey("expenditure.total"))
    let change = changeOrNothing("expenditure.", from: before.expenditure, to: now.expenditure, subject: "支出合计")
    let shares = pen.shares(entries(parts, of: .gk03, "expenditure"), of: now.expenditure, called: "本年支出")
    switch pen.random.index(in: 0...3) {
    case 0: return "\(year)年度支出合计\(total)\(change)。其中：\(shares)。"
    case 1: return "\(us)\(year)年支出合计为\(total)\(change)。按性质分：\(shares)。"
    case 2: return "\(year)年度，\(us)本年支出\(total)\(change)，具体是：\(shares)。"
    default: return "\(us)当年总支出\(total)\(change)；从结构看，\(shares)。"
    }
  }

  mutating func appropriation() -> String {
    let wording = pen.random.index(in: 0...3)
    let total = pen.money(now.appropriation, FactKey("appropriation.total"))
    let change = pen.change(
      "appropriation.", from: before.appropriation, to: now.appropriation, year: year, subject: "财政拨款收、支总计各")
    let reason = pen.reason()
    let sources = fiscalSources()
    switch wording {
    case 0: return "\(year)年度财政拨款收入总计、支出总计均为\(total)。\(change)\(reason)。财政拨款收入中，\(sources)。"
    case 1: return "\(year)年度财政拨款收支总额\(total)，\(change)\(reason)。其中本年\(sources)。"
    case 2: return "\(us)财政拨款收、支总计各\(total)；\(change)\(reason)。分预算看，\(sources)。"
    default: return "\(us)\(year)年财政拨款收支总计为\(total)，\(change)\(reason)。当年\(sources)。"
    }
  }

  /// The revenue from each of the three budgets that gave any, with its change where the wording has one.
  private mutating func fiscalSources() -> String {
    let all: [(String, String, Int64, Int64)] = [
      ("一般公共预算财政拨款", "general_public", now.generalPublicRevenue, before.generalPublicRevenue),
      ("政府性基金预算财政拨款", "government_fund", now.governmentFundRevenue, before.governmentFundRevenue),
      ("国有资本经营预算财政拨款", "state_capital", now.stateCapitalRevenue, before.stateCapitalRevenue),
    ]
    let hasChanges = pen.random.chance(60)
    let verb = pen.pick("收入", "收入为", "", "收入共")
    return all.filter { $0.2 > 0 }.map { name, fund, amount, earlier in
      let text = name + verb + pen.money(amount, FactKey("appropriation.\(fund)_revenue"))
      return hasChanges
        ? text + "，" + pen.change("appropriation.\(fund)_revenue_", from: earlier, to: amount, year: year) : text
    }.joined(separator: "；")
  }

  /// The change behind its comma, which one narrative in four leaves out.
  private mutating func changeOrNothing(_ facts: String, from before: Int64, to now: Int64, subject: String) -> String {
    if pen.random.chance(25) { return "" }
    return "，" + pen.change(facts, from: before, to: now, year: year, subject: subject)
  }

  /// The columns of a form that have a figure, and sometimes those that have none.
  private mutating func entries(_ parts: [(String, Measure)], of form: Form, _ family: String) -> [FactPen.Part] {
    let namesAll = pen.random.chance(20)
    return parts.compactMap { label, measure in
      let amount = now.printed(accounts.sum(form, measure))
      guard amount > 0 || namesAll else { return nil }
      let name = "\(family).\(measure.rawValue)"
      return (label, amount, FactKey(name), FactKey(name + "_share"))
    }
  }
}

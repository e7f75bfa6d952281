import Accounts
import Classification

/// The sections of the basic expenditure and of the two smaller budgets.
extension NarrativeWriter {
  mutating func basic() -> String {
    let personnel = accounts.economicSum("301", "303")
    let goods = accounts.economicSum("302", "310")
    let hasItems = pen.random.chance(50)
    let total = pen.money(now.printed(personnel + goods), FactKey("basic.total"))
    let people = pen.money(now.printed(personnel), FactKey("basic.personnel"))
    let peopleItems = economicItems(below: ["301", "303"], withAmounts: hasItems)
    let office = pen.money(now.printed(goods), FactKey("basic.public"))
    let officeItems = economicItems(below: ["302", "310"], withAmounts: hasItems)
    switch pen.random.index(in: 0...3) {
    case 0:
      return "\(year)年度一般公共预算财政拨款基本支出\(total)，其中：人员经费\(people)，主要包括：\(peopleItems)；"
        + "公用经费\(office)，主要包括：\(officeItems)。"
    case 1: return "\(us)基本支出为\(total)。人员经费\(people)，包括\(peopleItems)。公用经费\(office)，包括\(officeItems)。"
    case 2:
      return "\(year)年，一般公共预算财政拨款基本支出共计\(total)。其中用于人员支出\(people)：\(peopleItems)；用于公用支出\(office)："
        + "\(officeItems)。"
    default:
      return "当年基本支出\(total)，由两部分组成：人员经费为\(people)，含\(peopleItems)；日常公用经费为\(office)，含\(officeItems)。"
    }
  }

  /// The economic subjects with figures, with or without them.
  private mutating func economicItems(below classes: [String], withAmounts: Bool) -> String {
    let codes = accounts.economic.keys.filter { classes.contains(String($0.prefix(3))) }.sorted()
    let verb = pen.pick("", "", "为", "支出", "支出为")
    let mark = pen.pick("、", "，")
    return codes.map { code in
      let name = EconomicTemplate.name(of: code, in: year)
      guard withAmounts else { return name }
      return name + (verb.hasPrefix("支出") && name.hasSuffix("支出") ? "" : verb)
        + pen.money(now.printed(accounts.economic[code] ?? 0), FactKey("basic.item", subject: code))
    }.joined(separator: withAmounts ? mark : "、")
  }

  /// What came in and went out of a fund; the narrow form of state capital has no balances.
  mutating func fund(_ budget: SubjectBudget) -> String {
    let isFund = budget == .governmentFund
    let (name, family) = isFund ? ("政府性基金预算财政拨款", "government_fund") : ("国有资本经营预算财政拨款", "state_capital")
    let spent = accounts.fiscal(budget, \.total)
    if spent == 0 { return pen.pick("\(us)当年没有\(name)收入和支出。", "\(us)\(year)年度未发生\(name)收支。") }
    let expenditure = pen.money(now.printed(spent), FactKey("\(family).expenditure"))
    guard isFund || forms.style.hasStateCapitalBalances else {
      return pen.pick(
        "\(year)年度\(name)支出\(expenditure)。", "\(us)\(name)本年支出为\(expenditure)，全部用于批复的任务。",
        "当年\(name)支出决算为\(expenditure)。", "\(us)\(year)年\(name)支出共\(expenditure)。")
    }
    let opening = pen.money(now.printed(accounts.fiscal(budget, \.opening)), FactKey("\(family).opening_balance"))
    let revenue = pen.money(now.printed(accounts.fiscal(budget, \.revenue)), FactKey("\(family).revenue"))
    let closing = pen.money(now.printed(accounts.fiscal(budget, \.closing)), FactKey("\(family).closing_balance"))
    switch pen.random.index(in: 0...3) {
    case 0:
      return "\(year)年度\(name)年初结转和结余\(opening)，本年收入\(revenue)，本年支出\(expenditure)，年末结转和结余\(closing)。"
    case 1: return "\(us)\(name)上年结转\(opening)；当年收入\(revenue)；当年支出\(expenditure)；结转下年\(closing)。"
    case 2: return "\(name)本年收入为\(revenue)，年初结转结余为\(opening)，支出为\(expenditure)，年末结转结余为\(closing)。"
    default:
      return "\(year)年，\(name)支出\(expenditure)。资金来自本年收入\(revenue)和年初结转\(opening)，年末结转\(closing)。"
    }
  }
}

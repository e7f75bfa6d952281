import Accounts

/// The phrases that all sections share: changes, completions, shares and reasons, each in several wordings.
extension FactPen {
  /// How a figure differs from the year before, without a mark at either end: `比上年增加1.20万元，增长3.40%`.
  ///
  /// - Parameters:
  ///   - facts: What the names of its facts begin with, such as `overall.`.
  ///   - subject: What rose or fell, where a wording names it again.
  mutating func change(_ facts: String, from before: Int64, to now: Int64, year: FiscalYear, subject: String = "")
    -> String
  {
    let difference = now - before
    if difference == 0, before == 0 || random.chance(60) { return pick("与上年持平", "和上年相同", "较上年没有变化") }
    let isFall = difference < 0
    let amount = money(difference, FactKey(facts + "change", base: .priorYear))
    let (more, grows) = isFall ? ("减少", "下降") : ("增加", "增长")
    let rateKey = FactKey(facts + "change_rate", base: .priorYear)
    let wording = random.index(in: 0...6)
    guard let rate = percent(difference, of: before, rateKey, printsMagnitude: wording != 6) else {
      return pick("较上年\(more)\(amount)", "比\(year.year - 1)年\(more)\(amount)", "同比\(more)\(amount)")
    }
    switch wording {
    case 0: return "与\(year.year - 1)年度相比，\(subject)\(more)\(amount)，\(grows)\(rate)"
    case 1: return "比上年\(more)\(amount)，\(isFall ? "降" : "增")幅为\(rate)"
    case 2: return "较上年\(isFall ? "少" : "多")\(amount)，\(isFall ? "下降" : "上升")\(rate)"
    case 3: return "同比\(more)\(amount)（\(grows)\(rate)）"
    case 4: return "较\(year.year - 1)年\(grows)\(rate)，\(more)额为\(amount)"
    case 5: return "比上年度\(isFall ? "降低" : "上升")\(rate)，即\(more)\(amount)"
    default: return "与上年决算数相比\(more)了\(amount)，变动率为\(rate)"
    }
  }

  /// Budget, actual amount and how much of the one the other is: `年初预算为2.00万元，支出决算为1.00万元，完成年初预算的50.00%`.
  ///
  /// - Parameter facts: The keys of budget, actual amount and rate; the base of the last says which budget is meant.
  mutating func completion(
    budget: Int64, actual: Int64, _ facts: (budget: FactKey, actual: FactKey, rate: FactKey)
  ) -> String {
    let name = facts.rate.base == .initialBudget ? "年初" : "全年"
    let wording = random.index(in: 0...5)
    let planned = money(budget, facts.budget)
    let spent = money(actual, facts.actual)
    let rate = percent(actual, of: budget, facts.rate)
    let amounts =
      switch wording {
      case 0: "\(name)预算为\(planned)，支出决算为\(spent)"
      case 1: "\(name)预算\(planned)，支出决算\(spent)"
      case 2: "\(name)预算数\(planned)，决算数\(spent)"
      case 3: "支出决算为\(spent)，\(name)预算为\(planned)"
      case 4: "\(name)安排预算\(planned)，实际支出\(spent)"
      default: "\(name)预算\(planned)，支出决算数为\(spent)"
      }
    guard let rate else { return amounts }
    let share =
      switch wording {
      case 0, 3: "完成\(name)预算的\(rate)"
      case 1: "为\(name)预算的\(rate)"
      case 2: "预算执行率\(rate)"
      case 4: "完成\(name)预算\(rate)"
      default: "决算数是\(name)预算数的\(rate)"
      }
    return "\(amounts)，\(share)"
  }

  /// A part of a whole: what it is called, its amount, and the keys of amount and share.
  typealias Part = (label: String, amount: Int64, fact: FactKey, share: FactKey)

  /// The parts of a whole with their shares, without a mark at the end.
  mutating func shares(_ parts: [Part], of whole: Int64, called name: String) -> String {
    let wording = random.index(in: 0...4)
    if wording == 4, parts.count > 1, whole > 0 { return sharesInTurn(parts, of: whole, called: name) }
    let texts = parts.map { part -> String in
      let amount = money(part.amount, part.fact)
      guard let share = percent(part.amount, of: whole, part.share) else { return part.label + amount }
      switch wording {
      case 0: return "\(part.label)\(amount)，占\(name)的\(share)"
      case 1: return "\(part.label)\(amount)（占\(share)）"
      case 2: return "\(part.label)为\(amount)，占比\(share)"
      default: return "\(part.label)占\(name)的\(share)，金额\(amount)"
      }
    }
    return texts.joined(separator: wording == 1 ? "、" : "；")
  }

  /// `甲、乙分别为1.00、2.00万元，占合计的比重分别为33.33%、66.67%`.
  private mutating func sharesInTurn(_ parts: [Part], of whole: Int64, called name: String) -> String {
    let labels = parts.map(\.label).joined(separator: "、")
    let numbers = amounts(parts.map { ($0.amount, $0.fact) })
    let shares = parts.compactMap { percent($0.amount, of: whole, $0.share) }.joined(separator: "、")
    let each = pick("分别为", "各为")
    return "\(labels)\(each)\(numbers)，占\(name)的比重\(each)\(shares)"
  }

  /// Why a figure is what it is, with the mark before it; nothing one time in three.
  mutating func reason() -> String {
    if random.chance(33) { return "" }
    let cue = pick("，主要原因是", "，主要是由于", "，主要原因：", "，其原因为")
    return cue
      + pick(
        "专门任务有增有减", "新设的服务窗口投入使用", "人员进出带来变动", "上年结转的任务在本年收尾", "按要求精简一般性开支", "本年新增2个专题任务，原有1个任务结束")
  }
}

import Accounts
import Classification

/// Draws the figures of a unit.
struct AccountsDraw {
  private var random: SplitMix64
  private let subjects: SubjectDraw
  private let style: Style
  private var accounts = SyntheticAccounts()

  private init(random: SplitMix64, year: FiscalYear, style: Style) {
    self.random = random
    self.style = style
    subjects = SubjectDraw(year: year)
  }

  /// The figures of a unit of `kind` in `year`, in hundredths of the unit in which the style keeps the accounts.
  static func draw(kind: UnitKind, year: FiscalYear, style: Style, by random: inout SplitMix64) -> SyntheticAccounts {
    var draw = AccountsDraw(random: SplitMix64(seed: random.next()), year: year, style: style)
    draw.drawItems(kind)
    draw.drawOtherRevenue(kind)
    if style.variants.hasManySources { draw.drawManySources() }
    draw.drawThreePublic()
    draw.drawEconomicItems()
    return draw.accounts
  }

  /// An amount between so many hundredths of 万元, with the digits of its own that the accounts' unit has below them.
  private mutating func money(_ range: ClosedRange<Int64>) -> Int64 {
    let hundredths = random.integer(in: range)
    let scale = MoneyUnit.tenThousandYuan.yuan / style.accountsUnit.yuan
    return scale > 1 ? hundredths * scale + random.integer(in: 0...(scale - 1)) : hundredths
  }

  private mutating func drawItems(_ kind: UnitKind) {
    var items: [SyntheticItem] = []
    for code in subjects.generalItems(of: kind, by: &random) {
      items.append(generalItem(code))
    }
    if !items.contains(where: { $0.fiscal.basic > 0 }), let first = items.indices.first {
      items[first].fiscal.basic = money(30_000...200_000)
      items[first].fiscal.revenue += items[first].fiscal.basic
    }
    if random.chance(45) {
      for code in subjects.items(of: .governmentFund, count: random.index(in: 1...3), by: &random) {
        items.append(fundItem(code, .governmentFund))
      }
    }
    if subjects.year.year >= 2020, random.chance(20) {
      for code in subjects.items(of: .stateCapital, count: random.index(in: 1...2), by: &random) {
        items.append(fundItem(code, .stateCapital))
      }
    }
    accounts.items = items.sorted { $0.code < $1.code }
  }

  private mutating func generalItem(_ code: String) -> SyntheticItem {
    var item = SyntheticItem(code: code, budget: .generalPublic)
    let name = subjects.name(of: code)
    let isStaff = ["运行", "离退休", "保险", "年金", "医疗", "公积金", "补贴"].contains { name.contains($0) }
    if isStaff || random.chance(20) {
      item.fiscal.basic = code.hasSuffix("01") ? money(20_000...180_000) : money(80...20_000)
    }
    if item.fiscal.basic == 0 || (!isStaff && random.chance(20)) {
      item.fiscal.project = money(50...150_000)
    }
    if random.chance(6) {
      item.fiscal.opening = random.integer(in: 1...item.fiscal.total)
    }
    let closing = random.chance(6) ? money(1...2_000) : 0
    item.fiscal.revenue = item.fiscal.total - item.fiscal.opening + closing
    return item
  }

  private mutating func fundItem(_ code: String, _ budget: SubjectBudget) -> SyntheticItem {
    var item = SyntheticItem(code: code, budget: budget)
    item.fiscal.project = money(500...400_000)
    // The narrow form of state capital prints no balances, so that they would stand in gk04 alone.
    if budget == .governmentFund || style.hasStateCapitalBalances, random.chance(40) {
      item.fiscal.opening = random.integer(in: 1...item.fiscal.project)
    }
    let closing = random.chance(30) && item.fiscal.opening > 0 ? money(1...9_000) : 0
    item.fiscal.revenue = item.fiscal.project - item.fiscal.opening + closing
    return item
  }

  private mutating func drawOtherRevenue(_ kind: UnitKind) {
    let likelihood: Int64 = kind == .hospital ? 90 : kind == .school ? 60 : 25
    guard random.chance(likelihood) else { return }
    let general = accounts.items.indices.filter { accounts.items[$0].budget == .generalPublic }
    for index in random.sample(general, count: random.index(in: 1...3)) {
      accounts.items[index].other = otherFlow(kind)
    }
    if random.chance(40) { accounts.nonFiscalOpening = money(100...50_000) }
    if random.chance(15) { accounts.nonFiscalSurplusUsed = money(100...9_000) }
    if accounts.nonFiscalClosing > 0, random.chance(30) {
      accounts.surplusDistribution = random.integer(in: 1...accounts.nonFiscalClosing)
    }
  }

  /// Money of every kind, and balances: what a hospital or a school with subordinate units has.
  private mutating func drawManySources() {
    let general = accounts.items.indices.filter { accounts.items[$0].budget == .generalPublic }
    for index in random.sample(general, count: 2) {
      var flow = accounts.items[index].other
      flow.institutional += money(5_000...400_000)
      flow.superiorSubsidy += money(100...9_000)
      flow.affiliatedRemittance += money(100...5_000)
      flow.operating += money(100...30_000)
      flow.other += money(10...20_000)
      flow.operatingExpenditure = flow.operating
      let rest = flow.revenue - flow.expenditure
      flow.remittedToSuperior += rest / 30
      flow.affiliatedSubsidy += rest / 40
      flow.basic += rest / 2
      flow.project += rest / 5
      accounts.items[index].other = flow
    }
    if accounts.nonFiscalOpening == 0 { accounts.nonFiscalOpening = money(100...50_000) }
    if accounts.nonFiscalSurplusUsed == 0 { accounts.nonFiscalSurplusUsed = money(100...9_000) }
    if accounts.surplusDistribution == 0 { accounts.surplusDistribution = accounts.nonFiscalClosing / 4 }
  }

  private mutating func otherFlow(_ kind: UnitKind) -> OtherFlow {
    var flow = OtherFlow()
    if kind == .hospital || random.chance(40) { flow.institutional = money(100...400_000) }
    if random.chance(20) { flow.superiorSubsidy = money(100...9_000) }
    if random.chance(8) { flow.affiliatedRemittance = money(100...5_000) }
    if flow.revenue == 0 || random.chance(50) { flow.other = money(10...20_000) }
    var rest = flow.revenue - (random.chance(40) ? random.integer(in: 0...(flow.revenue / 3)) : 0)
    if random.chance(10) {
      flow.operating = money(100...9_000)
      flow.operatingExpenditure = flow.operating
    }
    if random.chance(10) {
      flow.remittedToSuperior = rest / 20
      rest -= flow.remittedToSuperior
    }
    if random.chance(10) {
      flow.affiliatedSubsidy = rest / 30
      rest -= flow.affiliatedSubsidy
    }
    flow.basic = random.chance(60) ? random.integer(in: 0...rest) : 0
    flow.project = rest - flow.basic
    return flow
  }

  private mutating func drawThreePublic() {
    var actual = ThreePublic.Half()
    if random.chance(15) { actual.overseasTravel = money(200...3_000) }
    if random.chance(15) { actual.vehiclePurchase = money(1_000...4_000) }
    if random.chance(75) { actual.vehicleOperation = money(100...2_500) }
    if random.chance(65) { actual.reception = money(5...900) }
    var budget = actual
    if actual.overseasTravel > 0, random.chance(50) { budget.overseasTravel += money(1...500) }
    if actual.vehicleOperation > 0, random.chance(70) { budget.vehicleOperation += money(1...500) }
    if random.chance(60) { budget.reception += money(1...500) }
    accounts.threePublic = ThreePublic(budget: budget, actual: actual)
  }

  /// Cuts the basic expenditure of gk05 into economic items; what 三公 names keeps its figure.
  private mutating func drawEconomicItems() {
    let basic = accounts.sum(.gk05, .basic)
    let publicTotal = basic / random.integer(in: 5...15)
    var rest = publicTotal
    let fixed = [
      ("30217", accounts.threePublic.actual.reception), ("30231", accounts.threePublic.actual.vehicleOperation),
    ]
    for (code, amount) in fixed where amount > 0 && amount < rest / 4 && random.chance(70) {
      accounts.economic[code] = amount
      rest -= amount
    }
    let goods = EconomicTemplate.goodsAndServices.filter { !["30212", "30217", "30231"].contains($0) }
    var publicCodes = random.sample(goods, count: random.index(in: 4...14))
    if random.chance(35) { publicCodes += random.sample(["31002", "31003", "31007"], count: random.index(in: 1...2)) }
    spread(rest, over: publicCodes)
    let wages = random.sample(EconomicTemplate.wages, count: random.index(in: 5...10))
    let benefits = random.sample(EconomicTemplate.benefits, count: random.index(in: 1...4))
    spread(basic - publicTotal, over: wages + benefits)
  }

  private mutating func spread(_ total: Int64, over codes: [String]) {
    for (code, part) in zip(codes, random.parts(of: total, count: codes.count)) where part > 0 {
      accounts.economic[code, default: 0] += part
    }
  }
}

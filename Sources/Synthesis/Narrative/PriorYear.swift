import Classification
/// The year before: figures that nobody has drawn accounts for, but which add up as accounts do.
///
/// All are hundredths of the unit of money in which the narrative is written.
struct PriorYear {
  let generalPublicRevenue: Int64
  let governmentFundRevenue: Int64
  let stateCapitalRevenue: Int64
  /// 收入合计.
  let revenue: Int64
  /// 财政拨款收入总计.
  let appropriation: Int64
  /// 收入总计.
  let overall: Int64
  /// 一般公共预算财政拨款支出.
  let generalPublicExpenditure: Int64
  /// 支出合计.
  let expenditure: Int64
  /// 公用经费 of the basic expenditure.
  let operatingCost: Int64
  /// The actual amounts of gk09.
  let threePublic: ThreePublic.Half

  /// Invents the year before by varying the figures of `now`.
  init(now: NarrativeAmounts, by random: inout SplitMix64) {
    generalPublicRevenue = Self.varied(now.generalPublicRevenue, &random)
    governmentFundRevenue = Self.varied(now.governmentFundRevenue, &random)
    stateCapitalRevenue = Self.varied(now.stateCapitalRevenue, &random)
    let fiscal = generalPublicRevenue + governmentFundRevenue + stateCapitalRevenue
    let nowFiscal = now.generalPublicRevenue + now.governmentFundRevenue + now.stateCapitalRevenue
    revenue = fiscal + Self.varied(max(0, now.revenue - nowFiscal), &random)
    appropriation = fiscal + Self.varied(max(0, now.appropriation - nowFiscal), &random)
    overall = revenue + (appropriation - fiscal) + Self.varied(max(0, now.overall - now.revenue) / 2, &random)
    generalPublicExpenditure = Self.varied(now.generalPublicExpenditure, &random)
    expenditure = generalPublicExpenditure + Self.varied(now.expenditure - now.generalPublicExpenditure, &random)
    operatingCost = Self.varied(now.operatingCost, &random)
    let actual = now.threePublic.actual
    threePublic = ThreePublic.Half(
      overseasTravel: random.chance(30) ? 0 : Self.varied(actual.overseasTravel, &random),
      vehiclePurchase: random.chance(60) ? 0 : Self.varied(actual.vehiclePurchase, &random),
      vehicleOperation: Self.varied(actual.vehicleOperation, &random), reception: Self.varied(actual.reception, &random)
    )
  }

  /// A figure of the same size: mostly another one, sometimes the same, zero for zero.
  private static func varied(_ figure: Int64, _ random: inout SplitMix64) -> Int64 {
    if figure <= 0 || random.chance(7) { return max(0, figure) }
    return figure * random.integer(in: 62...145) / 100 + random.integer(in: 1...min(99, figure))
  }
}

/// The figures of the accounts as the narrative prints them, in hundredths of its unit.
struct NarrativeAmounts {
  let style: Style
  let accounts: SyntheticAccounts

  /// An amount of the accounts as sentences print it.
  func printed(_ hundredths: Int64) -> Int64 { style.printed(hundredths, in: style.moneyUnit) }

  var generalPublicRevenue: Int64 { printed(accounts.fiscal(.generalPublic, \.revenue)) }
  var governmentFundRevenue: Int64 { printed(accounts.fiscal(.governmentFund, \.revenue)) }
  var stateCapitalRevenue: Int64 { printed(accounts.fiscal(.stateCapital, \.revenue)) }
  var revenue: Int64 { printed(accounts.sum(.gk02, .total)) }
  var appropriation: Int64 { printed(accounts.fiscal(\.revenue) + accounts.fiscal(\.opening)) }
  var overall: Int64 {
    printed(
      accounts.sum(.gk02, .total) + accounts.nonFiscalSurplusUsed + accounts.fiscal(\.opening)
        + accounts.nonFiscalOpening)
  }
  var expenditure: Int64 { printed(accounts.sum(.gk03, .total)) }
  var generalPublicExpenditure: Int64 { printed(accounts.sum(.gk05, .total)) }
  var generalPublicProject: Int64 { printed(accounts.sum(.gk05, .project)) }
  var operatingCost: Int64 { printed(accounts.economicSum("302", "310")) }

  /// gk09, each figure as printed.
  var threePublic: ThreePublic {
    func half(_ half: ThreePublic.Half) -> ThreePublic.Half {
      ThreePublic.Half(
        overseasTravel: printed(half.overseasTravel), vehiclePurchase: printed(half.vehiclePurchase),
        vehicleOperation: printed(half.vehicleOperation), reception: printed(half.reception))
    }
    return ThreePublic(budget: half(accounts.threePublic.budget), actual: half(accounts.threePublic.actual))
  }
}

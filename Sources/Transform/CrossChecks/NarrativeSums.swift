import Accounts

/// Adds up the amounts and counts of the narrative that are parts of one another.
enum NarrativeSums {
  /// One finding for each whole that its parts exceed, or, where all of them are stated, do not make.
  static func findings(_ ledger: Ledger) -> [Finding] {
    wholes.compactMap { finding($0, ledger) } + vehicles(ledger) + changes(ledger)
  }

  private static let wholes: [(whole: String, parts: [String])] = [
    ("expenditure.total", ["expenditure.basic", "expenditure.project"]),
    ("general_public.actual", ["general_public.basic", "general_public.project"]),
    ("basic.total", ["basic.personnel", "basic.public"]),
    (
      "three_public.actual",
      ["three_public.overseas_travel_actual", "three_public.vehicles_actual", "three_public.reception_actual"]
    ),
    (
      "three_public.vehicles_actual",
      ["three_public.vehicle_purchase_actual", "three_public.vehicle_operation_actual"]
    ),
    ("procurement.total", ["procurement.goods", "procurement.works", "procurement.services"]),
  ]

  private static func finding(_ sum: (whole: String, parts: [String]), _ ledger: Ledger) -> Finding? {
    func quote(_ name: String) -> Quote? { FactName(rawValue: name).flatMap { ledger.quote(FactKey($0)) } }
    let parts = sum.parts.compactMap(quote)
    guard let whole = quote(sum.whole), !parts.isEmpty else { return nil }
    let total = Quote.sum(parts)
    // Expenditure has further parts, and a part that is not stated may be anything up to the rest.
    let isWhole = parts.count == sum.parts.count && sum.whole != "expenditure.total"
    guard isWhole || total.amount > whole.amount, whole.agreement(with: total) == .broken else { return nil }
    return .difference(
      .narrativeSumDiffers, whole, total, fact: sum.whole, "\(sum.whole) and the sum of its parts in the narrative")
  }

  /// Kinds of vehicles that together are more than all vehicles.
  private static func vehicles(_ ledger: Ledger) -> [Finding] {
    let kinds = ledger.facts.filter { $0.key.fact.rawValue == "assets.vehicles_by_kind" }.compactMap(\.count)
    // In 128 bits no sum of counts overflows.
    let sum = kinds.reduce(Int128(0)) { $0 + Int128($1) }
    guard let all = ledger.fact(FactKey(FactName("assets", "vehicles"))), let count = all.count, sum > count else {
      return []
    }
    return [
      Finding(
        .narrativeSumDiffers, fact: "assets.vehicles", printed: "\(count)", expected: "\(sum)",
        message: "assets.vehicles: \(count) vehicles are printed, the kinds sum to \(sum).", sourceLine: all.span.line)
    ]
  }

  /// Changes of all funds and of appropriations that differ though there are no other funds.
  ///
  /// Other funds in the year before explain it, as long as they come to no less than nothing.
  private static func changes(_ ledger: Ledger) -> [Finding] {
    guard let total = ledger.quote("overall", "total"), let own = ledger.quote("appropriation", "total"),
      total.agreement(with: own) == .exact,
      let overall = ledger.quote(FactKey(FactName("overall", "change"), base: .priorYear)),
      let change = ledger.quote(FactKey(FactName("appropriation", "change"), base: .priorYear)),
      overall.agreement(with: change) == .broken
    else { return [] }
    let isPossible = change.amount > overall.amount
    return [
      Finding(
        .changesDiffer, severity: isPossible ? .info : nil, fact: "overall.change",
        printed: overall.amount.description, expected: change.amount.description,
        difference: overall.amount - change.amount,
        message: """
          overall.change is \(overall.amount) and appropriation.change \(change.amount), though both totals are \
          \(total.amount)\(isPossible ? ": only other funds in the year before explain it" : "").
          """,
        sourceLine: overall.line)
    ]
  }
}

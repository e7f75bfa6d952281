import Accounts
import Classification

/// Recomputes the shares and rates that the narrative states from the amounts beside them.
struct NarrativeRates {
  private let ledger: Ledger

  /// One finding for each rate that its amounts do not give, and for each over a base of zero.
  static func findings(_ ledger: Ledger) -> [Finding] {
    let check = NarrativeRates(ledger: ledger)
    return ledger.facts.compactMap(check.finding)
  }

  /// An amount that a rate may be measured against, and its name.
  private typealias Base = (quote: Quote, name: String)

  private func finding(_ fact: Fact) -> Finding? {
    guard let printed = fact.percent else { return nil }
    let name = fact.key.fact.rawValue
    guard let (part, bases) = quotient(fact.key, name), let first = bases.first else { return nil }
    let rates = bases.map { Rate(printed: printed, part: part, base: $0.quote) }
    if rates.contains(where: { $0.agreement == .exact }) { return nil }
    let index = rates.firstIndex { $0.agreement == .rounded } ?? 0
    let (rate, base) = (rates[index], index == 0 ? first : bases[index])
    return Self.finding(rate, of: base.name, key: name, label: fact.key.label, line: fact.span.line)
  }

  /// What is found of a rate that is not exact.
  static func finding(_ rate: Rate, of base: String, key: String, label: String, line: Int) -> Finding? {
    switch rate.agreement {
    case .exact: return nil
    case .undefined:
      return Finding(
        .rateOverZero, fact: key, printed: rate.printed.description,
        message: "\(label) is printed as \(rate.printed) percent of \(base), which is \(rate.base.amount).",
        sourceLine: line)
    case .rounded, .broken:
      let rule: FindingRule = rate.agreement == .rounded ? .roundingDifference : .rateDiffers
      return Finding(
        rule, fact: key, printed: rate.printed.description, expected: rate.expected.description,
        message: """
          \(label): \(rate.printed) percent is printed, \(rate.part.amount) of \(base) (\(rate.base.amount)) is \
          \(rate.expected) percent.
          """,
        sourceLine: line)
    }
  }

  // MARK: parts and bases

  /// What a rate is the quotient of: its part, and the bases that its words may mean; nil where they are not stated.
  private func quotient(_ key: FactKey, _ name: String) -> (Quote, [Base])? {
    if name.hasSuffix("change_rate") { return change(key, String(name.dropLast("_rate".count))) }
    if name.hasSuffix("completion_rate") { return completion(key, name) }
    switch name {
    case "general_public.share":
      return share("general_public.total", of: ["expenditure.total"], [CellKey(.gk03, .none, .total, .total)])
    case "general_public.class_share":
      let amount = FactKey(FactName("general_public", "class_amount"), subject: key.subject)
      guard let part = ledger.quote(amount) else { return nil }
      return (part, bases(["general_public.total"], [CellKey(.gk05, .none, .total, .total)]))
    case "procurement.sme_share": return share("procurement.sme_amount", of: ["procurement.total"], [])
    case "procurement.micro_share":
      return share("procurement.micro_amount", of: ["procurement.sme_amount", "procurement.total"], [])
    case "performance.share":
      let cells = [CellKey(.gk05, .none, .total, .project), CellKey(.gk03, .none, .total, .project)]
      return share("performance.amount", of: ["general_public.project"], cells)
    default:
      guard name.hasSuffix("_share"), let family = name.split(separator: ".").first else { return nil }
      return share(String(name.dropLast("_share".count)), of: ["\(family).total"], [])
    }
  }

  private func share(_ part: String, of facts: [String], _ cells: [CellKey]) -> (Quote, [Base])? {
    guard let part = quote(part) else { return nil }
    return (part, bases(facts, cells))
  }

  private func bases(_ facts: [String], _ cells: [CellKey]) -> [Base] {
    facts.compactMap { name in quote(name).map { ($0, name) } }
      + cells.compactMap { cell in ledger.quote(cell).map { ($0, cell.description) } }
  }

  private func quote(_ name: String) -> Quote? { FactName(rawValue: name).flatMap { ledger.quote(FactKey($0)) } }

  /// A change against what it changed from: the amount less the change.
  private func change(_ key: FactKey, _ name: String) -> (Quote, [Base])? {
    guard let change = FactName(rawValue: name).flatMap({ ledger.quote(FactKey($0, base: key.base)) }),
      let total = quote(Self.total(ofChange: name))
    else { return nil }
    let base = Quote(total.amount - change.amount, unit: total.unit + change.unit)
    return (change, [(base, "\(key.base == .none ? "the year before" : key.base.rawValue)")])
  }

  /// The fact whose change it is: `three_public.vehicles_change` is that of `three_public.vehicles_actual`.
  private static func total(ofChange name: String) -> String {
    let stem = String(name.dropLast("change".count))
    if name.hasPrefix("three_public.") { return stem + "actual" }
    return stem.hasSuffix("_") ? String(stem.dropLast()) : stem + "total"
  }

  private func completion(_ key: FactKey, _ name: String) -> (Quote, [Base])? {
    let stem = String(name.dropLast("completion_rate".count))
    let budgets = stem == "three_public." || name.hasPrefix("three_public.") ? ["budget"] : ["initial_budget"]
    func stated(_ quantity: String) -> Quote? {
      FactName(rawValue: stem + quantity).flatMap { ledger.quote(FactKey($0, subject: key.subject)) }
    }
    guard let actual = stated("actual"), let budget = budgets.lazy.compactMap(stated).first else { return nil }
    // An initial budget says nothing of how far the adjusted one was carried out.
    if name.hasPrefix("general_public."), key.base != .initialBudget { return nil }
    return (actual, [(budget, key.base.rawValue)])
  }
}

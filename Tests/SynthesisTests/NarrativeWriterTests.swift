import Accounts
import Classification
import Synthesis
import Testing

/// The sentences of generated disclosures, and the facts that they are known to state.
@Suite struct NarrativeWriterTests {
  private static let disclosures = (UInt64(1)...150).map { SyntheticDisclosure(seed: $0) }

  @Test func everyFactIsStatedOnce() {
    for disclosure in Self.disclosures {
      let keys = disclosure.facts.map(\.key)
      #expect(Set(keys).count == keys.count, "seed \(disclosure.seed)")
    }
  }

  @Test func amountsOfFactsAreThoseOfTheForms() {
    for disclosure in Self.disclosures where disclosure.style.variants.formInYuan == nil {
      let truth = Dictionary(disclosure.truth.map { ($0.key, $0.amount) }, uniquingKeysWith: { first, _ in first })
      let pairs: [(String, CellKey)] = [
        ("overall.total", CellKey(.gk01, .revenue, "grand_total", .amount)),
        ("revenue.total", CellKey(.gk02, .none, .total, .total)),
        ("expenditure.total", CellKey(.gk03, .none, .total, .total)),
        ("appropriation.total", CellKey(.gk04, .revenue, "grand_total", .amount)),
        ("general_public.actual", CellKey(.gk05, .none, .total, .total)),
        ("basic.personnel", CellKey(.gk06, .none, "personnel_total", .amount)),
        ("government_fund.expenditure", CellKey(.gk07, .none, .total, .total)),
        ("three_public.actual", CellKey(.gk09, .none, .total, .actualTotal)),
      ]
      for (name, key) in pairs {
        guard let fact = disclosure.facts.first(where: { $0.key.fact.rawValue == name }), let amount = truth[key] else {
          continue
        }
        #expect(fact.value == .yuan(amount), "seed \(disclosure.seed), \(name)")
      }
    }
  }
}

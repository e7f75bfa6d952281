import Accounts
import Synthesis
import Testing

/// The sentences of generated disclosures, and the facts that they are known to state.
@Suite struct NarrativeWriterTests {
  private static let disclosures = (UInt64(1)...150).map { SyntheticDisclosure(seed: $0) }

  @Test func everyFactIsStatedInAtLeastFourWordings() {
    var wordings: [String: Set<String>] = [:]
    var statements: [String: Int] = [:]
    for disclosure in Self.disclosures {
      let paragraphs = Self.paragraphs(disclosure)
      for fact in disclosure.facts {
        guard let figure = Self.figure(fact, disclosure) else { continue }
        for paragraph in paragraphs {
          guard let wording = Self.words(before: figure, in: paragraph) else { continue }
          wordings[fact.key.fact.rawValue, default: []].insert(wording)
          statements[fact.key.fact.rawValue, default: 0] += 1
        }
      }
    }
    // What few units have, few disclosures state.
    let common = wordings.filter { statements[$0.key, default: 0] >= 30 }
    #expect(common.count > 60)
    for (fact, found) in common { #expect(found.count >= 4, "\(fact): \(found.sorted())") }
  }

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

  private static func paragraphs(_ disclosure: SyntheticDisclosure) -> [String] {
    disclosure.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
  }

  /// The number as its sentence prints it, thousands not parted; nil for counts and zeros, which stand anywhere.
  private static func figure(_ fact: FactTruth, _ disclosure: SyntheticDisclosure) -> String? {
    switch fact.value {
    case .yuan(let amount):
      let digits = amount.thousandths.magnitude / UInt64(disclosure.style.moneyUnit.yuan * 10)
      return digits < 100 ? nil : "\(PrintedNumber(digits: Int64(digits), decimals: 2))"
    case .percent(let number):
      return number.digits == 0
        ? nil : "\(PrintedNumber(digits: Int64(number.digits.magnitude), decimals: number.decimals))%"
    case .count: return nil
    }
  }

  /// The last few characters before a figure without any digits.
  private static func words(before figure: String, in paragraph: String) -> String? {
    let (text, figure) = (Array(paragraph.utf16), Array(figure.utf16))
    guard text.count > figure.count else { return nil }
    for start in 0...(text.count - figure.count)
    where text[start..<start + figure.count].elementsEqual(figure) && (start == 0 || !isNumeric(text[start - 1])) {
      let before = text[..<start].suffix(10)
      let words = before.lastIndex(where: isNumeric).map { before[($0 + 1)...] } ?? before
      return String(decoding: words, as: UTF16.self)
    }
    return nil
  }

  private static func isNumeric(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) || unit == 0x2E }
}

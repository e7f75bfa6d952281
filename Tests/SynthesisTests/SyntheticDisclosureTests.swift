import Accounts
import Classification
import Synthesis
import Testing

@Suite struct SyntheticDisclosureTests {
  private static let seeds = UInt64(1)...60

  /// A disclosure whose figures add up to the last digit: exact accounts, all forms in one unit.
  private static func exact(_ seed: UInt64) -> SyntheticDisclosure {
    var style = SyntheticDisclosure(seed: seed).style
    style.variants.rounding = .exact
    style.variants.formInYuan = nil
    return SyntheticDisclosure(seed: seed, style: style)
  }

  /// The truth of a disclosure by key; what is not printed counts as nothing.
  private struct Figures {
    let amounts: [CellKey: Int64]

    init(_ disclosure: SyntheticDisclosure) {
      amounts = Dictionary(
        disclosure.truth.map { ($0.key, $0.amount.thousandths) }, uniquingKeysWith: { first, _ in first })
    }

    func callAsFunction(_ form: Form, _ side: Side = .none, row: String, _ measure: Measure) -> Int64 {
      amounts[CellKey(form, side, RowKey(row), measure)] ?? 0
    }

    /// The sum of a column over all rows whose code has so many digits.
    func sum(_ form: Form, _ measure: Measure, digits: Int, below prefix: String = "") -> Int64 {
      amounts.reduce(0) { sum, entry in
        let row = entry.key.row.rawValue
        let counts =
          entry.key.form == form && entry.key.measure == measure && entry.key.side == .none
          && row.utf8.count == digits && row.hasPrefix(prefix) && row != "total"
        return counts ? sum + entry.value : sum
      }
    }
  }

  @Test func sameSeedGivesTheSameBytes() {
    for seed in Self.seeds {
      let first = Renderer.render(SyntheticDisclosure(seed: seed), as: .tabs)
      #expect(first == Renderer.render(SyntheticDisclosure(seed: seed), as: .tabs), "seed \(seed)")
    }
  }

  @Test func seedsDrawAllKindsAndYears() {
    let disclosures = Self.seeds.map { SyntheticDisclosure(seed: $0) }
    #expect(Set(disclosures.map(\.unit.kind)).count == UnitKind.allCases.count)
    #expect(Set(disclosures.map(\.year.year)) == Set(2018...2024))
    #expect(Set(disclosures.map(\.unit.divisionCode)).count > 10)
  }

  @Test func noKeyIsPrintedTwice() {
    for seed in Self.seeds {
      let keys = SyntheticDisclosure(seed: seed).truth.map(\.key)
      #expect(Set(keys).count == keys.count, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func overallFormsBalance(seed: UInt64) {
    let figures = Figures(Self.exact(seed))
    #expect(figures(.gk01, .revenue, row: "revenue_total", .amount) == figures(.gk02, row: "total", .total))
    #expect(figures(.gk01, .expenditure, row: "expenditure_total", .amount) == figures(.gk03, row: "total", .total))
    #expect(
      figures(.gk01, .revenue, row: "grand_total", .amount) == figures(.gk01, .expenditure, row: "grand_total", .amount)
    )
    #expect(
      figures(.gk04, .revenue, row: "grand_total", .amount) == figures(.gk04, .expenditure, row: "grand_total", .total))
    #expect(
      figures(.gk04, .expenditure, row: "expenditure_total", .generalPublic) == figures(.gk05, row: "total", .total))
    #expect(figures(.gk01, .expenditure, row: "grand_total", .amount) > 0)
  }

  @Test(arguments: seeds) func basicExpenditureIsTheSumOfItsEconomicItems(seed: UInt64) {
    let figures = Figures(Self.exact(seed))
    let personnel = figures(.gk06, row: "personnel_total", .amount)
    let goods = figures(.gk06, row: "public_total", .amount)
    #expect(figures(.gk05, row: "total", .basic) == personnel + goods)
    #expect(personnel + goods == figures.sum(.gk06, .amount, digits: 5))
    #expect(personnel + goods == figures.sum(.gk06, .amount, digits: 3))
  }

  @Test(arguments: seeds) func columnsOfEveryRowAddUp(seed: UInt64) {
    let disclosure = Self.exact(seed)
    let figures = Figures(disclosure)
    for row in Set(disclosure.truth.filter { $0.key.form.isBySubject }.map(\.key.row.rawValue)) {
      for form in [Form.gk02, .gk03] {
        let parts = form.measures.dropFirst().reduce(0) { $0 + figures(form, row: row, $1) }
        #expect(figures(form, row: row, .total) == parts, "\(form) \(row)")
      }
      for form in [Form.gk05, .gk07, .gk08] {
        let parts = figures(form, row: row, .basic) + figures(form, row: row, .project)
        #expect(figures(form, row: row, .total) == parts, "\(form) \(row)")
      }
      let balance = figures(.gk07, row: row, .openingBalance) + figures(.gk07, row: row, .revenue)
      #expect(balance == figures(.gk07, row: row, .total) + figures(.gk07, row: row, .closingBalance), "gk07 \(row)")
    }
  }

  @Test(arguments: seeds) func totalsAreTheSumsOfTheirItems(seed: UInt64) {
    let figures = Figures(Self.exact(seed))
    for form in FormSet.finalAccount.forms where form.isBySubject {
      for measure in form.measures {
        let total = figures(form, row: "total", measure)
        #expect(total == figures.sum(form, measure, digits: 7), "\(form) \(measure)")
        let classes = figures.sum(form, measure, digits: 3)
        #expect(classes == total || classes == 0, "\(form) \(measure)")
      }
    }
  }

  @Test func blanksThatPrintZeroAreRowsWithZero() {
    var style = Style.numbered
    style.blank = .zero
    let zeros = SyntheticDisclosure(seed: 5, style: style).truth.filter { $0.amount == .zero }
    style.blank = .dash
    let withDashes = SyntheticDisclosure(seed: 5, style: style).truth
    #expect(zeros.count > 50)
    #expect(withDashes.allSatisfy { $0.amount != .zero })
  }

  @Test func disclosuresBefore2019HaveNoStateCapital() {
    for seed in Self.seeds {
      let disclosure = SyntheticDisclosure(seed: seed, year: FiscalYear(2018))
      #expect(!disclosure.tables.contains { $0.form == .gk08 })
    }
  }

  @Test func formsByItemsOnlyPrintNoParents() {
    var style = Style.numbered
    style.itemsOnly = [.gk05]
    let rows = SyntheticDisclosure(seed: 8, style: style).truth.filter { $0.key.form == .gk05 }.map(\.key.row)
    #expect(rows.allSatisfy { $0 == .total || $0.rawValue.utf8.count == 7 })
  }
}

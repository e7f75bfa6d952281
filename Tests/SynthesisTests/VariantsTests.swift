import Accounts
import Classification
import Synthesis
import Testing

@Suite struct VariantsTests {
  /// What the first seeds draw, once for all tests.
  private static let drawn = (UInt64(1)...250).map { SyntheticDisclosure(seed: $0).style.variants }

  private func disclosure(_ seed: UInt64 = 21, _ change: (inout Style) -> Void) -> SyntheticDisclosure {
    var style = Style.numbered
    change(&style)
    return SyntheticDisclosure(seed: seed, style: style)
  }

  private func form(_ form: Form, of disclosure: SyntheticDisclosure) throws -> RenderedForm {
    try #require(disclosure.tables.first { $0.form == form })
  }

  @Test func everyVariantIsDrawnBySomeSeed() {
    let drawn = Self.drawn
    #expect(Set(drawn.map(\.rounding)).count == 2)
    #expect(Set(drawn.map(\.economicShape)).count == 2)
    #expect(Set(drawn.map(\.generalPublicTitle)).count == 3)
    #expect(Set(drawn.map(\.appropriationLines)).count == 2)
    #expect(Set(drawn.map(\.firstExpenditureLine)) == [nil, 29, 31, 35])
    #expect(Set(drawn.flatMap(\.extraExpenses)).count == 3)
    #expect(Set(drawn.flatMap(\.otherTables)).count == 4)
    #expect(Set(drawn.map(\.headingMark)).count == 4)
    #expect(drawn.contains { $0.splitsEconomicCodes })
    #expect(drawn.contains { $0.hasPlainOverallTitle })
    #expect(drawn.contains { $0.hasFormsLast })
    #expect(drawn.contains { $0.formInYuan != nil })
    #expect(drawn.contains { !$0.contentsBullet.isEmpty })
    #expect(drawn.contains { $0.hasManySources })
  }

  @Test func aboutAQuarterOfTheDisclosuresRoundEachFigure() {
    let rounded = Self.drawn.count { $0.rounding == .eachFigure }
    #expect((40...85).contains(rounded))
  }

  @Test func figuresRoundedOnTheirOwnMissTheirSumInTheLastDigit() {
    let misses = (UInt64(1)...10).map { seed in
      let truth = disclosure(seed) { $0.variants.rounding = .eachFigure }.truth
      let amounts = Dictionary(uniqueKeysWithValues: truth.map { ($0.key, $0.amount.thousandths) })
      let items = amounts.filter { $0.key.form == .gk05 && $0.key.row.rawValue.utf8.count == 7 }
      let sum = items.reduce(0) { $1.key.measure == .total ? $0 + $1.value : $0 }
      return (amounts[CellKey(.gk05, .none, .total, .total)] ?? 0) - sum
    }
    #expect(misses.contains { $0 != 0 })
    // 0.01 万元 is 100 yuan; every item is off by less than half of that.
    #expect(misses.allSatisfy { $0.magnitude <= 1_000_000 && $0 % 100_000 == 0 })
  }

  @Test func aFormInYuanPrintsTheSameMoney() throws {
    let plain = disclosure { _ in }
    let mixed = disclosure { $0.variants.formInYuan = .gk05 }
    #expect(try form(.gk05, of: mixed).unit == "单位：元")
    #expect(try form(.gk03, of: mixed).unit == "单位：万元")
    #expect(mixed.truth == plain.truth)
    #expect(mixed.blocks != plain.blocks)
  }

  @Test(arguments: [29, 31, 35]) func expenditureBeginsWithTheLineOfTheStyle(line: Int) throws {
    var style = Style.numbered
    style.hasDebtLines = false
    style.variants.firstExpenditureLine = line
    let disclosure = SyntheticDisclosure(seed: 3, style: style, year: FiscalYear(2022))
    let rows = try form(.gk01, of: disclosure).rows
    let first = try #require(rows.first { $0.cells[3].text.hasPrefix("一、") })
    #expect(first.cells[4].text == String(line))
  }

  @Test func appropriationsInOneLineKeepTheirFundsBelow() throws {
    let together = disclosure { $0.variants.appropriationLines = .together }
    let labels = try form(.gk01, of: together).rows.dropFirst(3).map { $0.cells[0].text }
    #expect(labels.prefix(2) == ["一、财政拨款收入", "其中：政府性基金预算财政拨款"])
    // The datasets hold no line for all budgets.
    #expect(!together.truth.contains { $0.key.form == .gk01 && $0.key.row == "general_public" })
    #expect(!together.truth.contains { $0.key.row == "fiscal_appropriation" })
  }

  @Test func economicFiguresInColumnsStandTwiceAndCountOnce() throws {
    let lists = disclosure { _ in }
    let columns = disclosure { $0.variants.economicShape = .columns }
    #expect(Set(columns.truth.filter { $0.key.form == .gk06 }) == Set(lists.truth.filter { $0.key.form == .gk06 }))
    let row = try #require(try form(.gk06, of: columns).rows.first { $0.cells[0].text == "301" })
    #expect(row.cells[2].text == row.cells[3].text)
    #expect(row.cells[4].text.isEmpty)
  }

  @Test func otherTablesHoldNoTruth() {
    let plain = disclosure { _ in }
    let more = disclosure { $0.variants.otherTables = Variants.OtherTable.allCases }
    #expect(more.truth == plain.truth)
    #expect(more.tables.count == plain.tables.count + 4)
  }

  @Test func formsMayStandBehindTheNarrative() throws {
    let blocks = disclosure { $0.variants.hasFormsLast = true }.blocks
    let headings = blocks.compactMap { block in
      if case .heading(1, let text) = block { text } else { nil }
    }
    #expect(try #require(headings.dropFirst().first).hasSuffix("情况说明"))
    #expect(headings[1].hasPrefix("第二部分"))
    #expect(headings[2].hasSuffix("决算表"))
  }

  @Test func expensesBesideThePublicOnesAreColumnsOfTheirOwn() throws {
    let plain = try form(.gk09, of: disclosure { _ in })
    let wide = try form(.gk09, of: disclosure { $0.variants.extraExpenses = [.meetings, .operatingCost] })
    #expect(wide.width == plain.width + 3)
    #expect(wide.title.contains("会议费、机关运行经费"))
  }

  @Test func manySourcesGiveEveryColumnOfRevenueAFigure() {
    let truth = disclosure { $0.variants.hasManySources = true }.truth
    let measures = truth.filter { $0.key.form == .gk02 && $0.key.row == .total }.map(\.key.measure)
    #expect(measures == Form.gk02.measures)
  }
}

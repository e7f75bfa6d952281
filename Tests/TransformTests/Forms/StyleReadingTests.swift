import Accounts
import Classification
import Clean
import Extract
import Synthesis
import Testing
import Transform

/// One option of a style, changed against a known one.
struct StyleOption: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let style: Style

  init(_ name: String, from style: Style = .numbered, _ change: (inout Style) -> Void) {
    var style = style
    change(&style)
    testDescription = name
    self.style = style
  }
}

@Suite struct StyleReadingTests {
  private static let seeds: [UInt64] = [31, 32]

  private func read(_ disclosure: SyntheticDisclosure, as layout: Layout) throws -> Disclosure {
    let bytes = Renderer.render(disclosure, as: layout)
    let cleaned = Cleaner.clean(try Extractor.extract(bytes, path: "a"))
    return Transformer.transform(try #require(cleaned.first))
  }

  /// In layouts that keep their columns every figure is read, nothing besides, nothing repaired, nothing doubtful.
  @Test(arguments: options) func everyOptionIsReadExactly(option: StyleOption) throws {
    for seed in Self.seeds {
      let disclosure = SyntheticDisclosure(seed: seed, style: option.style)
      let layout: Layout = seed % 2 == 0 ? .tabs : .officeHTML
      let read = try read(disclosure, as: layout)
      #expect(amounts(read) == truth(disclosure), "seed \(seed), \(layout)")
      #expect(read.repairs.isEmpty, "seed \(seed), \(layout)")
      let findings = read.findings.filter { $0.severity > .info }
      #expect(findings.isEmpty, "seed \(seed), \(layout): \(findings.map(\.message))")
    }
  }

  /// Where the layout loses the columns, what is given is right, and what is open has the truth within its bounds.
  @Test(arguments: options) func noOptionMakesALayoutWithoutColumnsGiveAWrongFigure(option: StyleOption) throws {
    let disclosure = SyntheticDisclosure(seed: 33, style: option.style)
    let read = try read(disclosure, as: .cells)
    let truth = truth(disclosure)
    #expect(read.repairs.isEmpty)
    #expect(Set(truth.keys).isSubset(of: Set(read.figures.map(\.key))))
    for figure in read.figures {
      let printed = truth[figure.key] ?? .zero
      if let amount = figure.amount {
        #expect(amount == printed, "\(figure.key)")
      } else {
        let low = try #require(figure.low)
        let high = try #require(figure.high)
        #expect(low <= printed && printed <= high, "\(figure.key)")
      }
    }
  }

  @Test func otherTablesKeepAllTheirNumbers() throws {
    var style = Style.numbered
    style.variants.otherTables = Variants.OtherTable.allCases
    let disclosure = SyntheticDisclosure(seed: 34, style: style, kind: .hospital)
    for layout in [Layout.tabs, .spaces, .semanticHTML] {
      let kept = Set(try read(disclosure, as: layout).otherTables.flatMap(\.rows).flatMap(\.tokens).map(\.text))
      for table in disclosure.tables where table.form == nil {
        let numbers = table.rows.flatMap(\.cells).map(\.text).filter { $0.contains(where: \.isNumber) }
        let lost = numbers.filter { number in !kept.contains(number) && !number.contains("（") }
        #expect(lost.isEmpty, "\(layout), \(table.title)")
      }
    }
  }

  private func truth(_ disclosure: SyntheticDisclosure) -> [CellKey: Amount] {
    Dictionary(uniqueKeysWithValues: disclosure.truth.map { ($0.key, $0.amount) })
  }

  private func amounts(_ disclosure: Disclosure) -> [CellKey: Amount] {
    disclosure.figures.reduce(into: [:]) { $0[$1.key] = $1.amount }
  }
}

extension StyleReadingTests {
  private static let options: [StyleOption] = headings + shapes + figures + variants

  private static let headings: [StyleOption] = [
    StyleOption("title with a spaced year") { $0.titleYear = .spaced },
    StyleOption("title without a year") { $0.titleYear = .none },
    StyleOption("number in the title") { $0.formNumber = .inTitle },
    StyleOption("no number") { $0.formNumber = .none },
    StyleOption("三公 seventh") { $0.isThreePublicSeventh = true },
    StyleOption("no 行次") { $0.hasLineNumbers = false },
    StyleOption("no 栏次") { $0.hasColumnNumbers = false },
    StyleOption("identities printed") { $0.printsIdentities = true },
    StyleOption("no debt lines") { $0.hasDebtLines = false },
    StyleOption("empty forms left out") { $0.omitsEmptyForms = true },
    StyleOption("title in the table") { $0.hasTitleInTable = true },
    StyleOption("lines broken") { $0.wrapWidth = 30 },
    StyleOption("单位决算") { $0.reportWord = "单位决算" },
    StyleOption("headings with #") { $0.variants.headingMark = .hashes },
    StyleOption("headings with **") { $0.variants.headingMark = .stars },
    StyleOption("bullets in the contents") { $0.variants.contentsBullet = "• " },
    StyleOption("forms last") { $0.variants.hasFormsLast = true },
    StyleOption("收入支出决算表") { $0.variants.hasPlainOverallTitle = true },
  ]

  private static let shapes: [StyleOption] = [
    StyleOption("plain", from: .plain) { _ in },
    StyleOption("codes in one column") { $0.codeColumns = .single },
    StyleOption("codes in three columns") { $0.codeColumns = .split },
    StyleOption("合计 last") { $0.totalRow = .last },
    StyleOption("合计 in the header") {
      $0.totalRow = .inHeader
      $0.hasColumnNumbers = false
    },
    StyleOption("三公 in pairs") { $0.threePublicShape = .pairs },
    StyleOption("三公 in rows") { $0.threePublicShape = .rows },
    StyleOption("reception first", from: .plain) { $0.isReceptionFirst = true },
    StyleOption("items only") { $0.itemsOnly = [.gk02, .gk03, .gk05] },
    StyleOption("one list of gk06") { $0.economicBlocks = .one },
    StyleOption("two lists of gk06") { $0.economicBlocks = .two },
    StyleOption("gk08 with balances") { $0.hasStateCapitalBalances = true },
  ]

  private static let figures: [StyleOption] =
    Style.Blank.allCases.map { blank in StyleOption("blank \(blank)") { $0.blank = blank } } + [
      StyleOption("thousands not parted") { $0.isGrouped = false },
      StyleOption("元") { $0.moneyUnit = .yuan },
      StyleOption("千元") { $0.moneyUnit = .thousandYuan },
      StyleOption("one form in 元") { $0.variants.formInYuan = .gk02 },
      StyleOption("each figure rounded") { $0.variants.rounding = .eachFigure },
      StyleOption("each figure rounded, rules printed") {
        $0.variants.rounding = .eachFigure
        $0.printsIdentities = true
      },
      StyleOption("many sources") { $0.variants.hasManySources = true },
    ]

  private static let variants: [StyleOption] =
    [29, 31, 35].map { line in
      StyleOption("expenditure from line \(line)") {
        $0.variants.firstExpenditureLine = line
        $0.hasDebtLines = false
      }
    } + [
      StyleOption("gk06 in columns") { $0.variants.economicShape = .columns },
      StyleOption("economic codes in two columns") { $0.variants.splitsEconomicCodes = true },
      StyleOption("both") {
        $0.variants.economicShape = .columns
        $0.variants.splitsEconomicCodes = true
      },
      StyleOption("财政拨款支出决算明细表") { $0.variants.generalPublicTitle = .appropriationDetail },
      StyleOption("gk05 with balances") { $0.variants.generalPublicTitle = .withBalances },
      StyleOption("appropriations in one line") { $0.variants.appropriationLines = .together },
      StyleOption("other tables") { $0.variants.otherTables = Variants.OtherTable.allCases },
      StyleOption("expenses beside halves") { $0.variants.extraExpenses = Variants.ExtraExpense.allCases },
      StyleOption("expenses beside pairs", from: .plain) { $0.variants.extraExpenses = [.meetings, .operatingCost] },
      StyleOption("expenses below rows") {
        $0.threePublicShape = .rows
        $0.variants.extraExpenses = Variants.ExtraExpense.allCases
      },
    ]
}

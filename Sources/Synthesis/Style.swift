import Accounts
import Classification

/// How a disclosure prints its forms: what differs between provinces and years.
public struct Style: Hashable, Sendable {
  /// How the year stands in the titles of forms.
  public enum TitleYear: Sendable, CaseIterable { case joined, spaced, none }

  /// Where the printed number of a form stands.
  public enum FormNumber: Sendable, CaseIterable { case none, publicTable, inTitle }

  /// How subject codes stand in columns: one column, one code in the first of three, or cut over three.
  public enum CodeColumns: Sendable, CaseIterable { case single, wide, split }

  /// Where 合计 stands in the forms by subject.
  public enum TotalRow: Sendable, CaseIterable { case first, last, inHeader }

  /// The shape of gk09: budget and actual as two halves of a row, as pairs under each item, or items as rows.
  public enum ThreePublicShape: Sendable, CaseIterable { case halves, pairs, rows }

  /// What is printed where there is no amount.
  public enum Blank: String, Sendable, CaseIterable {
    case empty = ""
    case zero = "0.00"
    case dash = "-"
    case doubleDash = "——"
    case slash = "/"
    case bareZero = "0"
    case notRequired = "单位不需填列"

    /// Whether it prints the number zero.
    var isZero: Bool { self == .zero || self == .bareZero }
  }

  /// How many lists of economic subjects gk06 prints side by side.
  public enum EconomicBlocks: Int, Sendable, CaseIterable { case one = 1, two, three }

  /// How the year stands in titles.
  public var titleYear = TitleYear.joined
  /// Where the number of the form stands.
  public var formNumber = FormNumber.publicTable
  /// Whether 三公 is printed as form 7, before government funds and state capital.
  public var isThreePublicSeventh = false
  /// Whether gk01 and gk04 print 行次.
  public var hasLineNumbers = true
  /// Whether forms print a row with the numbers of the columns (栏次).
  public var hasColumnNumbers = true
  /// How subject codes stand.
  public var codeColumns = CodeColumns.wide
  /// Where 合计 stands.
  public var totalRow = TotalRow.first
  /// The shape of gk09.
  public var threePublicShape = ThreePublicShape.halves
  /// Whether gk09 prints reception before vehicles (in pairs and rows).
  public var isReceptionFirst = false
  /// What blank amounts print.
  public var blank = Blank.empty
  /// Whether thousands are parted by commas.
  public var isGrouped = true
  /// 万元, 千元 or 元.
  public var moneyUnit = MoneyUnit.tenThousandYuan
  /// Whether rules (`1栏各行＝（2＋3）栏各行`) stand under the forms.
  public var printsIdentities = false
  /// Forms by subject that print items (项) only.
  public var itemsOnly: Set<Form> = []
  /// The lists of gk06.
  public var economicBlocks = EconomicBlocks.three
  /// Whether gk08 prints opening balance, revenue and closing balance like gk07.
  public var hasStateCapitalBalances = false
  /// Whether gk01 and gk04 print the lines for debt and special bonds.
  public var hasDebtLines = true
  /// Whether forms without figures are left out.
  public var omitsEmptyForms = false
  /// Whether HTML tables hold their title and unit in rows of their own.
  public var hasTitleInTable = false
  /// Characters after which text layouts break a line of prose; nil for whole paragraphs.
  public var wrapWidth: Int?
  /// What the title calls the report: 部门决算 or 单位决算.
  public var reportWord = "部门决算"
  /// What only some provinces, years or exporters print.
  public var variants = Variants()

  /// Makes the style of one city since 2020: 行次, 栏次, 公开01表.
  public init() {}

  /// The style of one city since 2020: 行次, 栏次, 公开01表.
  public static let numbered = Style()

  /// A style without 行次, 栏次 and numbers: codes in one column, 三公 as form 7 in pairs.
  public static var plain: Style {
    var style = Style()
    style.titleYear = .none
    style.formNumber = .none
    style.isThreePublicSeventh = true
    style.hasLineNumbers = false
    style.hasColumnNumbers = false
    style.codeColumns = .single
    style.threePublicShape = .pairs
    style.isGrouped = false
    style.economicBlocks = .two
    style.hasStateCapitalBalances = true
    style.hasDebtLines = false
    return style
  }

  /// Draws a style: half near one of the two above, half with every option on its own.
  init(year: FiscalYear, drawnBy random: inout SplitMix64) {
    self = random.chance(50) ? .numbered : .plain
    if random.chance(50) { drawHeadings(&random) }
    if random.chance(50) { drawShapes(&random) }
    blank = random.chance(50) ? .empty : random.pick([.empty, .zero, .dash, .doubleDash])
    isGrouped = random.chance(60)
    moneyUnit = random.chance(25) ? .yuan : .tenThousandYuan
    printsIdentities = random.chance(35)
    hasTitleInTable = random.chance(30)
    wrapWidth = random.chance(40) ? random.index(in: 28...44) : nil
    if random.chance(15) { reportWord = "单位决算" }
    if year.year < 2020 {
      hasDebtLines = random.chance(50)
      hasStateCapitalBalances = false
    }
  }

  /// Draws what only some disclosures print.
  mutating func drawVariants(year: FiscalYear, kind: UnitKind, by random: inout SplitMix64) {
    variants = Variants(year: year, kind: kind, drawnBy: &random)
    if random.chance(12) { blank = random.pick([.slash, .bareZero, .notRequired]) }
    if random.chance(4) { moneyUnit = .thousandYuan }
    variants.narratesVehicles = random.chance(60)
  }

  private mutating func drawHeadings(_ random: inout SplitMix64) {
    titleYear = random.pick(TitleYear.allCases)
    formNumber = random.pick(FormNumber.allCases)
    isThreePublicSeventh = random.chance(40)
    hasLineNumbers = random.chance(60)
    hasColumnNumbers = random.chance(60)
    hasDebtLines = random.chance(60)
    omitsEmptyForms = random.chance(20)
  }

  private mutating func drawShapes(_ random: inout SplitMix64) {
    codeColumns = random.pick(CodeColumns.allCases)
    totalRow = random.pick(TotalRow.allCases)
    threePublicShape = random.pick(ThreePublicShape.allCases)
    isReceptionFirst = threePublicShape != .halves && random.chance(30)
    if random.chance(25) { itemsOnly = [.gk02, .gk03, .gk05] }
    if random.chance(15) { itemsOnly = [.gk05] }
    economicBlocks = random.pick(EconomicBlocks.allCases)
    hasStateCapitalBalances = random.chance(50)
    if totalRow == .inHeader {
      // 合计 can only stand in the row of 类, 款, 项 where there is one and no numbers of columns fill it.
      if codeColumns == .single { codeColumns = .wide }
      hasColumnNumbers = false
    }
  }
}

import Accounts
import Classification

/// What only some provinces, years or exporters print: the ways in which a form leaves the national template.
public struct Variants: Hashable, Sendable {
  /// How figures of 万元 come to be: cents kept as drawn, or each figure rounded on its own from cents.
  public enum Rounding: Sendable, CaseIterable { case exact, eachFigure }

  /// The shape of gk06: lists of subjects with one amount each, or the columns 合计, 人员经费 and 公用经费.
  public enum EconomicShape: Sendable, CaseIterable { case lists, columns }

  /// What gk05 is called, and whether it prints revenue and balances too.
  public enum GeneralPublicTitle: Sendable, CaseIterable { case official, appropriationDetail, withBalances }

  /// How gk01 prints appropriations: a line for each budget, or one line with 其中 below it, as until 2018.
  public enum AppropriationLines: Sendable, CaseIterable { case byBudget, together }

  /// An expense printed beside 三公 in gk09.
  public enum ExtraExpense: String, Sendable, CaseIterable {
    case meetings = "会议费"
    case training = "培训费"
    case operatingCost = "机关运行经费"
  }

  /// A table among the forms that is none of the nine.
  public enum OtherTable: Sendable, CaseIterable { case procurement, assets, specialAccount, revenueByUnit }

  /// How text layouts mark headings: as the layout does by itself, or with `#`, with `**`, or not at all.
  public enum HeadingMark: Sendable, CaseIterable { case ofLayout, hashes, stars, none }

  /// How figures are rounded.
  public var rounding = Rounding.exact
  /// The shape of gk06.
  public var economicShape = EconomicShape.lists
  /// Whether gk06 prints the codes in two columns (`301 | 01`).
  public var splitsEconomicCodes = false
  /// What gk05 is called.
  public var generalPublicTitle = GeneralPublicTitle.official
  /// Whether gk01 is titled 收入支出决算表, without 总.
  public var hasPlainOverallTitle = false
  /// How gk01 prints appropriations.
  public var appropriationLines = AppropriationLines.byBudget
  /// The 行次 with which the expenditure of gk01 begins, where blank lines fill the sides up to it.
  public var firstExpenditureLine: Int?
  /// What stands beside 三公 in gk09.
  public var extraExpenses: [ExtraExpense] = []
  /// The other tables among the forms.
  public var otherTables: [OtherTable] = []
  /// Whether the forms stand behind the narrative.
  public var hasFormsLast = false
  /// A form printed in 元 while the others are in another unit.
  public var formInYuan: Form?
  /// How headings are marked.
  public var headingMark = HeadingMark.ofLayout
  /// What stands before the titles in the contents.
  public var contentsBullet = ""
  /// Whether the unit has revenue from many sources, balances and subordinate units.
  public var hasManySources = false
  /// Whether the narrative says what of the vehicles' expenses was purchase and what operation.
  public var narratesVehicles = false

  /// The national template.
  public init() {}

  /// Draws variants, from numbers of their own: older draws of the same seed stay what they are.
  init(year: FiscalYear, kind: UnitKind, drawnBy random: inout SplitMix64) {
    if random.chance(25) { rounding = .eachFigure }
    if random.chance(12) { economicShape = .columns }
    splitsEconomicCodes = random.chance(12)
    if random.chance(20) { generalPublicTitle = random.pick([.appropriationDetail, .withBalances]) }
    hasPlainOverallTitle = random.chance(12)
    if random.chance(year.year <= 2019 ? 40 : 3) { appropriationLines = .together }
    if random.chance(25) { firstExpenditureLine = random.pick([29, 31, 35]) }
    if random.chance(15) { extraExpenses = random.sample(ExtraExpense.allCases, count: random.index(in: 1...3)) }
    if random.chance(15) { otherTables = random.sample(OtherTable.allCases, count: random.index(in: 1...4)) }
    hasFormsLast = random.chance(10)
    if random.chance(8) { formInYuan = random.pick(FormSet.finalAccount.forms) }
    if random.chance(30) { headingMark = random.pick(HeadingMark.allCases) }
    if random.chance(15) { contentsBullet = random.pick(["- ", "* ", "• ", "● ", "· "]) }
    hasManySources = random.chance(kind == .hospital || kind == .school ? 35 : 5)
  }
}

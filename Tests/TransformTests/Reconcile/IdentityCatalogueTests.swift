import Accounts
import Classification
import Testing

@testable import Transform

/// A small unit whose forms agree, and what is found when one figure does not.
@Suite struct IdentityCatalogueTests {
  static let forms = """
    收入支出决算总表
    单位：元
    项目|行次|金额|项目|行次|金额
    栏次||1|栏次||2
    一、一般公共预算财政拨款收入|1|40.00|一、一般公共服务支出|31|36.50
    二、政府性基金预算财政拨款收入|2|7.00|二、外交支出|32|
    五、事业收入|5|2.00|五、教育支出|35|5.00
    |11||十一、城乡社区支出|41|6.00
    本年收入合计|27|49.00|本年支出合计|57|47.50
    使用非财政拨款结余|28||结余分配|58|
    年初结转和结余|29|3.00|年末结转和结余|59|4.50
    总计|30|52.00|总计|60|52.00
    收入决算表
    单位：元
    科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
    合计||49.00|47.00||2.00|||
    201|一般公共服务支出|38.50|36.50||2.00|||
    205|教育支出|4.50|4.50|||||
    212|城乡社区支出|6.00|6.00|||||
    支出决算表
    单位：元
    科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
    合计||47.50|30.00|17.50|||
    201|一般公共服务支出|36.50|30.00|6.50|||
    205|教育支出|5.00||5.00|||
    212|城乡社区支出|6.00||6.00|||
    财政拨款收入支出决算总表
    单位：元
    项目|行次|金额|项目|行次|小计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款
    栏次||1|栏次||2|3|4|5
    一、一般公共预算财政拨款|1|40.00|一、一般公共服务支出|33|34.50|34.50||
    二、政府性基金预算财政拨款|2|7.00|五、教育支出|37|5.00|5.00||
    三、国有资本经营预算财政拨款|3||十一、城乡社区支出|43|6.00||6.00|
    本年收入合计|27|47.00|本年支出合计|59|45.50|39.50|6.00|
    年初财政拨款结转和结余|28|2.00|年末财政拨款结转和结余|60|3.50|1.50|2.00|
    一、一般公共预算财政拨款|29|1.00||61||||
    二、政府性基金预算财政拨款|30|1.00||62||||
    总计|32|49.00|总计|64|49.00|41.00|8.00|
    一般公共预算财政拨款支出决算表
    单位：元
    科目编码|科目名称|合计|基本支出|项目支出
    合计||39.50|29.00|10.50
    201|一般公共服务支出|34.50|29.00|5.50
    205|教育支出|5.00||5.00
    一般公共预算财政拨款基本支出决算明细表
    单位：元
    科目编码|科目名称|决算数|科目编码|科目名称|决算数
    301|工资福利支出|20.00|302|商品和服务支出|9.00
    30101|基本工资|20.00|30217|公务接待费|0.50
    |||30201|办公费|8.50
    人员经费合计||20.00|公用经费合计||9.00
    政府性基金预算财政拨款收入支出决算表
    单位：元
    科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|基本支出|项目支出|年末结转和结余
    合计||1.00|7.00|6.00||6.00|2.00
    212|城乡社区支出|1.00|7.00|6.00||6.00|2.00
    国有资本经营预算财政拨款支出决算表
    单位：元
    科目编码|科目名称|合计|基本支出|项目支出
    合计||||
    财政拨款“三公”经费支出决算表
    单位：元
    项目|预算数|决算数
    合计|0.80|0.60
    1.因公出国（境）费||
    2.公务用车购置及运行维护费||
    3.公务接待费|0.80|0.60
    """

  private static let broken: Set<FindingRule> = [
    .rowIdentityBroken, .treeIdentityBroken, .crossFormIdentityBroken, .printedIdentityBroken,
  ]

  private func broken(_ old: String, _ new: String) throws -> [Finding] {
    try #require(Self.forms.contains(old))
    return try disclosure(Self.forms.replacing(old, with: new)).findings.filter { Self.broken.contains($0.rule) }
  }

  @Test func formsThatAgreeBreakNothing() throws {
    let read = try disclosure(Self.forms)
    #expect(read.findings.filter { Self.broken.contains($0.rule) || $0.rule == .roundingDifference }.isEmpty)
  }

  @Test func cleanInputIsNotRepaired() throws {
    let read = try disclosure(Self.forms)
    #expect(read.repairs.isEmpty)
    #expect(read.figures.allSatisfy { $0.status == .reported && $0.proof == .printed })
    #expect(read.figures.allSatisfy { $0.confidence >= Confidence(thousandths: 950) })
  }

  @Test func aWholeDisclosureIsComplete() throws {
    let read = try disclosure(Self.forms)
    #expect(read.formsFound == FormSet.finalAccount.forms)
    #expect(read.outcome == .complete)
    #expect(read.moneyUnit == "元")
  }

  @Test(arguments: [
    ("本年收入合计|27|49.00", "本年收入合计|27|50.00", "gk01 revenue"),
    ("年初结转和结余|29|3.00", "年初结转和结余|29|4.00", "gk01 revenue: grand_total"),
    ("二、外交支出|32|", "二、外交支出|32|1.00", "gk01 expenditure: expenditure_total"),
    ("年末结转和结余|59|4.50", "年末结转和结余|59|5.50", "gk01 expenditure: grand_total"),
    ("总计|60|52.00", "总计|60|53.50", "revenue grand_total = expenditure grand_total"),
    ("合计||49.00|47.00||2.00", "合计||50.00|48.00||2.00", "gk02 total = gk01"),
    ("201|一般公共服务支出|38.50|36.50", "201|一般公共服务支出|39.50|37.50", "gk02: total"),
    ("合计||47.50|30.00|17.50", "合计||48.50|31.00|17.50", "gk03 total = gk01"),
    ("201|一般公共服务支出|36.50|30.00|6.50", "201|一般公共服务支出|37.50|31.00|6.50", "gk03 201 = gk01 201"),
    ("一、一般公共预算财政拨款|1|40.00", "一、一般公共预算财政拨款|1|41.50", "gk04 general_public = gk01"),
    ("|28|2.00|", "|28|3.50|", "gk04 revenue: opening_balance"),
    ("|39.50|6.00|\n", "|38.50|7.00|\n", "gk05 total = gk04"),
    ("合计||39.50|29.00|10.50", "合计||39.50|28.00|11.50", "gk06 personnel_total"),
    ("30201|办公费|8.50", "30201|办公费|9.50", "gk06: 302"),
    ("合计||1.00|7.00|6.00||6.00|2.00", "合计||1.00|8.00|6.00||6.00|3.00", "gk07 revenue = gk04"),
    ("合计|0.80|0.60", "合计|0.80|0.70", "gk09 row"),
  ])
  func aFigureThatDisagreesBreaksItsIdentity(old: String, new: String, label: String) throws {
    let findings = try broken(old, new)
    #expect(findings.contains { $0.message.contains(label) }, "\(findings.map(\.message))")
  }

  @Test func aPartOfGk06AboveThePublicExpensesIsAWarning() throws {
    let findings = try broken("3.公务接待费|0.80|0.60", "3.公务接待费|0.80|0.40").filter { $0.message.contains("at most") }
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func fiscalExpenditureAboveAllExpenditureIsAWarning() throws {
    let findings = try broken("十一、城乡社区支出|43|6.00||6.00|", "十一、城乡社区支出|43|6.50||6.50|")
    #expect(findings.contains { $0.message.contains("at most gk01") && $0.severity == .warning })
  }

  @Test func aBrokenIdentityChangesNoFigure() throws {
    let read = try disclosure(Self.forms.replacing("总计|60|52.00", with: "总计|60|53.50"))
    #expect(read.amount("gk01/expenditure/grand_total/amount") == "53.50")
    #expect(read.repairs.isEmpty)
  }

  @Test func everyPrintedFigureIsPublishedOnce() throws {
    let figures = try disclosure(Self.forms).figures
    #expect(Set(figures.map(\.key)).count == figures.count)
    #expect(figures.count == 83)
  }
}

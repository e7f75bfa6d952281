import Accounts
import Testing

@testable import Transform

@Suite struct UnknownFiguresTests {
  private func read(_ old: String, _ new: String, narrative: String = "") throws -> Disclosure {
    try #require(IdentityCatalogueTests.forms.contains(old))
    return try disclosure(IdentityCatalogueTests.forms.replacing(old, with: new), narrative: narrative)
  }

  @Test func aFigureThatCannotBeReadIsAFindingAndBreaksNothing() throws {
    let read = try read("30201|办公费|8.50", "30201|办公费|x8.y5.0")
    let finding = try #require(read.findings(.unreadableNumber).first)
    #expect(finding.printed == "x8.y5.0")
    #expect(finding.row == "30201")
    #expect(read.findings(.treeIdentityBroken).isEmpty)
    #expect(read.outcome == .partial)
  }

  @Test func sumsGiveAFigureThatCannotBeRead() throws {
    let read = try read("201|一般公共服务支出|36.50|30.00|6.50", "201|一般公共服务支出|36.50|3\u{FFFD}.00|6.50")
    let figure = try #require(read.figure("gk03//201/basic"))
    #expect(figure.amount == Amount(thousandths: 30_000))
    #expect(figure.status == .derived)
    #expect(figure.printed.isEmpty)
  }

  @Test func sumsThatContradictWhatCanBeReadGiveNothing() throws {
    let read = try read("201|一般公共服务支出|36.50|30.00|6.50", "201|一般公共服务支出|36.50|9\u{FFFD}.00|6.50")
    #expect(read.figure("gk03//201/basic") == nil)
  }

  @Test func aFigureThatCannotBeReadMovesNoColumnElsewhere() throws {
    let forms = """
      收入支出决算总表
      单位：元
      项目 金额 项目 金额
      一、一般公共预算财政拨款收入 46.\u{FFFD}7 一、一般公共服务支出
      收入决算表
      单位：元
      科目编码 科目名称 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入
      201 一般公共服务支出 46.17 46.17
      """
    let wrong = try disclosure(forms).figures.filter {
      $0.confidence >= Confidence(thousandths: 950) && ![.total, .fiscalAppropriation].contains($0.key.measure)
    }
    #expect(wrong.isEmpty)
  }

  @Test func aNumberBesideACharacterThatCannotBeReadIsNoFact() throws {
    let text = "九、政府采购支出情况\n本年度政府采购支出总额9\u{FFFD}.32万元，其中：政府采购货物支出5.50万元。"
    let read = try read("8.50", "8.50", narrative: text)
    #expect(read.facts.contains { $0.printed == "5.50万元" })
    #expect(!read.facts.contains { $0.printed.contains("32") })
    #expect(read.findings(.unplacedNumber).contains { $0.printed == "9\u{FFFD}.32" })
  }

  @Test func aDisclosureWithoutAnyFigureIsNotComplete() throws {
    let blank = """
      收入支出决算总表
      单位：元
      项目|行次|金额|项目|行次|金额
      一、一般公共预算财政拨款收入|1||一、一般公共服务支出|31|
      """
    let read = try disclosure(blank)
    #expect(read.findings(.noAmounts).count == 1)
    #expect(read.outcome == .partial)
  }

  @Test func figuresInAnotherScriptAreReportedWithTheirSpelling() throws {
    let read = try read("201|一般公共服务支出|36.50|30.00|6.50", "201|一般公共服务支出|36.50|٣٠٫٠٠|6.50")
    let figure = try #require(read.figure("gk03//201/basic"))
    #expect(figure.amount == Amount(thousandths: 30_000))
    #expect(figure.status == .reported)
    #expect(figure.printed == "٣٠٫٠٠")
    #expect(figure.steps.map(\.rule) == ["read-characters"])
  }
}

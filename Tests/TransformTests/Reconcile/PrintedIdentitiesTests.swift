import Accounts
import Testing

@testable import Transform

@Suite struct PrintedIdentitiesTests {
  private func rules(_ text: String) -> [PrintedIdentities.Rule] {
    PrintedIdentities.rules(in: [Paragraph(text: text, span: SourceSpan(line: 7, column: 1))])
  }

  private func parts(_ text: String) -> [[Int: Int64]] {
    rules(text).map { rule in rule.identity.parts.reduce(into: [:]) { $0[$1.number] = $1.sign } }
  }

  @Test func aRuleOfLinesIsRead() throws {
    let rule = try #require(rules("30行＝（27＋28＋29）行").first)
    #expect(rule.identity.isOfLines)
    #expect(rule.identity.whole == 30)
    #expect(rule.identity.parts.map(\.number) == [27, 28, 29])
    #expect(rule.line == 7)
  }

  @Test(arguments: ["27行＝（1＋2＋3＋4＋5）行", "27行＝（1＋2＋…＋5）行", "27行=(1+2+……+5)行", "27行＝（1＋...＋5）行", "27行＝1行＋2行＋…＋5行"])
  func dotsStandForTheLinesBetween(text: String) {
    #expect(parts(text) == [[1: 1, 2: 1, 3: 1, 4: 1, 5: 1]])
  }

  @Test(arguments: ["1栏各行＝（2＋3）栏各行", "注：1栏各行=(2+3)栏各行。", "1栏＝（2＋3）栏"])
  func aRuleOfColumnsIsRead(text: String) throws {
    let rule = try #require(rules(text).first)
    #expect(!rule.identity.isOfLines)
    #expect(rule.identity.whole == 1)
    #expect(rule.identity.parts.map(\.number) == [2, 3])
  }

  @Test func aPartMayBeTakenAway() {
    #expect(parts("6栏各行＝（1＋2－3）栏各行") == [[1: 1, 2: 1, 3: -1]])
  }

  @Test func aSignThatWasReadAsTheNumberOneIsASign() {
    #expect(parts("6栏各行=（1+2一3）栏各行") == [[1: 1, 2: 1, 3: -1]])
  }

  @Test(arguments: ["6栏各行=（1+2×3）栏各行", "27行=（1+2某3）行"])
  func aRuleWithAnUnclearSignIsNotRead(text: String) {
    #expect(rules(text).isEmpty)
  }

  @Test func severalRulesMayStandInOneLine() {
    #expect(rules("27行＝（1＋2）行；30行＝（27＋28）行；57行＝（31＋32＋…＋56）行。").map(\.identity.whole) == [27, 30, 57])
  }

  @Test
  func rulesMayBePartedByCommas() {
    #expect(parts("27行＝（1＋2）行，30行＝（27＋28）行") == [[1: 1, 2: 1], [27: 1, 28: 1]])
  }

  @Test(arguments: ["注：本表反映部门本年度的总收支情况。", "本表金额单位为万元，尾差由四舍五入产生。", "a=b", "各栏=合计"])
  func otherNotesAreNoRules(text: String) {
    #expect(rules(text).isEmpty)
  }

  private func gk01(_ total: String, _ note: String) -> String {
    """
    收入支出决算总表
    单位：元
    项目|行次|金额|项目|行次|金额
    一、一般公共预算财政拨款收入|1|40.00|一、一般公共服务支出|31|36.00
    二、政府性基金预算财政拨款收入|2|1.00|五、教育支出|35|5.00
    五、事业收入|5|2.00|||
    本年收入合计|27|\(total)|本年支出合计|57|41.00
    \(note)
    """
  }

  @Test func aRuleThatTheFiguresBreakIsFoundByItsOwnWords() throws {
    let read = try disclosure(gk01("44.00", "27行＝（1＋2＋…＋8）行"))
    let finding = try #require(read.findings(.printedIdentityBroken).first)
    #expect(finding.row == "revenue_total")
    #expect(finding.printed == "44.00")
    #expect(finding.expected == "43.00")
    #expect(finding.difference == Amount(thousandths: 1_000))
    #expect(finding.message.contains("27"))
  }

  @Test func aRuleThatTheDisclosurePrintsIsNotReportedTwice() throws {
    let read = try disclosure(gk01("44.00", "27行＝（1＋2＋5）行"))
    #expect(read.findings(.printedIdentityBroken).count == 1)
    #expect(read.findings(.treeIdentityBroken).isEmpty)
  }

  @Test func aRuleThatHoldsIsNoFinding() throws {
    #expect(try disclosure(gk01("43.00", "27行＝（1＋2＋…＋8）行；57行＝（31＋32＋…＋56）行")).findings(.printedIdentityBroken).isEmpty)
  }

  @Test func aRuleOfColumnsIsCheckedInEveryRow() throws {
    let text =
      "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计|基本支出|项目支出\n栏次||1|2|3\n合计||12.00|9.00|3.00\n201|一般公共服务支出|12.00|9.00|3.00\n2010501|行政运行|9.00|9.00|\n2010507|专项普查活动|4.50||3.00\n1栏各行＝（2＋3）栏各行。"
    let findings = try disclosure(text).findings(.printedIdentityBroken)
    #expect(findings.map(\.row) == ["2010507"])
  }
}

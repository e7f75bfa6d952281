import Accounts
import Testing

@testable import Transform

/// What the publisher got wrong stays as printed, is doubted, and is found.
@Suite struct MisprintTests {
  private func gk05(_ rows: String) -> String {
    "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计|基本支出|项目支出\n栏次||1|2|3\n\(rows)\n"
  }

  private let wrongTotal = """
    合计||13.50|9.00|3.00
    201|一般公共服务支出|12.00|9.00|3.00
    20105|统计信息事务|12.00|9.00|3.00
    2010501|行政运行|9.00|9.00|
    2010507|专项普查活动|3.00||3.00
    """

  @Test func aWrongTotalStaysAsPrinted() throws {
    let figure = try #require(try disclosure(gk05(wrongTotal)).figure("gk05//total/total"))
    #expect(figure.amount == Amount(thousandths: 13_500))
    #expect(figure.printed == "13.50")
    #expect(figure.status == .reported)
  }

  @Test func aFigureThatOnlyBrokenIdentitiesHoldIsDoubted() throws {
    let read = try disclosure(gk05(wrongTotal))
    #expect(try #require(read.figure("gk05//total/total")).confidence < Confidence(thousandths: 950))
    #expect(try #require(read.figure("gk05//2010501/basic")).confidence >= Confidence(thousandths: 950))
  }

  @Test func aWrongTotalIsNoRepair() throws {
    #expect(try disclosure(gk05(wrongTotal)).repairs.isEmpty)
  }

  @Test func aBrokenRowIsAFindingWithWhatItsRuleExpects() throws {
    let finding = try #require(try disclosure(gk05(wrongTotal)).findings(.rowIdentityBroken).first)
    #expect(finding.severity == .error)
    #expect(finding.row == "total")
    #expect(finding.measure == .total)
    #expect(finding.printed == "13.50")
    #expect(finding.expected == "12.00")
    #expect(finding.difference == Amount(thousandths: 1_500))
  }

  @Test func aBrokenTreeIsAFindingWithItsLine() throws {
    let wrong = wrongTotal.replacing("合计||13.50", with: "合计||12.00").replacing(
      "2010507|专项普查活动|3.00||3.00", with: "2010507|专项普查活动|2.50||2.50")
    let findings = try disclosure(gk05(wrong)).findings(.treeIdentityBroken)
    #expect(findings.map(\.row) == ["20105", "20105"])
    #expect(findings.map(\.measure) == [.total, .project])
    #expect(findings.allSatisfy { $0.sourceLine != nil })
  }

  @Test func twoFormsThatDifferAreAFinding() throws {
    let gk03 =
      "支出决算表\n单位：元\n科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出\n合计||11.00|8.00|3.00|||\n201|一般公共服务支出|11.00|8.00|3.00|||\n"
    let findings = try disclosure(gk03 + gk05(wrongTotal)).findings(.crossFormIdentityBroken)
    #expect(findings.contains { $0.row == "201" && $0.measure == .basic })
  }

  @Test
  func aFullRowThatDoesNotAddUpIsNotLost() throws {
    let read = try disclosure(gk05("合计||13.50|9.00|3.00\n201|一般公共服务支出|13.50|9.00|3.00\n2010501|行政运行|13.50|9.00|3.00"))
    #expect(read.amount("gk05//2010501/total") == "13.50")
    #expect(read.amount("gk05//2010501/basic") == "9.00")
    #expect(read.amount("gk05//2010501/project") == "3.00")
  }

  @Test(arguments: ["9.O0", "9。00", "９．００", "9. 00"])
  func aMisreadFigureIsReadForWhatItLooksLike(text: String) throws {
    let read = try disclosure(
      gk05(wrongTotal.replacing("合计||13.50", with: "合计||12.00").replacing("行政运行|9.00|9.00", with: "行政运行|\(text)|9.00")))
    #expect(read.amount("gk05//2010501/total") == "9.00")
  }

  @Test func aMisreadFigureIsARepairWithThePrintedText() throws {
    let read = try disclosure(
      gk05(wrongTotal.replacing("合计||13.50", with: "合计||12.00").replacing("行政运行|9.00|9.00", with: "行政运行|9.O0|9.00")))
    let figure = try #require(read.figure("gk05//2010501/total"))
    #expect(figure.status == .corrected)
    #expect(figure.printed == "9.O0")
    #expect(read.repairs.map(\.printed) == ["9.O0"])
  }

  @Test func aMisreadFigureThatNothingConfirmsIsNotCertain() throws {
    let read = try disclosure(gk05("合计||9.O0||"))
    #expect(try #require(read.figure("gk05//total/total")).confidence < Confidence(thousandths: 950))
  }

  @Test func aRowThatStandsTwiceIsAFinding() throws {
    let read = try disclosure(gk05(wrongTotal + "\n2010507|专项普查活动|3.00||3.00"))
    #expect(read.findings(.duplicateRow).map(\.row) == ["2010507"])
    #expect(read.figures.count { $0.key.description == "gk05//2010507/total" } == 1)
  }
}

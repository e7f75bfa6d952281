import Accounts
import Testing

@testable import Transform

@Suite struct ProjectFormTests {
  private func project(_ form: String, summary: String = "", spent: String = "900.00") throws -> Project {
    try #require(try performance(form, summary: summary, spent: spent).projects.first { $0.source == .form })
  }

  private func form(_ funds: String, label: String = "预算执行情况(万元)", foot: String = "") -> String {
    """
    2022年度项目支出绩效自评表

    项目名称||普查项目||
    主管部门||县统计局|项目实施单位|普查中心
    \(label)||预算数(A)|执行数(B)|执行率(B/A)
    |年度财政资金总额|\(funds)
    \(foot)
    """
  }

  @Test func aFormNamesItsProjectAndItsUnits() throws {
    let read = try project(form("40.00|30.00|75%"))
    #expect(read.name == "普查项目")
    #expect(read.department == "县统计局")
    #expect(read.implementer == "普查中心")
  }

  @Test(arguments: ["40.00|30.00|75%", "40.00万元|30.00万元|75%", "40万|30万|75%", "400000元|300000元|75%"])
  func amountsHaveTheUnitThatTheirCellOrTheFormPrints(funds: String) throws {
    let read = try project(form(funds))
    #expect(read.budget?.description == "400000.00")
    #expect(read.actual?.description == "300000.00")
    #expect(read.executionRate == PrintedNumber(digits: 75, decimals: 0))
    #expect(read.status == .reported)
  }

  @Test func theLabelMaySayYuan() throws {
    #expect(try project(form("400000.00|300000.00|75%", label: "预算执行情况(元)")).budget?.description == "400000.00")
  }

  @Test func anAmountBeyondAllExpenditureIsInYuan() throws {
    let read = try project(form("400000|300000|75%"))
    #expect(read.budget?.description == "400000.00")
    #expect(read.status == .corrected)
    #expect(read.confidence < Confidence(thousandths: 950))
  }

  @Test func theSummaryConfirmsAnAmountInYuan() throws {
    let summary = "1.普查项目绩效自评综述：项目全年预算数为40万元，执行数为30万元，完成预算的75%。"
    #expect(try project(form("400000|300000|75%"), summary: summary).confidence >= Confidence(thousandths: 950))
  }

  @Test func theAdjustedBudgetCountsWhereTwoArePrinted() throws {
    let text = """
      项目支出绩效自评表

      项目名称|普查项目|||||
      项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
      |年度资金总额|50.00|40.00|30.00|10|75.00%|7.50
      """
    let read = try project(text)
    #expect(read.budget?.description == "400000.00")
    #expect(read.actual?.description == "300000.00")
    #expect(read.executionRate == PrintedNumber(digits: 7500, decimals: 2))
  }

  @Test func theScoreStandsBehindTheTotal() throws {
    #expect(try project(form("40|30|75%", foot: "总分||96.5||")).score == PrintedNumber(digits: 965, decimals: 1))
  }

  @Test func theScoreMayStandAboveTheForm() throws {
    let text = "2022年度项目支出绩效自评表\n单位名称：县统计局 填报日期：2023.4 自评得分：99\n项目名称 普查项目\n主管部门 县统计局\n预算数\n执行数\n执行率\n年度财政资金总额 40 30 75%"
    #expect(try project(text).score == PrintedNumber(digits: 99, decimals: 0))
  }

  @Test func reasonsAndMeasuresAreProse() throws {
    let read = try project(form("40|30|75%", foot: "偏差大或目标未完成 原因分析|合同未签||||\n改进措施及结果应用方案|提早签约||||"))
    #expect(read.deviationReason == "合同未签")
    #expect(read.improvements == "提早签约")
  }

  @Test func amountsSayWhereTheyArePrinted() throws {
    let read = try project(form("40.00|30.00|75%"))
    #expect(read.sources.first { $0.field == "budget" }?.printed == "40.00")
    #expect(read.sources.first { $0.field == "budget" }?.value == "400000.00")
  }
}

@Suite struct TickedBoxesTests {
  @Test(arguments: [
    "1、经常性项目 √ 2、延续性项目 □ 3、一次性项目 √", "√经常性项目 □延续性项目 √一次性项目", "☑ 经常性项目　☐ 延续性项目　☑ 一次性项目",
    "1.经常性项目■ 2.延续性项目□ 3.一次性项目■", "经常性项目（√） 延续性项目（ ） 一次性项目（√）", "R经常性项目 £延续性项目 R一次性项目",
    "1、□ 延续性项目 2、✓ 经常性项目 3、✓ 一次性项目",
  ])
  func aBoxIsTickedInEverySpelling(text: String) {
    #expect(TickedBoxes.ticked(text) == ["经常性项目", "一次性项目"])
  }

  @Test func textWithoutBoxesTicksNothing() {
    #expect(TickedBoxes.ticked("经常性项目") == nil)
  }
}

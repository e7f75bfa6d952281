import Accounts
import Testing

@testable import Transform

/// Places that round differently: information, never a change.
@Suite struct RoundingTests {
  private let text = """
    收入支出决算总表
    单位：万元
    项目|行次|金额|项目|行次|金额
    一、一般公共预算财政拨款收入|1|12.02|一、一般公共服务支出|31|12.02
    二、政府性基金预算财政拨款收入|2||二、外交支出|32|
    本年收入合计|27|12.02|本年支出合计|57|12.02
    支出决算表
    单位：万元
    科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
    合计||12.02|9.01|3.01|||
    201|一般公共服务支出|12.01|9.01|3.01|||
    2010501|行政运行|9.01|9.01||||
    2010507|专项普查活动|3.01||3.01|||
    """

  @Test func differencesOfTheLastDigitAreInformation() throws {
    let findings = try disclosure(text).findings(.roundingDifference)
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.severity == .info })
    #expect(findings.contains { $0.row == "201" && $0.difference == Amount(thousandths: -100_000) })
  }

  @Test func differencesOfTheLastDigitBreakNoIdentity() throws {
    let read = try disclosure(text)
    for rule in [FindingRule.rowIdentityBroken, .treeIdentityBroken, .crossFormIdentityBroken] {
      #expect(read.findings(rule).isEmpty)
    }
  }

  @Test func eachPlaceKeepsWhatItPrints() throws {
    let read = try disclosure(text)
    #expect(read.amount("gk01/expenditure/201/amount") == "120200.00")
    #expect(read.amount("gk03//201/total") == "120100.00")
    #expect(read.repairs.isEmpty)
    #expect(read.figures.allSatisfy { $0.status == .reported })
  }

  @Test func aDifferenceBeyondRoundingIsAnError() throws {
    let read = try disclosure(text.replacing("201|一般公共服务支出|12.01", with: "201|一般公共服务支出|12.30"))
    #expect(read.findings(.rowIdentityBroken).map(\.row) == ["201"])
  }

  @Test(.disabled("The first figure of a row gives the rounding of all."))
  func figuresOfOneRowMayHaveDifferentDecimals() throws {
    let coarse = text.replacing("合计||12.02|9.01|3.01", with: "合计||12.02|9.0|3.0")
    #expect(try disclosure(coarse).findings(.rowIdentityBroken).isEmpty)
  }

  @Test func fewerDecimalsAllowALargerDifference() throws {
    let coarse = text.replacing("31|12.02", with: "31|12.0").replacing("57|12.02", with: "57|12.0")
    let read = try disclosure(coarse)
    #expect(read.findings(.crossFormIdentityBroken).isEmpty)
    #expect(read.amount("gk01/expenditure/201/amount") == "120000.00")
  }
}

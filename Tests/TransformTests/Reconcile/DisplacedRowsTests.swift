import Accounts
import Testing

@testable import Transform

/// Rows of a grid whose figures stand in wrong columns.
@Suite struct DisplacedRowsTests {
  private let gk03 = """
    支出决算表
    单位：元
    科目编码 科目名称 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出
    合计 16.00 9.00 7.00
    2010501 行政运行 9.00 9.00
    2010507 专项普查活动 4.00 4.00
    2010508 统计抽样调查 3.00 3.00

    """

  private func gk05(_ row: String) -> String {
    """
    一般公共预算财政拨款支出决算表
    单位：元
    科目编码|科目名称|合计|基本支出|项目支出
    合计||16.00|9.00|7.00
    2010501|行政运行|9.00|9.00|
    \(row)
    2010508|统计抽样调查|3.00||3.00

    """
  }

  @Test func aRowThatLostABlankCellIsMovedWhereTheSumsAgree() throws {
    let read = try disclosure(gk05("2010507|专项普查活动|4.00|4.00"))
    #expect(read.amount("gk05//2010507/project") == "4.00")
    #expect(read.figure("gk05//2010507/basic") == nil)
  }

  @Test func theRowOfThreePublicExpensesThatLostBlankCellsSaysNoMoreThanItsSums() throws {
    let text = """
      财政拨款“三公”经费支出决算表
      单位：元
      预算数||||||决算数|||||
      合计|因公出国（境）费|公务用车购置及运行费|||公务接待费|合计|因公出国（境）费|公务用车购置及运行费|||公务接待费
      ||小计|公务用车购置费|公务用车运行费||||小计|公务用车购置费|公务用车运行费|
      1|2|3|4|5|6|7|8|9|10|11|12
      2.40|2.40||||

      """
    let read = try disclosure(text)
    #expect(read.figures.allSatisfy { $0.status == .ambiguous })
    #expect(read.figure("gk09//total/budget_overseas_travel")?.low == .zero)
    #expect(read.figure("gk09//total/budget_overseas_travel")?.high == Amount(thousandths: 2_400))
  }

  @Test func whatWasInferredFromSuchARowIsInferredAgain() throws {
    let read = try disclosure(gk03 + gk05("2010507|专项普查活动|4.00|4.00"))
    for form in ["gk03", "gk05"] {
      #expect(read.amount("\(form)//2010507/project") == "4.00")
      #expect(read.figure("\(form)//2010507/basic") == nil)
    }
    #expect(read.findings(.treeIdentityBroken).isEmpty)
  }

  @Test func aRowThatDoesNotBalanceWhereItStandsIsMovedAsAWhole() throws {
    let gk07 = """
      政府性基金预算财政拨款收入支出决算表
      单位：元
      科目编码|科目名称|年初结转和结余|本年收入|小计|基本支出|项目支出|年末结转和结余
      合计|||7.00|7.00||7.00|
      212|城乡社区支出||4.00|4.00||4.00|
      229|其他支出|||3.00|3.00||3.00

      """
    let read = try disclosure(gk07)
    for measure in ["revenue", "total", "project"] { #expect(read.amount("gk07//229/\(measure)") == "3.00") }
    for measure in ["basic", "closing_balance"] { #expect(read.figure("gk07//229/\(measure)") == nil) }
  }

  @Test func aTotalWhoseFiguresPartlyStandBelowItIsReadBySums() throws {
    let read = try disclosure(
      """
      一般公共预算财政拨款收入支出决算表
      单位：元
      科目编码|科目名称|年初结转和结余|本年收入|支出合计|基本支出|项目支出|年末结转和结余
      合计||2.00|50.00||||4.00
      ||||||1|48.00
      ||||||2|30.00
      ||||||3|18.00
      201|一般公共服务支出|2.00|50.00|48.00|30.00|18.00|4.00
      20105|统计信息事务|2.00|50.00|48.00|30.00|18.00|4.00
      2010501|行政运行|2.00|50.00|48.00|30.00|18.00|4.00

      """)
    #expect(read.amount("gk05//total/total") == "48.00")
    #expect(read.amount("gk05//total/basic") == "30.00")
    #expect(read.amount("gk05//total/project") == "18.00")
  }

  @Test func anAmountPrintedTwiceAndDifferentlyIsOpenWhereTheSumSpeaksAgainstItsTotal() throws {
    let rows = """
      301|工资福利支出|10.00|10.00|
      30101|基本工资|4.00|4.00|
      30102|津贴补贴|61.00|6.00|
      """
    let read = try disclosure(
      "一般公共预算财政拨款基本支出决算表\n单位：元\n科目编码|科目名称|合计|人员经费|公用经费\n合计||10.00|10.00|\n\(rows)\n")
    #expect(read.amount("gk06//30101/amount") == "4.00")
    #expect(read.amount("gk06//30102/amount") == "6.00..61.00")
  }
}

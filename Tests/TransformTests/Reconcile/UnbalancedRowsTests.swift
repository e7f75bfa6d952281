import Accounts
import Testing

@testable import Transform

/// Rows of layouts without columns that balance in no way.
@Suite struct UnbalancedRowsTests {
  private func read(_ old: String, _ new: String) throws -> Disclosure {
    let rows = """
      合计|32.00|19.00|13.00
      201|一般公共服务支出|12.00|9.00|3.00
      20105|统计信息事务|12.00|9.00|3.00
      2010501|行政运行|9.00|9.00
      2010507|专项普查活动|3.00|3.00
      208|社会保障和就业支出|20.00|10.00|10.00
      20805|行政事业单位养老支出|20.00|10.00|10.00
      2080505|机关事业单位基本养老保险缴费支出|10.00|10.00
      2080506|机关事业单位职业年金缴费支出|10.00|10.00
      """
    try #require(rows.contains(old))
    let header = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出\n"
    let gk04 = fiscalSummary("32.00", of201: "12.00", of208: "20.00")
    return try disclosure(gk04 + header + rows.replacing(old, with: new).parted(by: " ") + "\n")
  }

  @Test func aMisreadDigitIsCorrectedRatherThanAFigureInvented() throws {
    let read = try read("2010507|专项普查活动|3.00|3.00", "2010507|专项普查活动|8.00|3.00")
    let figure = try #require(read.figure("gk05//2010507/total"))
    #expect(figure.amount == Amount(thousandths: 3_000))
    #expect(figure.status == .corrected)
    #expect(read.figure("gk05//2010507/basic") == nil)
    #expect(read.amount("gk05//2010507/project") == "3.00")
  }

  @Test func aPublishersErrorThatFitsNoColumnsIsLeftOpen() throws {
    let read = try read("2010507|专项普查活动|3.00|3.00", "2010507|专项普查活动|7.46|3.00")
    #expect(read.amount("gk05//2010507/total") == "7.46..10.46")
    #expect(read.amount("gk05//2010507/project") == "3.00")
    #expect(read.figure("gk05//2010507/total")?.status == .ambiguous)
    #expect(!read.repairs.contains { $0.field == "amount" })
  }

  @Test func aLostFigureIsRestoredWhereTheSumsSayWhich() throws {
    let read = try read("201|一般公共服务支出|12.00|9.00|3.00", "201|一般公共服务支出|9.00|3.00")
    #expect(read.amount("gk05//201/total") == "12.00")
    #expect(read.figure("gk05//201/total")?.status == .derived)
  }

  @Test func theOtherRowsAreReadAsIfNothingHadHappened() throws {
    let clean = try read("合计", "合计")
    let wrong = try read("2010507|专项普查活动|3.00|3.00", "2010507|专项普查活动|7.46|3.00")
    let others = { (read: Disclosure) in
      read.figures.filter { $0.key.row != "2010507" }.map { "\($0.key) \($0.amount?.description ?? "")" }
    }
    #expect(others(wrong) == others(clean))
  }

  @Test func aLostFigureThatNothingConfirmsIsNotRestoredInOneRowOfMany() throws {
    // Without 合计 nothing tells rows that print one amount twice from those of a form that lost its totals.
    let rows = """
      201|一般公共服务支出|12.00|120.00
      20105|统计信息事务|12.00|12.00
      2010501|行政运行|9.00|9.00
      2010507|专项普查活动|3.00|3.00
      208|社会保障和就业支出|20.00|20.00
      20805|行政事业单位养老支出|20.00|20.00
      2080505|机关事业单位基本养老保险缴费支出|10.00|10.00
      2080506|机关事业单位职业年金缴费支出|10.00|10.00
      """
    let header = "收入决算表\n单位：元\n科目编码 科目名称 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入\n"
    let gk04 = fiscalSummary("32.00", of201: "12.00", of208: "20.00")
    let read = try disclosure(gk04 + header + rows.parted(by: " ") + "\n")
    #expect(read.figure("gk02//201/total")?.status != .derived)
  }
}

import Accounts
import Testing

@testable import Transform

@Suite struct BlankMarksTests {
  private let header = """
    收入决算表
    单位：元
    科目编码 科目名称 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入

    """

  @Test(arguments: ["——", "-", "/", "*"])
  func marksOfBlankCellsGiveTheColumns(mark: String) throws {
    let blank = mark + " "
    let read = try disclosure(
      header + "201 一般公共服务支出 38.50 36.50 \(blank)2.00 \(blank)\(blank)\(mark)")
    let figure = try #require(read.figure("gk02//201/institutional"))
    #expect(figure.amount == Amount(thousandths: 2_000))
    #expect(figure.status == .reported)
    #expect(read.figure("gk02//201/operating") == nil)
  }

  @Test func marksLimitWhatARowWithoutOneOfThemCanMean() throws {
    let others = """
      205 教育支出 4.50 4.50 —— —— —— —— ——
      212 城乡社区支出 6.00 6.00 —— —— —— —— ——

      """
    let read = try disclosure(header + others + "201 一般公共服务支出 38.50 36.50 —— 2.00 —— ——")
    // Each figure may stand one column further right, but none where two more cells are blank behind it.
    #expect(read.figure("gk02//201/other") == nil)
    #expect(read.figure("gk02//201/institutional")?.status == .ambiguous)
  }

  @Test func aLoneMarkSaysNothing() throws {
    let others = "205 教育支出 4.50 4.50\n212 城乡社区支出 6.00 6.00\n"
    let read = try disclosure(header + others + "201 一般公共服务支出 38.50 36.50 —— —— —— —— 2.00")
    #expect(read.figure("gk02//201/other")?.confidence ?? Confidence(thousandths: 0) < Confidence(thousandths: 950))
  }

  @Test func aRowWithMoreCellsThanItsHeaderIsOpen() throws {
    let forms = """
      支出决算表
      单位：元
      科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
      201|一般公共服务支出|36.50|——|36.50|——|——|——|——
      """
    let read = try disclosure(forms)
    #expect(!read.figures.contains { $0.key.measure == .project && $0.confidence >= Confidence(thousandths: 950) })
  }

  @Test func markedColumnsOfOneFormHoldAgainstDamageInAnother() throws {
    let forms = """
      支出决算表
      单位：元
      科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
      201|一般公共服务支出|36.50|——|36.50|——|——|——|——
      一般公共预算财政拨款支出决算表
      单位：元
      科目编码|科目名称|合计|基本支出|项目支出
      201|一般公共服务支出||36.50|36.50|——
      """
    let read = try disclosure(forms)
    #expect(read.amount("gk05//201/basic") == "36.50")
    #expect(read.figure("gk05//201/project") == nil)
  }
}

import Accounts
import Testing

@testable import Transform

@Suite struct IndicatorFlowTests {
  private func indicators(_ rows: String) throws -> [Indicator] {
    let form = """
      2022年度项目支出绩效自评表
      项目名称 普查项目
      主管部门 县统计局 项目实施单位 普查中心
      预算执行情况
      （万元）
      预算数
      （A）
      执行数（B）
      执行率
      （B/A）
      得分
      年度财政资金
      总额
      40.00 30.00 75% 15
      一级指标 二级指标 三级指标
      年初目标值
      （A）
      实际完成值（B） 得分
      \(rows)
      偏差大或目标未
      完成原因分析
      无
      """
    return try performance(form).indicators
  }

  @Test func aRowOnSeveralLinesIsOneIndicator() throws {
    let read = try indicators("产出指标\n数量指标\n指标1：普查小区\n覆盖数\n≥30个 32个 6\n质量指标 指标1：差错率 ≤1% 0.5% 6")
    #expect(read.map(\.summary) == ["产出指标/数量指标/普查小区覆盖数: ≥30个 -> 32个", "产出指标/质量指标/差错率: ≤1% -> 0.5%"])
    #expect(read.map(\.score) == ["6", "6"])
  }

  @Test func aValueOnSeveralLinesIsJoined() throws {
    let read = try indicators("产出指标 成本指标 指标1：控制预算率\n95%≤97%\n≤100%\n99% 6\n效益指标 社会效益指标 指标1：数据使用率 90% 92% 6")
    #expect(read.map(\.summary) == ["产出指标/成本指标/控制预算率: 95%≤97%≤100% -> 99%", "效益指标/社会效益指标/数据使用率: 90% -> 92%"])
  }

  @Test func aValueThatMayBeGoalOrResultIsNeither() throws {
    let read = try indicators("产出指标 时效指标 指标1：上报时间 按时限完成 6\n质量指标 指标1：差错率 ≤1% 0.5% 6")
    #expect(read.map(\.summary) == ["产出指标/时效指标/上报时间:  -> ", "产出指标/质量指标/差错率: ≤1% -> 0.5%"])
    #expect(read.map(\.score) == ["6", "6"])
  }

  @Test func whatIsReadWithoutColumnsIsAligned() throws {
    let read = try indicators("产出指标 质量指标 指标1：差错率 ≤1% 0.5% 6")
    #expect(read.map(\.status) == [.aligned])
  }

  @Test func theTailOfANameBehindItsValuesIsJoined() throws {
    let read = try indicators("产出指标 质量指标 普查小区覆盖 ≥95% 98% 6\n率\n时效指标 按期上报数 12次 12次 6")
    #expect(read.map(\.summary) == ["产出指标/质量指标/普查小区覆盖率: ≥95% -> 98%", "产出指标/时效指标/按期上报数: 12次 -> 12次"])
  }

  @Test func aPieceOfANameIsNoLevel() throws {
    let read = try indicators("产出指标 数量指标 普查小区数 ≥30个 32个 6\n宣传资料夹 投份数 100份 100份 6")
    #expect(read.map(\.summary).last == "产出指标/数量指标/宣传资料夹投份数: 100份 -> 100份")
    #expect(read.map { $0.confidence < Confidence(thousandths: 950) } == [false, true])
  }

  @Test func oneCellALineIsReadTheSame() throws {
    let read = try indicators("产出指标\n数量指标\n普查小区数\n≥30个\n32个\n6\n质量指标\n差错率\n≤1%\n0.5%\n6")
    #expect(read.map(\.summary) == ["产出指标/数量指标/普查小区数: ≥30个 -> 32个", "产出指标/质量指标/差错率: ≤1% -> 0.5%"])
  }
}

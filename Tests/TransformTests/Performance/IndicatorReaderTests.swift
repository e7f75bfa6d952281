import Accounts
import Testing

@testable import Transform

@Suite struct IndicatorReaderTests {
  private func indicators(_ rows: String) throws -> [String] {
    try performance(projectForm(rows)).indicators.map(\.summary)
  }

  @Test func mergedLevelsAreFilledFromAbove() throws {
    let rows = "|产出指标|数量指标|普查小区数|≥30个|32个\n|||培训次数|2次|2次\n||质量指标|差错率|≤1%|0.5%"
    #expect(
      try indicators(rows) == [
        "产出指标/数量指标/普查小区数: ≥30个 -> 32个", "产出指标/数量指标/培训次数: 2次 -> 2次", "产出指标/质量指标/差错率: ≤1% -> 0.5%",
      ])
  }

  @Test func aRowThatAMergedCellHasMovedKeepsItsFields() throws {
    let rows = "|产出指标|数量指标|普查小区数|≥30个|32个\n|时效指标|按期上报率|100%|98%|"
    #expect(try indicators(rows).last == "产出指标/时效指标/按期上报率: 100% -> 98%")
  }

  @Test func aValueMovesAsItsNeighboursDo() throws {
    let rows = "||产出指标|数量指标|普查小区数|30个\n|||质量指标|差错率|1%"
    #expect(try performance(projectForm(rows)).indicators.map(\.target) == ["30个", "1%"])
    #expect(try performance(projectForm(rows)).indicators.map(\.actual) == ["", ""])
  }

  @Test func theTailOfANameBehindAPageEndIsJoined() throws {
    let rows = "|产出指标|数量指标|普查小区覆盖|≥95%|98%\n\n|||率||\n||质量指标|差错率|≤1%|0.5%"
    #expect(
      try indicators(rows) == ["产出指标/数量指标/普查小区覆盖率: ≥95% -> 98%", "产出指标/质量指标/差错率: ≤1% -> 0.5%"])
  }

  @Test func aHeadingRepeatedOnTheNextPageIsNoRow() throws {
    let rows =
      "|产出指标|数量指标|普查小区数|30个|32个\n\n年度绩效目标1|一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)\n|效益指标|社会效益指标|数据使用率|90%|92%"
    #expect(try indicators(rows) == ["产出指标/数量指标/普查小区数: 30个 -> 32个", "效益指标/社会效益指标/数据使用率: 90% -> 92%"])
  }

  @Test func theNumberBeforeANameIsNoPartOfIt() throws {
    let rows = "|产出指标|数量指标|指标1：普查小区数|30个|32个\n|||指标2：培训次数|2次|2次"
    #expect(try performance(projectForm(rows)).indicators.map(\.name) == ["普查小区数", "培训次数"])
  }

  @Test func theScopeOfAProjectsIndicatorsIsItsName() throws {
    let read = try performance(projectForm("|产出指标|数量指标|普查小区数|30个|32个"))
    #expect(read.indicators.map(\.scope) == ["普查项目"])
    #expect(read.indicators.map(\.goal) == [""])
  }

  @Test func numberedGoalsOfTheWholeUnitAreKept() throws {
    let heading = "年度绩效指标|一级指标|二级指标|三级指标|年初目标值|实际完成值"
    let form = """
      2022年度部门整体绩效自评表

      单位名称|||沛县统计局||
      年度目标1：|||做好普查。||
      \(heading)
      |产出指标|数量指标|普查小区数|30个|32个
      年度目标2：|||做好培训。||
      \(heading)
      |产出指标|数量指标|培训次数|2次|2次
      """
    let read = try performance(form).indicators
    #expect(read.map(\.scope) == ["整体", "整体"])
    #expect(read.map(\.goal) == ["1", "2"])
  }

  @Test func weightKindAndScoreHaveTheirOwnFields() throws {
    let heading = "年度绩效指标|一级指标|二级指标|三级指标|指标分类|指标权重|年初目标值|实际完成值|得分"
    let row = "|产出指标|数量指标|普查小区数|绩效基本型指标|2|≥30个|32个|1.5"
    let read = try #require(try performance(projectForm(row, heading: heading)).indicators.first)
    #expect(read.kind == "绩效基本型指标")
    #expect(read.weight == "2")
    #expect(read.score == "1.5")
    #expect(read.summary == "产出指标/数量指标/普查小区数: ≥30个 -> 32个")
  }

  @Test func headingsOfOtherProvincesAreKnown() throws {
    let heading = "绩效指标|一级指标|二级指标|三级指标|年度指标值|全年完成值|分值|得分|未完成原因分析"
    let row = "|效益指标|可持续影响指标|数据共享单位数|12家|10家|10|8|两家未签约"
    let read = try #require(try performance(projectForm(row, heading: heading)).indicators.first)
    #expect(read.summary == "效益指标/可持续影响指标/数据共享单位数: 12家 -> 10家")
    #expect(read.weight == "10")
    #expect(read.score == "8")
  }

  @Test func aCellPrintedTwiceIsReadOnce() throws {
    let heading = "年度绩效指标|一级指标|二级指标|三级指标|指标分类|指标权重|年初目标值|实际完成值|得分|"
    let row = "|产出指标|数量指标|普查小区数|普查小区数|绩效基本型指标|2|≥30个|32个|2"
    let read = try performance(projectForm(row, heading: heading)).indicators
    #expect(read.map(\.summary) == ["产出指标/数量指标/普查小区数: ≥30个 -> 32个"])
  }

  @Test func goalsWithoutResultsAreNoSelfEvaluation() throws {
    let heading = "绩效指标|一级指标|二级指标|三级指标|年度指标值"
    #expect(try performance(projectForm("|产出指标|数量指标|普查小区数|30个", heading: heading)).indicators.isEmpty)
  }

  @Test func everyValueSaysWhereItIsPrinted() throws {
    let read = try #require(try performance(projectForm("|产出指标|数量指标|普查小区数|30个|32个")).indicators.first)
    #expect(read.sources.map(\.field) == ["indicator", "level1", "level2", "target", "actual"])
    #expect(Set(read.sources.map(\.span.line)) == [read.span.line])
  }
}

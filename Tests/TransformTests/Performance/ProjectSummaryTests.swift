import Accounts
import Testing

@testable import Transform

@Suite struct ProjectSummaryTests {
  private func projects(_ summary: String) throws -> [Project] {
    try performance("", summary: summary).projects
  }

  @Test func aSummaryHasBudgetExecutionAndRate() throws {
    let read = try projects("1.普查项目绩效自评综述：项目全年预算数为40.50万元，执行数为30万元，完成预算的74.1%。主要产出和效益是：查清家底。")
    #expect(read.map(\.name) == ["普查"])
    #expect(read.map { $0.budget?.description } == ["405000.00"])
    #expect(read.map { $0.actual?.description } == ["300000.00"])
    #expect(read.map(\.executionRate) == [PrintedNumber(digits: 741, decimals: 1)])
  }

  @Test func proseIsCutAtItsCues() throws {
    let read = try #require(
      try projects("1.普查项目绩效自评综述：项目全年预算数为40万元，执行数为30万元。主要产出和效益是：查清家底。发现的问题及原因：进度偏慢。下一步改进措施：提早部署。").first)
    #expect(read.results == "查清家底。")
    #expect(read.problems == "进度偏慢。")
    #expect(read.improvements == "提早部署。")
  }

  @Test func aParagraphWithoutANumberGoesOnWithTheProject() throws {
    let read = try projects(
      "1.普查项目绩效自评综述：项目全年预算数为40万元，执行数为30万元。主要产出和效果：查清家底。\n\n数据共享给十二家单位。\n\n2.培训项目绩效自评综述：项目全年预算数为4万元，执行数为3万元。")
    #expect(read.map(\.name) == ["普查", "培训"])
    #expect(read.map(\.results) == ["查清家底。数据共享给十二家单位。", ""])
  }

  @Test func aParagraphAboutBudgetsIsNoProject() throws {
    #expect(try projects("1.预算调整较大。年初预算数为40万元，执行数为30万元。").isEmpty)
  }

  @Test func figuresOfTheResultsAreNotTheProjects() throws {
    let read = try projects("1.普查项目绩效自评综述：项目全年预算数为40万元。主要产出和效益是：节约经费5万元，覆盖98%。")
    #expect(read.map(\.actual) == [nil])
    #expect(read.map(\.executionRate) == [nil])
  }
}

import Accounts
import Testing

@testable import Transform

/// Layouts that lose empty cells: which column each figure belongs to.
@Suite struct AlignmentTests {
  private func gk05(_ rows: String) -> String {
    "一般公共预算财政拨款支出决算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出\n\(rows)\n"
  }

  @Test func sumsForceTheOnlyAlignment() throws {
    let read = try disclosure(
      gk05("合计 13.00 10.00 3.00\n2010501 行政运行 9.00 9.00\n2010506 统计管理 1.00 1.00\n2010507 专项普查活动 3.00 3.00"))
    #expect(read.amount("gk05//2010507/project") == "3.00")
    #expect(read.amount("gk05//2010507/basic") == nil)
    let figure = try #require(read.figure("gk05//2010501/basic"))
    #expect(figure.amount == Amount(thousandths: 9_000))
    #expect(figure.status == .aligned)
    #expect(figure.proof == .forced)
    #expect(figure.confidence >= Confidence(thousandths: 950))
  }

  @Test func anAlignedFigureSaysWhatForcedIt() throws {
    let read = try disclosure(gk05("合计 12.00 9.00 3.00\n2010501 行政运行 9.00 9.00\n2010507 专项普查活动 3.00 3.00"))
    let step = try #require(read.figure("gk05//2010507/project")?.steps.last)
    #expect(step.rule == "align-by-identities")
    #expect(!step.witnesses.isEmpty)
  }

  @Test func whetherAZeroIsPrintedIsNoRange() throws {
    let gk03 = "支出决算表\n单位：元\n科目编码 科目名称 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出\n"
    let read = try disclosure(gk03 + "合计 9.00 9.00 0.00\n2010501 行政运行 9.00 9.00 0.00\n")
    #expect(read.figures.allSatisfy { $0.low == nil || $0.low != $0.high })
  }

  private let open = "合计 6.00 3.00 3.00\n2010501 行政运行 3.00 3.00\n2010507 专项普查活动 3.00 3.00"

  @Test func severalAlignmentsStayOpenWithTheirBounds() throws {
    let read = try disclosure(gk05(open))
    for code in ["2010501", "2010507"] {
      for measure in ["basic", "project"] {
        let figure = try #require(read.figure("gk05//\(code)/\(measure)"))
        #expect(figure.status == .ambiguous)
        #expect(figure.amount == nil)
        #expect(figure.low == .zero)
        #expect(figure.high == Amount(thousandths: 3_000))
      }
    }
  }

  @Test func whatAllAlignmentsAgreeOnIsDecided() throws {
    #expect(try disclosure(gk05(open)).amount("gk05//2010501/total") == "3.00")
  }

  @Test func anOpenAlignmentIsAFindingAndLeavesTheDisclosurePartial() throws {
    let read = try disclosure(gk05(open))
    #expect(read.findings(.alignmentUndecided).map(\.row) == ["2010501", "2010507"])
    #expect(read.outcome == .partial)
  }

  @Test func anotherFormMayDecide() throws {
    let gk03 =
      "支出决算表\n单位：元\n科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出\n合计||6.00|3.00|3.00|||\n2010501|行政运行|3.00|3.00||||\n2010507|专项普查活动|3.00||3.00|||\n"
    let read = try disclosure(gk03 + gk05(open))
    #expect(read.amount("gk05//2010501/basic") == "3.00")
    #expect(read.amount("gk05//2010507/project") == "3.00")
    #expect(!read.figures.contains { $0.status == .ambiguous })
  }

  @Test func aColumnThatTheTotalLeavesBlankIsBlankInEveryRow() throws {
    let read = try disclosure(gk05("合计 12.00 12.00\n2010501 行政运行 9.00 9.00\n2010599 其他统计信息事务支出 3.00 3.00"))
    let columns = Set(read.figures.filter { $0.key.row != .total }.map(\.key.measure))
    #expect(read.figures.allSatisfy { $0.status != .ambiguous } == (columns.count == 2))
  }

  @Test func sumsThatDoNotAddUpDecideNothing() throws {
    let read = try disclosure(gk05("合计 100.00 60.00 40.00\n2010501 行政运行 9.00 9.00\n2010507 专项普查活动 3.00 3.00"))
    #expect(read.figure("gk05//2010501/basic")?.status == .ambiguous)
    #expect(read.amount("gk05//2010501/total") == "9.00")
    #expect(read.amount("gk05//total/basic") == "60.00")
  }

  @Test func aLostColumnIsRestoredWhereTheSumsSayWhich() throws {
    let read = try disclosure(
      gk05(
        "合计 12.00 9.00 3.00\n201 一般公共服务支出 9.00 3.00\n20105 统计信息事务 12.00 9.00 3.00\n2010501 行政运行 9.00 9.00\n2010507 专项普查活动 3.00 3.00"
      ))
    let figure = try #require(read.figure("gk05//201/total"))
    #expect(figure.amount == Amount(thousandths: 12_000))
    #expect(figure.status == .derived)
    #expect(read.repairs.contains { $0.key == "gk05//201/total" && $0.rule == "restore-lost-column" })
  }

  @Test func revenueIsAlignedByTheLinesOfTheSummary() throws {
    let gk01 =
      "收入支出决算总表\n单位：元\n项目|行次|金额|项目|行次|金额\n一、一般公共预算财政拨款收入|1|9.00|一、一般公共服务支出|31|12.00\n五、事业收入|5|3.00|||\n本年收入合计|27|12.00|本年支出合计|57|12.00\n"
    let gk02 =
      "收入决算表\n单位：元\n科目编码 科目名称 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入\n合计 12.00 9.00 3.00\n2010501 行政运行 12.00 9.00 3.00"
    let read = try disclosure(gk01 + gk02)
    #expect(read.amount("gk02//total/fiscal_appropriation") == "9.00")
    #expect(read.amount("gk02//2010501/institutional") == "3.00")
  }
}

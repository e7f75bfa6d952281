import Accounts
import Testing

@testable import Transform

/// A whole that leaves a column blank has no part in it.
@Suite struct BlankColumnsTests {
  private func read(_ misprinted: String) throws -> Disclosure {
    try disclosure(
      "一般公共预算财政拨款支出决算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出\n"
        + """
        合计 32.00 22.00 10.00
        201 一般公共服务支出 12.00 12.00
        20105 统计信息事务 12.00 12.00
        2010501 行政运行 9.00 9.00
        2010507 专项普查活动 3.00 \(misprinted)
        208 社会保障和就业支出 20.00 10.00 10.00
        20805 行政事业单位养老支出 20.00 10.00 10.00
        2080505 机关事业单位基本养老保险缴费支出 10.00 10.00
        2080506 机关事业单位职业年金缴费支出 10.00 10.00

        """)
  }

  @Test func aRowStandsInTheColumnsOfItsSectionBesideOneThatBalancesInNone() throws {
    let figure = try #require(try read("2.58").figure("gk05//2010501/basic"))
    #expect(figure.amount == Amount(thousandths: 9_000))
    #expect(figure.steps.flatMap(\.witnesses).contains("gk05: columns that 201 leaves blank"))
  }

  @Test func aRowThatBalancesInNoneGetsNoFigureWhereItsSectionHasNone() throws {
    #expect(try read("2.58").figure("gk05//2010507/project") == nil)
  }
}

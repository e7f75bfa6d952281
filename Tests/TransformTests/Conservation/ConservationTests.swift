import Accounts
import Testing

@testable import Transform

@Suite struct ConservationTests {
  private let table = """
    一般公共预算财政拨款支出决算表
    公开05表
    单位：万元
    科目编码|科目名称|小计|基本支出|项目支出
    栏次||1|2|3
    合计||90.00|60.00|30.00
    2010501|行政运行|90.00|60.00|30.00
    """

  @Test func everyTokenIsCountedOnce() throws {
    let read = try disclosure(table)
    #expect(read.numbers.values == 6)
    #expect(read.numbers.declared[.code] == 1)
    #expect(read.numbers.unplaced == 0)
    #expect(read.numbers.total == 6 + read.numbers.declaredTotal)
    #expect(read.findings(.unplacedNumber).isEmpty)
  }

  @Test func anAmountOfTheNarrativeThatIsNoFactIsUnplaced() throws {
    let narrative = """
      六、一般公共预算财政拨款基本支出决算情况说明
      本年度基本支出60.00万元，其中：人员经费50.00万元，公用经费10.00万元。另有人员经费7.25万元。
      """
    let read = try disclosure(table, narrative: narrative)
    #expect(read.findings(.unplacedNumber).map(\.printed) == ["7.25"])
    #expect(read.numbers.unplaced == 1)
  }

  @Test func pageNumbersThatCleanTakesAwayAreCountedToo() throws {
    let read = try disclosure(table + "\n— 12 —\n")
    #expect(read.numbers.declared[.furniture] == 1)
  }

  @Test func aBudgetIsDeclaredUnread() throws {
    let read = Transformer.transform(
      try cleanedText("沛县统计局2022年部门预算\n\n第一部分 概况\n收入预算总表\n单位：万元\n合计|90.00\n"))
    #expect(read.identification.reportKind == .budget)
    #expect(read.numbers.total > 0)
    #expect(read.numbers.declared[.unread] == read.numbers.total)
  }
}

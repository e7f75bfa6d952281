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

  @Test func theNumbersOfARowThatCannotBeReadAreUnplaced() throws {
    let read = try disclosure(table.replacing("行政运行|90.00|60.00|30.00", with: "行政运行|90.00|60.00|30.00|77.31"))
    #expect(read.findings(.unplacedNumber).map(\.printed) == ["90.00", "60.00", "30.00", "77.31"])
    #expect(read.findings(.unplacedNumber).allSatisfy { $0.severity == .info })
  }

  @Test func lineNumbersCountAlsoBesideEmptyLines() throws {
    let read = try disclosure(
      """
      收入支出决算总表
      公开01表
      单位：万元
      项目|行次|金额|项目|行次|金额
      栏次||1|栏次||2
      一、一般公共预算财政拨款收入|1|90.00|一、一般公共服务支出|31|90.00
      |2||二、外交支出|32|
      |3||三、国防支出|33|
      本年收入合计|27|90.00|本年支出合计|57|90.00
      总计|30|90.00|总计|60|90.00
      """)
    #expect(read.findings(.unplacedNumber).isEmpty)
    #expect(read.numbers.declared[.numbering] == 12)
  }

  @Test func theAmountsOfAUnitsSelfEvaluationAreUnplacedAndItsPointsDeclared() throws {
    let read = Transformer.transform(
      try cleanedText(
        """
        沛县统计局2022年度部门决算

        第一部分 沛县统计局概况
        负责全县统计工作。
        第二部分 沛县统计局2022年度部门决算表

        \(table)

        第六部分 附件
        2022年度部门整体绩效自评表
        单位名称|沛县统计局||
        预算执行情况（万元）|预算数|执行数|得分
        部门整体支出总额|91.25|90.75|19
        一级指标|二级指标|三级指标|年初目标值|实际完成值
        产出指标|数量指标|普查次数|2次|2次
        """))
    #expect(read.findings(.unplacedNumber).map(\.printed) == ["91.25", "90.75"])
    #expect(read.numbers.declared[.points] == 1)
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

  @Test(arguments: ["99999999999999999999999999", "1000000000000000000000000000000", "99,999,999,999,999.00"])
  func aFigureOfTheNarrativeThatIsTooLongToReadIsUnplaced(number: String) throws {
    let narrative = "六、一般公共预算财政拨款基本支出决算情况说明\n本年度基本支出\(number)万元，统一代码123456789012345678。"
    let read = try disclosure(table, narrative: narrative)
    #expect(read.findings(.unplacedNumber).map(\.printed) == [number])
    #expect(read.facts.isEmpty)
  }

  @Test func aFigureOfAFormAboveAllThatFiguresPrintIsUnplaced() throws {
    let read = try disclosure(table.replacing("2010501|行政运行|90.00", with: "2010501|行政运行|9999999999999.00"))
    #expect(read.findings(.unplacedNumber).map(\.printed) == ["9999999999999.00"])
  }
}

import Accounts
import Testing

@testable import Transform

@Suite struct NarrativeTests {
  private func money(_ label: NormalText, _ text: NormalText) -> Int64? {
    StatedMoney.read(behind: label, in: text)?.amount.thousandths
  }

  @Test func anAmountStandsRightBehindItsLabel() {
    #expect(money("基本支出", "其中：基本支出 1,160.03 万元") == 11_600_300_000)
    #expect(money("支出决算", "支出决算数为8.38万元") == 83_800_000)
    #expect(money("支出合计", "支出合计减少 645.57 万元") == nil)
  }

  @Test func theFirstMentionWithAnAmountCounts() {
    #expect(money("项目支出", "项目支出主要用于建设，项目支出12.00元") == 12_000)
  }

  @Test func aNumberWithoutItsUnitIsNoAmount() {
    #expect(money("项目支出", "项目支出12.00") == nil)
  }

  private let title = "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"

  private let gk05 =
    "一般公共预算财政拨款支出决算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出\n"
    + "合计 6.00 3.00 3.00\n2010501 行政运行 3.00 3.00\n2010507 专项普查活动 3.00 3.00"

  @Test func theColumnsOfAWholeChooseAmongReadings() throws {
    let form = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出\n合计 9.00 9.00\n2010501 行政运行 9.00 9.00"
    #expect(try disclosure(form).figure("gk05//2010501/basic")?.status == .ambiguous)
    let read = try disclosure(form, narrative: "\(title)2022年度一般公共预算财政拨款支出决算9.00元，其中：基本支出9.00元，项目支出0.00元。")
    #expect(read.amount("gk05//2010501/basic") == "9.00")
    #expect(read.amount("gk05//2010501/project") == nil)
  }

  @Test func theAmountOfAnItemChoosesWhichColumnWasLost() throws {
    let form = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出\n2010501 行政运行 9.00 3.00"
    #expect(try disclosure(form).figure("gk05//2010501/total")?.status == .ambiguous)
    let read = try disclosure(
      form, narrative: "\(title)1.一般公共服务支出（类）统计信息事务（款）行政运行（项）。年初预算为13.00元，支出决算为12.00元，用于开支。")
    #expect(read.amount("gk05//2010501/total") == "12.00")
  }

  @Test func aStatementThatContradictsTheFormSaysNothing() throws {
    let read = try disclosure(gk05, narrative: "\(title)2022年度一般公共预算财政拨款支出决算8.00元，其中：基本支出8.00元，项目支出0.00元。")
    #expect(read.amount("gk05//total/basic") == "3.00")
  }
}

import Accounts
import Classification
import Testing

@Suite struct ColumnHeadingTests {
  private func measure(_ text: String, _ form: Form) -> Measure? { ColumnHeading.measure(NormalText(text), in: form) }

  @Test(arguments: [
    ("本年收入合计", Measure.total), ("财政拨款收入", .fiscalAppropriation), ("上级补助收入", .superiorSubsidy),
    ("事业收入", .institutional), ("经营收入", .operating), ("附属单位上缴收入", .affiliatedRemittance), ("其他收入", .other),
  ])
  func headingsOfRevenueNameItsColumns(text: String, measure: Measure) {
    #expect(self.measure(text, .gk02) == measure)
  }

  @Test(arguments: [
    ("本年支出合计", Measure.total), ("基本支出", .basic), ("项目支出", .project), ("上缴上级支出", .remittedToSuperior),
    ("经营支出", .operating), ("对附属单位补助支出", .affiliatedSubsidy),
  ])
  func headingsOfExpenditureNameItsColumns(text: String, measure: Measure) {
    #expect(self.measure(text, .gk03) == measure)
  }

  @Test(arguments: [
    ("年初结转和结余", Measure.openingBalance), ("上年结转和结余", .openingBalance), ("本年收入", .revenue), ("小计", .total),
    ("基本支出", .basic), ("项目支出", .project), ("年末结转和结余", .closingBalance),
  ])
  func fundsHaveBalancesBesideTheirExpenditure(text: String, measure: Measure) {
    #expect(self.measure(text, .gk07) == measure)
    #expect(self.measure(text, .gk08) == measure)
  }

  @Test(arguments: [
    ("小计", Measure.total), ("合计", .total), ("一般公共预算财政拨款", .generalPublic), ("政府性基金预算财政拨款", .governmentFund),
    ("国有资本经营预算财政拨款", .stateCapital), ("一般公共预算财政", .generalPublic),
  ])
  func appropriationsAreToldByTheirFund(text: String, measure: Measure) {
    #expect(self.measure(text, .gk04) == measure)
  }

  @Test func spacesInAHeadingSayNothing() {
    #expect(measure("基 本 支 出", .gk03) == .basic)
  }

  @Test func aHeadingThatNamesTwoMeasuresNamesNone() {
    #expect(measure("基本支出 项目支出", .gk03) == nil)
    #expect(measure("财政拨款收入上级补助收入", .gk02) == nil)
  }

  @Test(arguments: ["科目名称", "其中：教育收费", "行次", ""])
  func otherHeadingsNameNoMeasure(text: String) {
    #expect(measure(text, .gk02) == nil)
  }

  @Test func formsWithoutColumnsByNameHaveNoHeadings() {
    for form in [Form.gk01, .gk06, .gk09] { #expect(measure("金额", form) == nil) }
  }

  @Test(arguments: ["科目编码", "科目名称", "栏次", "行次", "类", "款", "项", "小计", "项目支出", "支出功能分类科目编码"])
  func wordsOfAHeaderAreVocabulary(text: String) {
    #expect(ColumnHeading.isVocabulary(NormalText(text)))
  }

  @Test(arguments: ["行政运行", "一般公共服务支出", "住房公积金", "其他支出", "一般行政管理事务", "基本工资", ""])
  func namesOfRowsAreNot(text: String) {
    #expect(!ColumnHeading.isVocabulary(NormalText(text)))
  }
}

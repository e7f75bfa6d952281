import Accounts
import Testing

@testable import Clean

@Suite struct TableHeadTests {
  /// The head that takes lines until one is none of it, and how many it took.
  private func head(_ text: String) -> (head: TableHead, count: Int) {
    var head = TableHead()
    var count = 0
    for line in sourceLines(text) {
      guard head.take(line, reduced: ReducedLine(line)) else { break }
      count += 1
    }
    return (head, count)
  }

  @Test(arguments: [
    "部门：某县统计局 单位：万元", "公开01表\n部门：某县统计局\n金额单位：万元", "单位：某县统计局\n公开 01 表\n单位：万元",
    "公开01表\t\t\n部门：某县统计局\t\t单位：万元", "编制单位：某县统计局\n（单位：万元）", "单位：万元\n部门：某县统计局",
    "填报单位：某县统计局\t金额单位：万元", "表1\n部门名称：某县统计局 单位:万元",
  ])
  func unitAndReporterAreReadInAnyOrder(text: String) {
    let head = head(text).head
    #expect(head.unitPrinted == "万元")
    #expect(head.reporter == "某县统计局")
  }

  @Test(arguments: [("元", "单位：元"), ("千元", "金额单位：千元"), ("万元", "单位：人民币万元"), ("万元", "单位：万元（保留两位小数）")])
  func everyUnitIsRead(unit: String, text: String) {
    #expect(head(text).head.unitPrinted == unit)
  }

  @Test func aReporterMayGoOnInTheNextLine() {
    let (head, count) = head("单位：某县人力资源和社会保障\n局本级\n公开01表\n单位：万元")
    #expect(head.reporter == "某县人力资源和社会保障局本级")
    #expect(head.unitPrinted == "万元")
    #expect(count == 4)
  }

  @Test func theFirstRowOfTheTableIsNotPartOfTheHead() {
    #expect(head("单位：万元\n收入\t\t支出\t").count == 1)
    #expect(head("科目编码\t科目名称\t金额").count == 0)
  }

  @Test(.disabled("A header parted by spaces is taken for the rest of the reporter."))
  func aHeaderBehindTheReporterIsNotPartOfItsName() {
    #expect(head("部门：某县统计局\n项目 行次 决算数").head.reporter == "某县统计局")
  }

  @Test(
    .disabled("A year in the head ends it."),
    arguments: ["编制单位：某县统计局\t\t2022年度\t\t金额单位：万元", "公开01表\n2022年度\n部门：某县统计局\n单位：万元"])
  func aYearMayStandBetweenReporterAndUnit(text: String) {
    let head = head(text).head
    #expect(head.unitPrinted == "万元")
    #expect(head.reporter == "某县统计局")
  }

  @Test(arguments: ["公开01表", "公开 09 表", "表5", "附表2", "附件1"])
  func aFormNumberIsToldFromOtherText(text: String) {
    #expect(TableHead.isFormNumber(NormalText(text)))
  }

  @Test(arguments: ["收入决算表", "表彰", "公开", "附件", "表格说明如下所示内容1"])
  func otherTextIsNoFormNumber(text: String) {
    #expect(!TableHead.isFormNumber(NormalText(text)))
  }

  @Test func onlyALineThatPrintsTheUnitOfAmountsIsAUnitLine() {
    #expect(sourceLines("单位：万元").allSatisfy { $0.isUnitLine })
    #expect(sourceLines("部门：某县统计局\t\t单位：元").allSatisfy { $0.isUnitLine })
    #expect(!sourceLines("单位：某县统计局").contains { $0.isUnitLine })
    #expect(!sourceLines("说明：以万元计").contains { $0.isUnitLine })
  }
}

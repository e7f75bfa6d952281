import Accounts
import Testing

@testable import Clean

@Suite struct FurnitureTests {
  private func stripped(_ text: String) -> [String] {
    Furniture.strip(sourceLines(text)).lines.map(\.text)
  }

  @Test(arguments: ["— 49 —", "- 3 -", "—12—", "第 3 页 共 10 页", "第3页", "~ 7 ~", "-- 5 --", "第 3 页/共 10 页"])
  func aMarkedPageNumberGoes(_ number: String) {
    #expect(stripped("前文。\n\(number)\n后文。") == ["前文。", "后文。"])
  }

  @Test func aRatioOfPagesGoesWhenItsTotalComesAgain() {
    #expect(stripped("甲\n1/45\n乙\n2/45\n丙") == ["甲", "乙", "丙"])
    #expect(stripped("甲\n1/45\n乙") == ["甲", "1/45", "乙"])
  }

  @Test func aBareNumberGoesOnlyWhereItCountsPages() {
    #expect(stripped("甲\n3\n\u{0C}乙\n4\n\u{0C}丙") == ["甲", "乙", "丙"])
    #expect(stripped("甲\n3\n乙\n4\n丙") == ["甲", "3", "乙", "4", "丙"])
    #expect(stripped("甲\n3\n\u{0C}乙\n17\n\u{0C}丙") == ["甲", "3", "乙", "17", "丙"])
  }

  @Test func aDashOrANegativeFigureStays() {
    #expect(stripped("-\n-3\n——\n12.50") == ["-", "-3", "——", "12.50"])
  }

  @Test func aRunningHeadGoesAndTheTitleStays() {
    let text = "某县某局年度报告\n甲\n\u{0C}某县某局年度报告\n乙\n\u{0C}某县某局年度报告\n丙\n\u{0C}某县某局年度报告\n丁"
    #expect(stripped(text) == ["某县某局年度报告", "甲", "乙", "丙", "丁"])
  }

  @Test func repeatedTableHeadersStay() {
    let text = "首行\n甲\n乙\n\u{0C}单位：万元\n丙\n\u{0C}单位：万元\n丁\n\u{0C}单位：万元\n戊"
    #expect(stripped(text).count { $0 == "单位：万元" } == 3)
  }

  @Test(arguments: [
    "首页 > 政务公开 > 财政信息", "您当前的位置：首页", "【打印】 【关闭】", "分享到：", "浏览次数：128", "扫一扫在手机打开当前页",
    "字号：大 中 小", "版权所有：某县人民政府", "打印本页 关闭窗口",
  ])
  func webNavigationGoes(_ line: String) {
    #expect(stripped("前文。\n\(line)\n后文。") == ["前文。", "后文。"])
  }

  @Test(arguments: [
    "发布日期：2025-10-31 浏览次数：120 打印 关闭", "二、打印机分享使用情况说明", "单位首页设计服务采购金额较大。",
  ])
  func linesThatSaySomethingStay(_ line: String) {
    #expect(stripped(line) == [line])
  }

  @Test func markdownEmphasisAndBulletsGo() {
    #expect(stripped("**第一部分 某局概况**\n- 一、主要职责\n* （一）职能") == ["第一部分 某局概况", "一、主要职责", "（一）职能"])
  }

  @Test func aDashBeforeAnythingButAHeadingStays() {
    #expect(stripped("- 35.20\n- 办公费") == ["- 35.20", "- 办公费"])
  }

  @Test func htmlResidueIsReadAsWhatItStandsFor() {
    let cells = "类型\t甲 <input checked=\"\" type=\"checkbox\"/> 乙 <input type=\"checkbox\">\t<p>一</p> <p>二</p>&nbsp;"
    let line = Furniture.strip(sourceLines(cells)).lines[0]
    #expect(line.cells.map(\.text) == ["类型", "甲 √ 乙 □", "一\n \n二"])
  }

  @Test func blanksToFillInStay() {
    #expect(stripped("签字：_____\n★****★") == ["签字：_____", "★****★"])
  }

  @Test func aComparisonIsNoTag() {
    #expect(stripped("满意度 <90% 且 >60%") == ["满意度 <90% 且 >60%"])
  }

  @Test func fieldCodesOfOfficeProgramsGo() {
    let text = "TOC \\o \"1-3\" \\h \\z \\u\nHYPERLINK \\l \"_Toc123\" 第一部分 概况 PAGEREF _Toc123 \\h 3\n正文。"
    #expect(stripped(text) == ["第一部分 概况  3", "正文。"])
  }

  @Test func theMarksOfADroppedLinePassToTheNext() {
    let lines = Furniture.strip(sourceLines("甲\n\n— 1 —\n乙\n\u{0C}— 2 —\n丙")).lines
    #expect(lines.map(\.followsBlank) == [true, true, true])
    #expect(lines.map(\.followsPageBreak) == [false, false, true])
  }

  @Test func spansStay() {
    let line = Furniture.strip(sourceLines("  **标题**")).lines[0]
    #expect(line.cells[0].span == SourceSpan(line: 1, column: 3, columnEnd: 8))
  }
}

import Testing

@testable import Clean

@Suite struct ContentsListTests {
  private func contents(_ text: String) -> [[Int]] {
    let lines = sourceLines(text)
    return ContentsList.ranges(in: lines).map { [lines[$0.lowerBound].number, lines[$0.upperBound - 1].number] }
  }

  @Test func aListRunsFromItsTitleToTheFirstRealPart() {
    let text = """
      2020年度部门决算
      目 录
      第一部分 某局概况
      一、主要职责
      第二部分 某局2020年度部门决算
      表
      第三部分 名词解释
      第一部分 某局概况
      一、主要职责
      负责某事。
      """
    #expect(contents(text) == [[2, 7]])
  }

  @Test func aRealHeadingThatIsBrokenInTwoEndsTheList() {
    let text = "目录\n第一部分 某市某局概况\n第二部分 名词解释\n第一部分 某市\n某局概况\n一、职责\n负责某事。"
    #expect(contents(text) == [[1, 3]])
  }

  @Test func aListNeedsNoTitleWhenItsHeadingsComeAgain() {
    let text = "某局决算\n第一部分 概况\n第二部分 决算表\n第三部分 说明\n第四部分 名词解释\n第一部分 概况\n负责某事。"
    #expect(contents(text) == [[2, 5]])
  }

  @Test func dottedLeadersMakeAList() {
    let text = "一、部门职责……………3\n二、机构设置.........4\n三、决算表 ……… 5\n四、名词解释………9\n某局是县政府工作部门。"
    #expect(contents(text) == [[1, 4]])
  }

  @Test func entriesWithoutPartsEndWhereTheFirstComesAgain() {
    let text = "目  录\n一、部门概况\n二、决算报表\n三、决算说明\n一、部门概况\n（一）主要职能\n负责某事。"
    #expect(contents(text) == [[1, 4]])
  }

  @Test func headingsWithTextBetweenThemAreNoList() {
    let text = "第一部分 概况\n一、职责\n负责甲事。\n二、机构\n内设三科。\n第二部分 说明\n一、总体\n收入一百万元。"
    #expect(contents(text).isEmpty)
  }

  @Test func theWordAloneIsAListOfItsOwn() {
    #expect(contents("目录\n本单位负责某项工作，下设三个科室，编制若干。\n正文。") == [[1, 1]])
  }
}

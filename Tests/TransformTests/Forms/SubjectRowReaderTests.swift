import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct SubjectRowReaderTests {
  private func gk05(_ rows: String, header: String = "科目编码|科目名称|合计|基本支出|项目支出") -> String {
    "一般公共预算财政拨款支出决算表\n单位：元\n\(header)\n\(rows)"
  }

  private let whole = """
    合计||12.00|9.00|3.00
    201|一般公共服务支出|12.00|9.00|3.00
    20105|统计信息事务|12.00|9.00|3.00
    2010501|行政运行|9.00|9.00|
    2010502|一般行政管理事务|3.00||3.00
    """
  private let expected = [
    "total 12.00 9.00 3.00", "201 12.00 9.00 3.00", "20105 12.00 9.00 3.00", "2010501 9.00 9.00", "2010502 3.00 3.00",
  ]

  @Test(arguments: ["|", " ", "\n"])
  func theSameRowsAreReadInEveryLayout(separator: String) throws {
    let text = gk05(whole)
    #expect(try rows(.gk05, in: separator == "|" ? text : text.parted(by: separator)) == expected)
  }

  @Test func aNameThatSoundsLikeAHeaderIsANameBelowItsCode() throws {
    let read = try reading(.gk05, in: gk05("合计|9.00|9.00|\n22902|年初预留|9.00|9.00|").parted(by: "\n"))
    #expect(read.rows.map(\.summary) == ["total 9.00 9.00", "22902 9.00 9.00"])
    #expect(read.rows.last?.namePrinted == "年初预留")
    #expect(read.measures == [.total, .basic, .project])
  }

  @Test(arguments: ["|", " "])
  func theFiguresOfAStackedTotalFollowTheNumbersOfTheirColumns(separator: String) throws {
    let below = whole.split(separator: "\n").dropFirst().joined(separator: "\n")
    let text = gk05("合计\n|||3|3.00\n|||2|9.00\n|||1|12.00\n\(below)")
    #expect(try rows(.gk05, in: separator == "|" ? text : text.parted(by: separator)) == expected)
  }

  @Test func aNumberedColumnOfAStackedTotalMayBeBlank() throws {
    let text = gk05("合计\n|||3|3.00\n|||2|\n|||1|3.00\n2010502|一般行政管理事务|3.00||3.00")
    #expect(try rows(.gk05, in: text).first == "total 3.00 3.00")
  }

  @Test func someFiguresOfAStackedTotalMayStandInItsRow() throws {
    let text = """
      一般公共预算财政拨款支出决算表
      单位：元
      科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|基本支出|项目支出
      2010501|行政运行|4.00|9.00|9.00|6.00|3.00
      合计||4.00|9.00
      |||||5|3.00
      |||||3|9.00
      """
    #expect(try rows(.gk05, in: text).last == "total 4.00 9.00 9.00 3.00")
  }

  @Test func theTotalMayStandBelow() throws {
    let lines = whole.split(separator: "\n")
    let text = (lines.dropFirst() + lines.prefix(1)).joined(separator: "\n")
    #expect(try rows(.gk05, in: gk05(text)) == Array(expected.dropFirst() + expected.prefix(1)))
  }

  @Test(arguments: ["类|款|项|合计|12.00|9.00|3.00", "栏次|||合计|12.00|9.00|3.00"])
  func theTotalMayStandInTheRowOfTheHeader(row: String) throws {
    let text = gk05(
      "\(row)\n201|||一般公共服务支出|12.00|9.00|3.00", header: "科目编码|||科目名称|合计|基本支出|项目支出")
    #expect(try rows(.gk05, in: text) == ["total 12.00 9.00 3.00", "201 12.00 9.00 3.00"])
  }

  @Test(arguments: ["|", "\n"], [false, true])
  func figuresOfATotalBehindTheirColumnNumbersStandInTheOrderOfThese(separator: String, isReversed: Bool) throws {
    let stack = ["1|12.00", "2|9.00", "3|3.00"]
    let below = whole.split(separator: "\n").dropFirst().map(String.init)
    let text = gk05((["合计"] + (isReversed ? stack.reversed() : stack) + below).joined(separator: "\n"))
    #expect(try TransformTests.rows(.gk05, in: separator == "|" ? text : text.parted(by: separator)) == expected)
  }

  @Test func columnNumbersInATotalAreNoFiguresBesideZeros() throws {
    let text = gk05(whole.replacing("合计||12.00|9.00|3.00", with: "合计||1|2|0"))
    #expect(try rows(.gk05, in: text)[0] == "total 0.00")
  }

  @Test func aYearInACellOfItsOwnIsNoFigure() throws {
    let text = gk05(whole.replacing("行政运行|9.00|9.00|", with: "行政运行|9.00|9.00|2022"))
    #expect(try rows(.gk05, in: text) == expected)
  }

  @Test func codesInThreeColumnsAreJoined() throws {
    let text = gk05(
      """
      |||合计|9.00|9.00|
      201|||一般公共服务支出|9.00|9.00|
      201|05||统计信息事务|9.00|9.00|
      201|05|01|行政运行|9.00|9.00|
      """, header: "类|款|项|科目名称|合计|基本支出|项目支出")
    #expect(try rows(.gk05, in: text).map { $0.prefix { $0 != " " } } == ["total", "201", "20105", "2010501"])
  }

  @Test func codesInThreeColumnsAreFilledFromTheRowsAbove() throws {
    let text = gk05(
      """
      |||合计|12.00|12.00|
      201|||一般公共服务支出|9.00|9.00|
      |05||统计信息事务|9.00|9.00|
      ||01|行政运行|8.00|8.00|
      ||99|其他统计信息事务支出|1.00|1.00|
      208|||社会保障和就业支出|3.00|3.00|
      |05||行政事业单位养老支出|3.00|3.00|
      ||05|机关事业单位基本养老保险缴费支出|3.00|3.00|
      """, header: "类|款|项|科目名称|合计|基本支出|项目支出")
    #expect(
      try rows(.gk05, in: text).map { $0.prefix { $0 != " " } } == [
        "total", "201", "20105", "2010501", "2010599", "208", "20805", "2080505",
      ])
  }

  @Test func partsOfACodeMayStandInALineWithoutColumns() throws {
    let text = gk05(
      "合计 9.00 9.00\n201 一般公共服务支出 9.00 9.00\n201 05 统计信息事务 9.00 9.00\n201 05 01 行政运行 9.00 9.00",
      header: "类 款 项 科目名称 合计 基本支出 项目支出")
    #expect(try rows(.gk05, in: text).map { $0.prefix { $0 != " " } } == ["total", "201", "20105", "2010501"])
  }

  @Test func aNameMayRunOverALineEnd() throws {
    let text = gk05("合计 3.00 3.00\n2080505 机关事业单位基本养老\n保险缴费支出 3.00 3.00", header: "科目编码 科目名称 合计 基本支出 项目支出")
    let row = try #require(try reading(.gk05, in: text).rows.last)
    #expect(row.name == "机关事业单位基本养老保险缴费支出")
    #expect(row.summary == "2080505 3.00 3.00")
  }

  @Test func theTailOfANameBehindAPageBreakBelongsToItsRow() throws {
    let text = gk05("合计||4.00|4.00|\n2080505|机关事业单位基本养老保险缴费支|3.00|3.00|\n|出|||\n2080506|机关事业单位职业年金缴费支出|1.00|1.00|")
    let read = try reading(.gk05, in: text).rows
    #expect(read.map(\.name).suffix(2) == ["机关事业单位基本养老保险缴费支出", "机关事业单位职业年金缴费支出"])
    #expect(read.map(\.summary).suffix(2) == ["2080505 3.00 3.00", "2080506 1.00 1.00"])
  }

  @Test func theRowThatNumbersTheColumnsIsNoRow() throws {
    let text = gk05("栏次||1|2|3\n\(whole)")
    #expect(try rows(.gk05, in: text) == expected)
  }

  @Test func aPrintedZeroIsAFigureAndABlankIsNone() throws {
    let text = gk05("合计||9.00|9.00|0.00\n2010501|行政运行|9.00|9.00|-")
    #expect(try rows(.gk05, in: text) == ["total 9.00 9.00 0.00", "2010501 9.00 9.00"])
  }

  @Test func amountsWithoutDecimalsAreFigures() throws {
    let text = gk05("栏次||1|2|3\n合计||1,234|1,000|234\n2010501|行政运行|1,000|1,000|\n2010502|一般行政管理事务|234||234")
    #expect(
      try rows(.gk05, in: text) == ["total 1234.00 1000.00 234.00", "2010501 1000.00 1000.00", "2010502 234.00 234.00"])
  }

  @Test
  func aTotalMayBeASmallWholeNumber() throws {
    let text = gk05("合计||15|12.5|2.5\n2010501|行政运行|12.5|12.5|\n2010502|一般行政管理事务|2.5||2.5")
    #expect(try rows(.gk05, in: text).first == "total 15.00 12.50 2.50")
  }

  @Test func aYearInTheHeaderIsNoFigure() throws {
    let text = gk05(whole, header: "科目编码|科目名称|2022 年合计|基本支出|项目支出")
    #expect(try rows(.gk05, in: text) == expected)
  }

  @Test func whatStandsInABlankCellInWordsIsNoPartOfAName() throws {
    let text = gk05("合计||9.00|9.00|\n2010501|行政运行|9.00|9.00|单位不需填列")
    #expect(try reading(.gk05, in: text).rows.map(\.name) == ["", "行政运行"])
  }

  @Test func amountsThatLookLikeCodesAreFigures() throws {
    let text = gk05("合计||2010501|2010501|\n201|一般公共服务支出|2010501|2010501|\n2010501|行政运行|2010501|2010501|")
    #expect(
      try rows(.gk05, in: text) == [
        "total 2010501.00 2010501.00", "201 2010501.00 2010501.00", "2010501 2010501.00 2010501.00",
      ])
  }

  @Test func headerRowsThatComeAgainOnTheNextPageAreNoRows() throws {
    let lines = whole.split(separator: "\n")
    let text = (lines.prefix(3) + ["科目编码|科目名称|合计|基本支出|项目支出", "栏次||1|2|3"] + lines.dropFirst(3)).joined(separator: "\n")
    #expect(try rows(.gk05, in: gk05(text)) == expected)
  }

  @Test func amountsAreReadInTheUnitOfTheTable() throws {
    let text = gk05("合计||1.50|1.50|\n2010501|行政运行|1.50|1.50|").replacing("单位：元", with: "单位：万元")
    #expect(try rows(.gk05, in: text) == ["total 15000.00 15000.00", "2010501 15000.00 15000.00"])
  }

  @Test func aFigureKnowsWhereItIsPrinted() throws {
    let row = try #require(try reading(.gk05, in: gk05("2010501|行政运行|9.00|9.00|")).rows.first)
    #expect(row.figures.map(\.token.column) == [2, 3])
    #expect(row.figures.map(\.token.text) == ["9.00", "9.00"])
    #expect(row.figures.first?.token.span.line == row.span.line)
  }

  @Test func aNameThatSoundsLikeAHeadingFollowsItsCode() throws {
    let cells = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码\n科目名称\n合计\n基本支出\n项目支出\n22902\n年初预留\n9.00\n9.00\n"
    let read = try reading(.gk05, in: cells)
    #expect(read.rows.last?.namePrinted == "年初预留")
    #expect(read.measures == [.total, .basic, .project])
  }
}

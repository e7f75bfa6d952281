import Accounts
import Testing

@testable import Clean

@Suite struct TableTokensTests {
  private func row(_ text: String) -> TableRow {
    sourceLines(text).first?.tableRow ?? TableRow(width: 0, tokens: [])
  }

  private func texts(_ text: String) -> [String] { row(text).tokens.map(\.text) }

  @Test func aCellOfAGridIsOneToken() {
    let row = row("20103\t政府办公厅（室）及相关机构事务\t12.00\t\t12.00")
    #expect(row.tokens.map(\.column) == [0, 1, 2, 4])
    #expect(row.tokens.map { $0.number?.digits } == [20_103, nil, 1_200, 1_200])
    #expect(row.width == 5)
    #expect(row.isGridded)
  }

  @Test func aLineWithoutColumnsIsCutAtItsSpaces() {
    let row = row("2010301 行政运行 12.00 3.00")
    #expect(row.tokens.map(\.text) == ["2010301", "行政运行", "12.00", "3.00"])
    #expect(row.tokens.allSatisfy { $0.column == nil })
    #expect(!row.isGridded)
  }

  @Test func severalNumbersMergedIntoOneCellStandApart() {
    let tokens = row("合计\t12.00 3.00 9.00\t").tokens
    #expect(tokens.map(\.text) == ["合计", "12.00", "3.00", "9.00"])
    #expect(tokens.map(\.column) == [0, 1, 1, 1])
  }

  @Test func aLabelMergedWithItsNumberStandsApart() {
    #expect(texts("一、一般公共服务支出 31\t12.00") == ["一、一般公共服务支出", "31", "12.00"])
  }

  @Test(arguments: ["1, 027.21", "1,027 .21", "1,027. 21", "1 ,027.21"])
  func aNumberTornAtItsMarksIsOneTokenInAnyLayout(text: String) {
    #expect(row("合计\t\(text)").tokens.last?.number?.digits == 102_721)
    let stream = row("合计 \(text) 5.00").tokens
    #expect(stream.count == 3)
    #expect(stream[1].number?.digits == 102_721)
  }

  @Test func numbersBesideEachOtherStayApart() {
    #expect(row("合计 31 1,506.10 12.00").tokens.compactMap { $0.number?.digits } == [31, 150_610, 1_200])
  }

  @Test(arguments: ["合    计", "总 计", "项 目", "栏 次"])
  func aWordPrintedWithSpacesIsOneToken(text: String) {
    #expect(row("\(text) 12.00").tokens.map(\.normal) == [NormalText(text), "12.00"])
  }

  @Test func theHeadsOfCodeColumnsStayApart() {
    #expect(texts("类 款 项 合计") == ["类", "款", "项", "合计"])
  }

  @Test(arguments: ["-", "——", "/", "—", "－", "--"])
  func aMarkOfABlankCellIsNoToken(mark: String) {
    #expect(texts("合计\t\(mark)\t3.00") == ["合计", "3.00"])
    #expect(texts("合计 \(mark) 3.00") == ["合计", "3.00"])
  }

  @Test func marksOfBlankCellsKeepTheirPlaces() {
    #expect(row("合计 —— 3.00 ——").blanks == [BlankMark(index: 1, column: nil), BlankMark(index: 2, column: nil)])
    #expect(row("合计\t3.00\t——").blanks == [BlankMark(index: 2, column: 2)])
  }

  @Test(arguments: ["23\u{200B}8.70", "238\u{FE0F}.70", "23\u{2060}8.70"])
  func unseenCharactersCutNoFigure(figure: String) {
    #expect(texts("合计 \(figure) 3.00") == ["合计", figure, "3.00"])
    #expect(row("合计 \(figure) 3.00").tokens[1].number == PrintedNumber(digits: 23_870, decimals: 2))
  }

  @Test func aFigureThatCannotBeReadIsNoText() {
    #expect(row("合计\t23\u{FFFD}.70").tokens.map(\.isFigure) == [false, true])
    #expect(row("合计\t甲\u{FFFD}").tokens.map(\.isFigure) == [false, false])
  }

  @Test func aPrintedZeroIsAToken() {
    #expect(texts("合计\t0.00\t0") == ["合计", "0.00", "0"])
  }

  @Test func aCodeGluedToItsNameStandsApart() {
    #expect(texts("2080501行政单位离退休 3.00") == ["2080501", "行政单位离退休", "3.00"])
    #expect(texts("30101基本工资\t3.00") == ["30101", "基本工资", "3.00"])
  }

  @Test func wordsOfACellOfAGridStayTogether() {
    #expect(texts("经济分类 科目编码\t科目名称") == ["经济分类 科目编码", "科目名称"])
  }

  @Test func tokensKnowWhereTheyStand() {
    let tokens = row("2010301 行政运行 12.00").tokens
    #expect(tokens.map(\.span.column) == [1, 9, 14])
    #expect(tokens.map(\.span.columnEnd) == [7, 12, 18])
  }

  @Test func numbersOnTwoLinesOfACellStandApart() {
    var cell = SourceCell(
      text: "12.00\n3.00", column: 1, span: SourceSpan(line: 7, column: 4, lineEnd: 8, columnEnd: 9))
    cell.runs = [
      SourceRun(offset: 0, span: SourceSpan(line: 7, column: 4)),
      SourceRun(offset: 6, span: SourceSpan(line: 8, column: 6)),
    ]
    let tokens = SourceLine(number: 7, cells: [cell], width: 3).tableRow.tokens
    #expect(tokens.map { $0.number?.digits } == [1_200, 300])
    #expect(tokens.map(\.span.line) == [7, 8])
  }

  @Test
  func aYearBesideAHeadingIsPartOfIt() {
    let tokens = row("科目编码\t2022 年决算数").tokens
    #expect(tokens.allSatisfy { $0.number == nil })
  }
}

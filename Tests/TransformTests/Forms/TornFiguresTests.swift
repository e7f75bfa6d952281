import Accounts
import Testing

@testable import Transform

@Suite struct TornFiguresTests {
  private func form(_ rows: String) -> String {
    """
    一般公共预算财政拨款支出决算表
    单位：元
    科目编码|科目名称|合计|基本支出|项目支出
    合计||59.05|29.00|30.05
    \(rows)
    205|教育支出|25.05||25.05
    """
  }

  @Test(arguments: ["201|一般公共服务支出|34.00|29.00|5.0\n0", "201|一般公共服务支出|34.00|29.00|5\n.00"])
  func aFigureTornByALineEndIsJoined(rows: String) throws {
    let read = try disclosure(form(rows))
    let figure = try #require(read.figure("gk05//201/project"))
    #expect(figure.amount == Amount(thousandths: 5_000))
    #expect(figure.status == .corrected)
    #expect(figure.printed == "5.00")
    #expect(figure.steps.last?.rule == "join-torn-figure")
  }

  @Test func whatStandsBehindTheTornFigureStaysInItsColumn() throws {
    let read = try disclosure(form("201|一般公共服务支出|34.0\n0|29.00|5.00"))
    #expect(read.amount("gk05//201/total") == "34.00")
    #expect(read.amount("gk05//201/basic") == "29.00")
    #expect(read.amount("gk05//201/project") == "5.00")
  }

  @Test func aShortFigureBeforeOtherDigitsIsLost() throws {
    let read = try disclosure(form("201|一般公共服务支出|34.00|29.00|5.0\n17"))
    #expect(read.findings(.unreadableNumber).map(\.printed) == ["5.0"])
    #expect(read.figure("gk05//201/project")?.printed != "5.0")
  }

  @Test func aWholeNumberIsNotTheBeginningOfAWholeFigure() throws {
    let read = try disclosure(form("201|一般公共服务支出|34.00|29.00|31\n2,988.15"))
    #expect(!read.figures.contains { $0.amount == Amount(thousandths: 312_988_150) })
  }

  @Test(arguments: [("1,134,", "208.26", "1134208.26"), ("62.", "00", "62.00")])
  func aFigureTornBehindItsCommaOrPointIsJoined(head: String, tail: String, whole: String) throws {
    let text = form("201|一般公共服务支出|\(head)|\(tail)|\(whole)").replacing("|", with: " ")
    #expect(try disclosure(text).amount("gk05//201/total") == whole)
  }

  @Test func figuresWithTheirOwnDecimalsAreNotJoined() throws {
    let read = try disclosure(form("201|一般公共服务支出|34.00|29.00|5.00\n7"))
    #expect(read.amount("gk05//201/project") == "5.00")
    #expect(read.figure("gk05//201/project")?.status == .reported)
  }

  @Test func figuresTornBySpacesAreJoinedWithMarksOfBlankCellsAmongThem() {
    let texts = ["34.0", "0", "29.00", "5.0", "0", "1.1"]
    func token(_ text: String, column: Int) -> Token {
      let normal = NormalText(text)
      return Token(
        text: text, normal: normal, number: PrintedNumber.leading(normal.units, at: 0)?.number, column: column,
        span: SourceSpan(line: 1, column: 1, columnEnd: 1))
    }
    let columns = [1, 1, 2, 4, 4, 6]
    let torn = TableRow(
      width: 8, tokens: zip(texts, columns).map { token($0, column: $1) },
      blanks: [(6, 7), (0, 0), (3, 3), (5, 5)].map { BlankMark(index: $0.0, column: $0.1) })
    let others = TableRow(width: 8, tokens: (1...6).map { token("\($0).25", column: $0) })
    let mended = TornFigures.mended([torn, others, others, others])[0]
    #expect(mended.tokens.map(\.text) == ["34.00", "29.00", "5.00", "1.1"])
    #expect(mended.tokens.map(\.column) == [1, 2, 4, 6])
    #expect(mended.blanks.map(\.index) == [4, 0, 2, 3])
    #expect(mended.blanks.map(\.column) == [7, 0, 3, 5])
  }
}

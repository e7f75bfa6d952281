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

  @Test func figuresWithTheirOwnDecimalsAreNotJoined() throws {
    let read = try disclosure(form("201|一般公共服务支出|34.00|29.00|5.00\n7"))
    #expect(read.amount("gk05//201/project") == "5.00")
    #expect(read.figure("gk05//201/project")?.status == .reported)
  }
}

import Accounts
import Testing

@testable import Clean

@Suite struct LostFigureTests {
  @Test(arguments: [
    "9746.\u{FFFD}50", "9746.𝟙50", "1.234.56x", "1,23.45", "7,2二5.03", "####", "#REF!", "\u{FFFD}\u{FFFD}",
    "12\u{FFFD}",
    "238.70元", "12\u{337}.50", "-1,23.4",
  ])
  func aFigureThatCannotBeReadIsOne(text: String) {
    #expect(LostFigure.isOne(NormalText(text)))
  }

  @Test(arguments: [
    "2024.10.31", "2024-10-31", "12.5%", "1=2+3", "1.1.1", "(1)", "合计", "教育费附加2", "2010301行政", "3行", "A", "1-8", "①",
    "2\u{FFFD}级",
    "公开01表", "", "x",
  ])
  func wordsRatesAndDatesAreNone(text: String) {
    #expect(!LostFigure.isOne(NormalText(text)))
  }
}

import Accounts
import Testing

@testable import Transform

@Suite struct NarrativeFiguresTests {
  private func amounts(_ text: String) -> [Amount: Int] {
    let span = SourceSpan(line: 7, column: 1)
    let paragraph = Paragraph(text: text, span: span)
    return NarrativeFigures.amounts(in: [
      Section(part: .narrative, number: "", title: "", span: span, paragraphs: [paragraph])
    ])
  }

  @Test func amountsAreReadInTheirUnits() {
    #expect(amounts("支出1,506.10万元，其中工资20.5元") == [15_061_000_000: 7, 20_500: 7])
  }

  @Test func numbersWithoutAUnitOfMoneyAreNone() {
    #expect(amounts("2022年共12批次、增长3.4%").isEmpty)
  }
}

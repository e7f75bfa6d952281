import Accounts
import Testing

@testable import Clean

/// Where the tokens of a line stand from which markup was taken out.
@Suite struct InlineMarkupTests {
  /// What the source prints where the tokens of its one line are said to stand.
  private func printed(_ source: String) -> [String] {
    let scalars = Array(source.unicodeScalars)
    let (lines, reduced) = Furniture.strip(sourceLines(source))
    return zip(lines, reduced).flatMap { TableTokens.row($0, reduced: $1).tokens }.map { token in
      String(String.UnicodeScalarView(scalars[(token.span.column - 1)..<token.span.columnEnd]))
    }
  }

  @Test(arguments: [
    "2080506 <p>职业年金缴费</p> 415.16 12.00", "2080506 职业年<br>金缴费 415.16 12.00", "**合计** 415.16 12.00",
    "2080506&nbsp;职业年金缴费 415.16 12.00", "• 一、外交支出 415.16 12.00",
  ])
  func figuresBehindMarkupStandWhereTheSourcePrintsThem(source: String) {
    #expect(printed(source).suffix(2) == ["415.16", "12.00"])
  }

  @Test func aCellOfAGridStandsWithoutTheMarkupAtItsEnds() {
    #expect(printed("201\t外交支出\t19.78\t<br>19.78").suffix(2) == ["19.78", "19.78"])
  }

  @Test func figuresThatATagPartsStandApart() {
    #expect(printed("合计\t12.00<br>9.00\t").suffix(2) == ["12.00", "9.00"])
  }
}

import Accounts
import Clean
import Testing

@testable import Transform

@Suite struct OneDigitChangesTests {
  private func figure(_ text: String) throws -> PrintedFigure {
    let number = try #require(NumberReader.read(text))
    let token = Token(
      text: text, normal: NormalText(text), number: number, column: nil,
      span: SourceSpan(line: 1, column: 1))
    return try #require(PrintedFigure(token, in: .yuan))
  }

  private func values(_ text: String, _ range: ClosedRange<Amount>) throws -> [Amount] {
    OneDigitChanges.values(of: try figure(text), in: range)
  }

  @Test func anyOneDigitMayHaveBeenMisread() throws {
    #expect(try values("1,027.21", 2_027_210...2_027_210) == [2_027_210])
    #expect(try values("1,027.21", 1_087_210...1_087_210) == [1_087_210])
    #expect(try values("1,027.21", 1_027_240...1_027_240) == [1_027_240])
  }

  @Test func twoDigitsOrTransposedOnesAreNoMisreadDigit() throws {
    #expect(try values("1,027.21", 1_072_210...1_072_210).isEmpty)
    #expect(try values("1,027.21", 1_027_120...1_027_120).isEmpty)
    #expect(try values("11.16", 10_000...10_000).isEmpty)
  }

  @Test func noDigitIsAddedOrLost() throws {
    #expect(try values("27.21", 127_210...127_210).isEmpty)
    #expect(try values("127.21", 27_210...27_210).isEmpty)
  }

  @Test func aZeroBeforeThePointMayHaveBeenAnotherDigit() throws {
    #expect(try values("0.50", 3_500...3_500) == [3_500])
    #expect(try values("3.50", 500...500) == [500])
  }

  @Test func rangesGiveAllValuesInThem() throws {
    #expect(try values("5.04", 5_000...5_020) == [5_000, 5_010, 5_020])
  }

  @Test func negativeFiguresKeepTheirSign() throws {
    #expect(try values("-4.00", -7_000 ... -7_000) == [-7_000])
  }

  @Test func noChangeLeavesWhatAFigureMayPrint() throws {
    let all = -Amount.beyond ... .beyond
    #expect(try values("99,999,999,999,999.99", all).count == 16 * 9 - 1)
    #expect(try values("100,000,000,000,000", all).isEmpty)
  }
}

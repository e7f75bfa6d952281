import Accounts
import Testing

@Suite struct AmountTests {
  @Test func printsYuanWithTwoDecimals() {
    #expect(Amount(thousandths: 10_272_100_000).description == "10272100.00")
    #expect(Amount(thousandths: -5_500).description == "-5.50")
    #expect(Amount(thousandths: 0).description == "0.00")
  }

  @Test func aPrintedNumberStandsForItsAmountInItsUnit() {
    let printed = PrintedNumber(digits: 102_721, decimals: 2, isGrouped: true)
    #expect(printed.amount(in: .tenThousandYuan)?.description == "10272100.00")
    #expect(printed.halfUnit(in: .tenThousandYuan).description == "50.00")
    #expect(printed.halfUnit(in: .yuan) == Amount(thousandths: 5))
  }

  @Test func aNumberTooLargeToHoldIsNoAmount() {
    #expect(PrintedNumber(digits: .max, decimals: 0).amount(in: .tenThousandYuan) == nil)
  }
}

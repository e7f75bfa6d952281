import Accounts
import Testing

@Suite struct PrintedNumberTests {
  @Test func aPrintedNumberStandsForItsAmountInItsUnit() {
    let printed = PrintedNumber(digits: 102_721, decimals: 2, isGrouped: true)
    #expect(printed.amount(in: .tenThousandYuan)?.description == "10272100.00")
    #expect(printed.halfUnit(in: .tenThousandYuan).description == "50.00")
    #expect(printed.halfUnit(in: .yuan) == Amount(thousandths: 5))
  }

  @Test(arguments: [MoneyUnit.yuan, .thousandYuan, .tenThousandYuan, .hundredMillionYuan])
  func aNumberTooLargeToHoldIsNoAmount(unit: MoneyUnit) {
    #expect(PrintedNumber(digits: .max, decimals: 0).amount(in: unit) == nil)
    #expect(PrintedNumber(digits: .min, decimals: 0).amount(in: unit) == nil)
  }

  @Test func aHundredTrillionYuanIsTheMostThatAFigurePrints() {
    #expect(PrintedNumber(digits: 1_000_000, decimals: 0).amount(in: .hundredMillionYuan) == .mostReadable)
    #expect(PrintedNumber(digits: 100_000_000_000_001, decimals: 0).amount(in: .yuan) == nil)
    #expect(PrintedNumber(digits: -100_000_000_000_001, decimals: 0).amount(in: .yuan) == nil)
  }

  @Test func manyDecimalsMakeNoNumberTooLarge() {
    let printed = PrintedNumber(digits: 93_000_000_000_000_000, decimals: 12)
    #expect(printed.amount(in: .tenThousandYuan)?.description == "930000000.00")
    #expect(printed.halfUnit(in: .tenThousandYuan) == .zero)
  }

  @Test func scaledValuesOfAnyDecimalsCompare() {
    #expect(PrintedNumber(digits: 526, decimals: 1).scaled(to: 3) == 52_600)
    #expect(PrintedNumber(digits: 526, decimals: 4).scaled(to: 3) == nil)
    #expect(PrintedNumber(digits: .max, decimals: 0).scaled(to: 17) == Int128(Int64.max) * 100_000_000_000_000_000)
    #expect(PrintedNumber(digits: 1, decimals: 0).scaled(to: 99) == nil)
  }

  @Test func theLeastNumberHasAnOpposite() {
    #expect((-PrintedNumber(digits: .min, decimals: 0)).digits == .max)
    #expect((-PrintedNumber(digits: 526, decimals: 1)).description == "-52.6")
  }

  @Test func zerosBehindTheDecimalsAreTrimmed() {
    #expect(PrintedNumber(digits: 9_600, decimals: 2).trimmed.description == "96")
    #expect(PrintedNumber(digits: 9_650, decimals: 2).trimmed.description == "96.5")
  }
}

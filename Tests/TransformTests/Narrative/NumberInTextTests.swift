import Accounts
import Testing

@testable import Transform

@Suite struct NumberInTextTests {
  private func number(_ text: NormalText) -> PrintedNumber? { PrintedNumber.leading(text.units, at: 0)?.number }

  @Test(arguments: [
    ("1,506.10万元", 150_610, 2), ("12,345,678元", 12_345_678, 0), ("３．５％", 35, 1), ("0.00", 0, 2), ("2024年", 2_024, 0),
  ])
  func digitsGroupsAndDecimalsAreRead(text: String, digits: Int64, decimals: Int) {
    let read = number(NormalText(text))
    #expect(read?.digits == digits)
    #expect(read?.decimals == decimals)
  }

  @Test func aCommaThatPartsNoThousandsEndsTheNumber() {
    #expect(number("12,34")?.digits == 12)
    #expect(number("1234,567")?.digits == 1_234)
    #expect(number("3,4567")?.digits == 3)
  }

  @Test func aStopBehindTheNumberIsNoDecimalPoint() {
    #expect(number("87.")?.decimals == 0)
  }

  @Test func textAndTooManyDigitsAreNoNumber() {
    #expect(number("元") == nil)
    #expect(number("1234567890123456789") == nil)
  }

  @Test(arguments: [
    ("亿元", MoneyUnit.hundredMillionYuan), ("万元", .tenThousandYuan), ("千元", .thousandYuan), ("元", .yuan),
  ])
  func unitsOfMoneyAreKnown(word: String, unit: MoneyUnit) {
    #expect(MoneyUnit.leading(NormalText(word + "整"), at: 0)?.unit == unit)
  }

  @Test func anAmountNeedsItsUnit() {
    #expect(StatedMoney.leading("1.5亿元", at: 0)?.money.amount == Amount(thousandths: 150_000_000_000))
    #expect(StatedMoney.leading("1.5人", at: 0) == nil)
  }
}

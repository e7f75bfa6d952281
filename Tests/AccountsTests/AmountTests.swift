import Accounts
import Testing

@Suite struct AmountTests {
  private func yuan(_ yuan: Int64) -> Amount { Amount(thousandths: yuan * 1_000) }

  @Test func printsYuanWithTwoDecimals() {
    #expect(Amount(thousandths: 10_272_100_000).description == "10272100.00")
    #expect(Amount(thousandths: -5_500).description == "-5.50")
    #expect(Amount(thousandths: 0).description == "0.00")
  }

  @Test func sumsAreExactFarBeyondWhatAFigurePrints() {
    let sum = Array(repeating: Amount.mostReadable, count: 23).reduce(.zero, +)
    #expect(sum.description == "2300000000000000.00")
    #expect(!sum.isBeyond)
    #expect(sum - Amount.mostReadable * 22 == .mostReadable)
  }

  @Test func whatLeftTheRangeOfSumsStaysBeyond() {
    let sum = Array(repeating: Amount.mostReadable, count: 1_000).reduce(.zero, +)
    #expect(sum == .beyond)
    // Neither taking it away again nor a sum beyond the other end brings it back.
    #expect(Array(repeating: Amount.mostReadable, count: 1_000).reduce(sum, -) == .beyond)
    #expect(sum + -sum == .beyond && sum - sum == .beyond)
    #expect(-sum + sum == -.beyond)
    #expect(sum.magnitude == .beyond && (-sum).magnitude == .beyond)
    #expect(!sum.isReadable)
  }

  @Test func noOperationTrapsAtTheEndsOfSixtyFourBits() {
    for end in [Int64.min, .max] {
      let amount = Amount(thousandths: end)
      #expect(amount.isBeyond && (-amount).isBeyond && amount.magnitude == .beyond)
      #expect((amount * .min).isBeyond && (amount * -1).isBeyond && (amount + amount).isBeyond)
      #expect(amount.nearestReadable.magnitude == .mostReadable)
    }
    #expect(Amount(clamping: Int128.max) == .beyond && Amount(clamping: Int128.min) == -.beyond)
    #expect((Amount.mostReadable * .max).isBeyond && (Amount.mostReadable * .min).isBeyond)
  }

  @Test func aQuotientOfNothingIsNone() {
    #expect(yuan(7).quotient(by: .zero) == nil)
    #expect(yuan(7).divided(by: 0) == nil)
    #expect(yuan(7).share(of: .zero, parts: 100) == nil)
    #expect(yuan(7).cut(to: .zero) == nil)
  }

  @Test func quotientsAreCutTowardsZero() {
    #expect(yuan(7).quotient(by: yuan(2)) == 3)
    #expect(yuan(-7).quotient(by: yuan(2)) == -3)
    #expect(yuan(7).cut(to: yuan(2)) == yuan(6))
    #expect(yuan(7).divided(by: 2)?.description == "3.50")
    #expect(yuan(1).share(of: yuan(3), parts: 100) == 33)
    #expect(Amount.mostReadable.share(of: .thousandth, parts: 100_000) == 10_000_000_000_000_000_000_000)
  }

  @Test func whatIsBeyondPrintsAsABound() {
    #expect(Amount.beyond.description == "more than 2305843009213693.94")
    #expect((-Amount.beyond).description == "less than -2305843009213693.94")
  }

  @Test func aFindingHasNoDifferenceThatIsBeyond() {
    #expect(Finding(.roundingDifference, difference: .beyond, message: "").difference == nil)
    #expect(Finding(.roundingDifference, difference: .mostReadable, message: "").difference == .mostReadable)
  }
}

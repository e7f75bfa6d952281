import Accounts
import Testing

@testable import Transform

@Suite struct NarrativeRatesTests {
  private func findings(_ text: String, _ title: String = "十、机关运行经费支出说明") -> [Finding] {
    NarrativeRates.findings(Ledger(crossChecked([], title, text)))
  }

  @Test func aRateOverTheWrongBaseIsFoundWithItsBase() {
    let found = findings("机关运行经费支出80.00万元，比2023年度减少20.00万元，下降25.0%。")
    #expect(found.map(\.story) == ["rate-differs -25.0 -> -20.0"])
    #expect(found.first?.message.contains("prior_year (1000000.00)") == true)
    #expect(found.first?.fact == "operating_cost.change_rate")
  }

  @Test func aRateOfWhatItGrewFromIsNone() {
    #expect(findings("机关运行经费支出80.00万元，比2023年度减少20.00万元，下降20%。").isEmpty)
  }

  @Test func aRateOverNothingIsFound() {
    let found = findings("机关运行经费支出3.60万元，比2023年度增加3.60万元，增长36%。")
    #expect(found.map(\.rule) == [.rateOverZero])
    #expect(found.first?.printed == "36")
  }

  @Test func oneUnitOfTheLastDigitIsRounding() {
    let found = findings("机关运行经费支出80.00万元，比2023年度减少20.00万元，下降20.1%。")
    #expect(found.map(\.rule) == [.roundingDifference])
  }

  @Test func aRateThatRisesWhileTheAmountFallsIsFound() {
    let found = findings("机关运行经费支出80.00万元，比2023年度减少20.00万元，增长20%。")
    #expect(found.map(\.story) == ["rate-differs 20 -> -20"])
  }

  @Test func aCompletionIsMeasuredAgainstTheStatedBudget() {
    let title = "九、财政拨款“三公”经费支出决算情况说明"
    #expect(findings("“三公”经费全年预算为8.00万元，支出决算为6.00万元，完成全年预算的75.0%。", title).isEmpty)
    let found = findings("“三公”经费全年预算为8.00万元，支出决算为6.00万元，完成全年预算的57.0%。", title)
    #expect(found.map(\.story) == ["rate-differs 57.0 -> 75.0"])
  }

  @Test func aShareOfSmallFirmsMayBeOfEitherWhole() {
    let title = "十一、政府采购支出说明"
    let start = "政府采购支出总额40.00万元。授予中小企业合同金额20.00万元，占政府采购支出总额的50%，其中：授予小微企业合同金额10.00万元，"
    #expect(findings(start + "占授予中小企业合同金额的50%。", title).isEmpty)
    #expect(findings(start + "占政府采购支出总额的25%。", title).isEmpty)
    #expect(findings(start + "占授予中小企业合同金额的40%。", title).map(\.story) == ["rate-differs 40 -> 50"])
  }
}

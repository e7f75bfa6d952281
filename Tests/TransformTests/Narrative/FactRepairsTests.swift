import Accounts
import Testing

@testable import Transform

@Suite struct FactRepairsTests {
  private let title = "收入支出决算总体情况说明"

  @Test func aRateWithoutItsPercentSignIsARepair() throws {
    let read = facts(title, "收入总计80万元，比2023年度增加8万元，增长11.1。")
    let repair = try #require(read.compactMap(\.repair).first)
    #expect(repair.dataset == "facts")
    #expect(repair.key == "overall.change_rate//prior_year")
    #expect(repair.printed == "11.1" && repair.value == "11.1%")
    #expect(repair.rule == "missing-percent-sign" && repair.proof == .minimal)
  }

  @Test func whatIsPrintedWholeIsNoRepair() {
    #expect(facts(title, "收入总计80万元，比2023年度增加8万元，增长11.1%。").compactMap(\.repair).isEmpty)
  }
}

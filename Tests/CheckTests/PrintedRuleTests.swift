import Accounts
import Testing

@testable import Check

@Suite struct PrintedRuleTests {
  private func reading(_ text: String) -> PrintedRule? { PrintedRule(NormalText(text).units) }

  @Test func readsSumsOfColumns() throws {
    let rule = try #require(reading("1栏各行＝（2＋3）栏各行"))
    #expect(!rule.isOfLines)
    #expect(rule.whole == 1)
    #expect(rule.parts.map(\.number) == [2, 3])
    #expect(rule.text == "1栏各行=(2+3)栏各行")
  }

  @Test func fillsInRangesOfLines() throws {
    let rule = try #require(reading("57行＝（31+32+…+36）行"))
    #expect(rule.isOfLines)
    #expect(rule.parts.map(\.number) == [31, 32, 33, 34, 35, 36])
  }

  @Test func keepsSigns() throws {
    let parts = try #require(reading("6栏各行=（1+2-3）栏各行")).parts
    #expect(parts.map(\.sign) == [1, 1, -1])
  }

  @Test(arguments: ["本表列示本单位当年各项支出", "合计=人员+公用", "27行"])
  func refusesOtherNotes(text: String) {
    #expect(reading(text) == nil)
  }

  @Test func aSignThatWasReadAsTheNumberOneIsASign() {
    #expect(reading("6栏各行=（1+2一3）栏各行")?.parts.map(\.sign) == [1, 1, -1])
  }

  @Test(arguments: ["6栏各行=（1+2×3）栏各行", "27行=（1+2某3）行"])
  func aRuleWithAnUnclearSignIsNotRead(text: String) {
    #expect(reading(text) == nil)
  }
}

import Accounts
import Testing

@testable import Transform

@Suite struct NumericTokensTests {
  private func read(_ text: String) -> [String] {
    guard let tokens = NumericTokens(text) else { return [] }
    return tokens.tokens.map { token in
      let use = token.use?.rawValue ?? (tokens.isProse(token) ? "prose" : "alone")
      return "\(String(decoding: tokens.text(token), as: UTF16.self)) \(use)"
    }
  }

  @Test func aTextWithoutDigitsHasNone() {
    #expect(NumericTokens("合计") == nil)
  }

  @Test func commasAndPointsBelongToANumber() {
    #expect(read("1,027.21") == ["1,027.21 alone"])
    #expect(read("１，０２７．２１") == ["1,027.21 alone"])
  }

  @Test(arguments: ["2024年度", "截至2024-10-31", "填报日期：2025.6.26", "2025. 6. 26", "政发〔2024〕12号", "3月"])
  func datesAreTold(text: String) {
    let read = read(text)
    #expect(!read.isEmpty && read.allSatisfy { $0.hasSuffix(" date") })
  }

  @Test(arguments: ["2000万元", "共2000余件", "2013.95", "2024.10万元"])
  func amountsThatLookLikeYearsAreNoDates(text: String) {
    #expect(!read(text).contains { $0.hasSuffix(" date") })
  }

  @Test(arguments: ["1、办公", "（2）差旅", "指标1：次数", "第3部分", "附件2"])
  func listNumbersAreTold(text: String) {
    #expect(read(text).map { $0.split(separator: " ").last } == ["list-number"])
  }

  @Test func aNumberAmongWordsIsProseAndAWordOfItsOwnIsNot() {
    #expect(read("共走访企业12家，办结率98%。") == ["12 prose", "98 prose"])
    #expect(read("年度资金 40 35 88%") == ["40 alone", "35 alone", "88 alone"])
    #expect(read("基本支出 1064.35 项目支出 749.6") == ["1064.35 alone", "749.6 alone"])
  }
}

import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct DamagedLabelTests {
  private let labels = LineLabels(form: .gk01, subjects: .functional(in: FiscalYear(2022)))

  private func key(_ text: String) -> RowKey? { labels.line(named: NormalText(text))?.key }

  @Test(arguments: [("一、一般公共預算財政撥款收入", "general_public"), ("八、社會保障和就業支出", "208"), ("總計", "")])
  func traditionalCharactersAreReadAsSimplifiedOnes(label: String, row: String) {
    #expect(key(label)?.rawValue ?? "" == row)
  }

  @Test(arguments: [("四、公共安 安全支出", "204"), ("八、 、社会保障和就业支出", "208"), ("二、政府性基金 金预算财政拨款收入", "government_fund")])
  func aDoubledCharacterIsReadOnce(label: String, row: RowKey) {
    #expect(key(label) == row)
  }

  @Test(arguments: [
    ("四、公共\u{FFFD}全支出", "204"), ("十一\u{FFFD}城乡社区支出", "212"), ("本年?入合计", "revenue_total"),
    ("其中：政府\u{FFFD}基金预算财政拨款", "government_fund"),
  ])
  func aLostCharacterMayBeAnyWhereOneLineFits(label: String, row: RowKey) {
    #expect(key(label) == row)
  }

  @Test(arguments: ["本年\u{FFFD}\u{FFFD}合计", "八、其他\u{FFFD}\u{FFFD}", "五、教育\u{FFFD}\u{FFFD}"])
  func nothingIsGuessedWhereTwoLinesFitOrTooLittleIsLeft(label: String) {
    #expect(key(label) == nil)
  }
}

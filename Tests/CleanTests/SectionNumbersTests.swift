import Accounts
import Testing

@testable import Clean

@Suite struct SectionNumbersTests {
  private func findings(_ text: String) -> [Finding] {
    let lines = sourceLines(text)
    return SectionNumbers.findings(Sections.read(lines, excluding: lines.map { $0.width > 1 }).sections)
  }

  @Test func twoSectionsOfAPartWithOneNumberAreAFinding() {
    let found = findings("第三部分 情况说明\n七、甲情况说明\n无。\n八、乙情况说明\n无。\n八、丙情况说明\n无。")
    #expect(found.map(\.rule) == [.duplicateSectionNumber])
    #expect(found.map(\.sourceLine) == [6])
    #expect(found.first?.printed == "八")
  }

  @Test func partsAndSubsectionsCountOnTheirOwn() {
    let text = """
      第一部分 概况
      一、职责
      （一）甲情况
      无。
      二、机构设置
      （一）乙情况
      无。
      第三部分 情况说明
      一、总体情况
      无。
      """
    #expect(findings(text).isEmpty)
  }

  @Test func aListThatBeginsAgainHasNumbersOfItsOwn() {
    #expect(findings("第六部分 附件\n一、甲报告\n一、结论\n无。\n二、绩效\n无。").isEmpty)
  }
}

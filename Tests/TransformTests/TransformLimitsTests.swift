import Accounts
import Testing

@testable import Transform

/// Where a step would cost more than its document may, it abstains and says so.
@Suite struct TransformLimitsTests {
  private let head = "一般公共预算财政拨款支出决算表\n公开05表\n单位：万元\n科目编码|科目名称|小计|基本支出|项目支出\n"

  @Test func aTableWithMoreRowsThanAnyFormIsNotReadAsOne() throws {
    let rows = (0...TransformLimits.mostRows).map { "2010501|行政运行|\($0).00|\($0).00|" }.joined(separator: "\n")
    let read = try disclosure(head + rows)
    #expect(read.figures.isEmpty)
    #expect(read.otherTables.count == 1)
    #expect(read.findings(.workLimited).map(\.severity) == [.error])
    #expect(read.outcome == .partial)
  }

  @Test func moreIdentitiesThanAnyFormPrintsAreNotAllRead() throws {
    let table = head + "栏次||1|2|3\n合计||90.00|60.00|30.00\n2010501|行政运行|90.00|60.00|30.00\n"
    let rule = "注：1栏各行＝（2＋3）栏各行；\n"
    let read = try disclosure(table + String(repeating: rule, count: TransformLimits.mostRules + 1))
    #expect(read.findings(.workLimited).count == 1)
    #expect(read.figures.compactMap(\.amount).count == 6)
    #expect(try disclosure(table + String(repeating: rule, count: 3)).findings(.workLimited).isEmpty)
  }

  @Test func oneFindingStandsForAllFurtherNumbersWithoutPlace() throws {
    let more = 500
    let count = NumberAccount.mostFindings + more
    let table = head + "合计||90.00|60.00|30.00\n2010501|行政运行|90.00|60.00|30.00\n"
    let numbers = Array(repeating: "7.25万元", count: count).joined(separator: "、")
    let title = "六、一般公共预算财政拨款基本支出决算情况说明"
    let narrative = "\(title)\n本年度基本支出60.00万元，其中：人员经费50.00万元。另有人员经费\(numbers)。"
    let read = try disclosure(table, narrative: narrative)
    #expect(read.numbers.unplaced >= count - 1)
    let findings = read.findings(.unplacedNumber)
    #expect(findings.count == NumberAccount.mostFindings + 1)
    #expect(findings.last?.message.hasPrefix("\(read.numbers.unplaced - NumberAccount.mostFindings) ") == true)
  }

  @Test func projectsWithEqualNamesArePairedHoweverManyThereAre() {
    let count = 1_000
    let names = (0..<count).map { "第\($0)号工程" }
    #expect(ProjectPairs.pairs(names, names.reversed()).count == count)
    let projects = names.flatMap {
      [project(.summary, $0, budget: "50", actual: "50"), project(.form, $0 + "一期", budget: "50", actual: "50")]
    }
    let found = ProjectChecks.findings(projects, Ledger(emptyDisclosure()))
    #expect(found.map(\.rule) == [.workLimited])
  }

  @Test func reasonsAndUsesEndWithTheirSentence() {
    let map = SentenceMap("收入增加1元，主要原因是原因用于某事2元。支出用于甲3元，用于乙支出(项)4元。")
    let text: NormalText = "收入增加1元，主要原因是原因用于某事2元。支出用于甲3元，用于乙支出(项)4元。"
    let places = text.units.indices.filter { (0x31...0x34).contains(text.units[$0]) }
    #expect(places.map(map.isReason) == [false, true, false, false])
    #expect(places.map(map.isAside) == [false, true, true, true])
    #expect(map.start(of: places[2]) == text.firstIndex(of: "支出"))
  }

  @Test func whatAParagraphPrintsIsFoundBehindWideCharacters() {
    let text = NarrativeText(Paragraph(text: "𠀀甲 乙é丙", span: SourceSpan(line: 1, column: 1)))
    #expect(text.printed(2..<6) == "甲 乙é丙")
    #expect(text.span(of: 2..<6) == SourceSpan(line: 1, column: 2, columnEnd: 6))
  }
}

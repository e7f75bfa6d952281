import Accounts
import Testing

@testable import Clean

/// Where a search would cost more than its document may, it gives up and says so.
@Suite struct CleanLimitsTests {
  private func cleaned(_ lines: [SourceLine]) throws -> CleanedDocument {
    let source = SourceRecord(
      path: "a.txt", sha256: String(repeating: "0", count: 64), bytes: 1, format: .text, layout: .spaces,
      encoding: "UTF-8")
    return try #require(Cleaner.clean(ExtractedDocument(source: source, lines: lines)).first)
  }

  @Test func firstEntriesOfListsWithoutEndAreFollowedSoFar() throws {
    let text = (0..<2_000).map { "一、\($0)甲乙丙丁情况......\($0)" }.joined(separator: "\n")
    let lines = sourceLines(text)
    let search = ContentsList.search(lines, reduced: lines.map(ReducedLine.init))
    #expect(!search.isWhole)
    #expect(try cleaned(lines).findings.map(\.rule).contains(.workLimited))
  }

  @Test func listsOfAnyLengthAreSearchedWhole() {
    let entries = (0..<2_000).map { "一、\($0)甲乙丙丁情况......\($0)" }.joined(separator: "\n")
    let lines = sourceLines("目录\n\(entries)\n某局是县政府工作部门。")
    let search = ContentsList.search(lines, reduced: lines.map(ReducedLine.init))
    #expect(search.isWhole)
    #expect(search.ranges == [0..<2_001])
  }

  @Test func aCellThatIsLongerThanAnyFormIsText() throws {
    let line = sourceLines("支出决算表\n单位：万元\n合计 1.00 2.00\n" + String(repeating: "1.00 ", count: 60_000))
    let document = try cleaned(line)
    #expect(document.tables.map { $0.rows.count } == [1])
    #expect(document.findings.filter { $0.rule == .workLimited }.map(\.sourceLine) == [4])
  }

  @Test func aLineOfLabelsIsReadWithoutRecursion() {
    let line = sourceLines(String(repeating: "单位：甲局", count: 100_000) + "单位：万元")[0]
    var head = TableHead()
    let isHead = head.take(line, reduced: ReducedLine(line))
    #expect(isHead)
    #expect(head.unitPrinted == "万元")
    #expect(head.reporter == "甲局")
  }

  @Test func marksThatBeginNoTagStayAsTheyAre() {
    let text = String(repeating: "<", count: 100_000)
    #expect(InlineMarkup.removed(from: text)?.text == text)
  }

  @Test func everyPlaceOfAParagraphOfManyLinesIsFound() throws {
    let starts = (0..<1_000).map { Paragraph.LineStart(offset: $0 * 3, span: SourceSpan(line: $0 + 1, column: 5)) }
    let paragraph = Paragraph(
      text: String(repeating: "甲乙丙", count: 1_000), span: starts[0].span, lineStarts: starts)
    #expect(paragraph.span(of: 0..<1) == SourceSpan(line: 1, column: 5))
    #expect(paragraph.span(of: 2_000..<2_999) == SourceSpan(line: 667, column: 7, lineEnd: 1_000, columnEnd: 6))
  }
}

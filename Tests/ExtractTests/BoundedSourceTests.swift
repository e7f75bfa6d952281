import Testing

@testable import Extract

/// What one thing of which there is much costs and gives: never more than the source has.
@Suite struct BoundedSourceTests {
  @Test func columnsCountFromTheStartOfTheLineBehindFormFeeds() throws {
    let document = try extract("文字\u{0C}甲\t乙\u{0C}\u{0C}|丙|丁|\u{0C}戊\n己")
    #expect(document.lines.flatMap { $0.cells.map(\.span.column) } == [1, 4, 6, 10, 12, 15, 1])
  }

  @Test func elementsAreCountedAmongTheirSiblingsHoweverManyNamesThereAre() throws {
    let names = (0..<40).map { "<t\($0)></t\($0)>" }.joined()
    let document = try extractPage("\(names)<div><t3></t3><div>内</div></div>\(names)<div>外</div><t3><p>尾</p></t3>")
    #expect(
      document.lines.map(\.cells[0].span.path) == [
        "/html/body/div[1]/div[1]", "/html/body/div[2]", "/html/body/t3[3]/p[1]",
      ])
  }

  @Test func anElementWithALongNameIsNamedByWhatItStandsIn() throws {
    let name = String(repeating: "t", count: 5_000)
    let document = try extractPage("<div><\(name)><p>文</p></\(name)></div>")
    #expect(document.lines.map(\.cells[0].span.path) == ["/html/body/div[1]"])
  }

  @Test(arguments: ["a%=\"1\"", "a%='<>'", "a%", "a% = x"])
  func attributesBeyondAllReasonAreNotRead(attribute: String) throws {
    let attributes = (0..<2_000).map { attribute.replacing("%", with: "\($0)") }.joined(separator: " ")
    let document = try extractPage("<p \(attributes)\n style='display:none'>文</p>\n<p>字</p>")
    #expect(document.texts == ["文", "字"])
    #expect(document.lines.last?.number == 3)
    #expect(document.rules == [.workLimited])
  }

  @Test func theAttributesOfAnyRealElementAreRead() throws {
    let attributes = (0..<200).map { "data-\($0)=\"it's\"" }.joined(separator: " ")
    let document = try extractPage("<p \(attributes) style='display:none'>文</p><p>字</p>")
    #expect(document.texts == ["字"])
    #expect(document.findings.isEmpty)
  }

  @Test func aColumnSpanIsNoWiderThanItsGrid() throws {
    let document = try extractPage("<table><tr><td colspan=99999>甲</td><td colspan=9>乙</td></tr></table>")
    #expect(document.lines[0].cells.map(\.columnSpan) == [1_024, 1])
    #expect(document.lines[0].width == 1_025)
  }

  @Test func navigationWithALongTableInItIsKeptHoweverDeepItStands() throws {
    let table = "<table>" + String(repeating: "<tr><td>1</td><td>2</td></tr>", count: 4) + "</table>"
    #expect(try extractPage("<div class=nav><div class=menu>\(table)</div></div><p>文</p>").lines.count == 5)
    #expect(try extractPage("\(table)<div class=nav><p>首页</p></div><p>文</p>").lines.count == 5)
  }

  @Test func aDeclarationWithoutEndIsLookedForInVain() throws {
    let document = try extract("<html><body>" + String(repeating: "<meta ", count: 2_000) + "<p>文</p></body></html>")
    #expect(!document.rules.contains(.wrongDeclaredEncoding))
  }
}

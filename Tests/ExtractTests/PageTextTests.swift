import Accounts
import Extract
import Testing

@Suite struct PageTextTests {
  @Test func blocksOutsideTablesBecomeLines() throws {
    let document = try extractPage("<h2>二、收入</h2><p>第一<b>部</b>分</p><div>甲<br>乙<br><br>丙</div>")
    #expect(document.texts == ["二、收入", "第一部分", "甲", "乙", "丙"])
    #expect(document.lines.map(\.heading) == [2, nil, nil, nil, nil])
    #expect(document.lines.map(\.followsBlank) == [true, true, true, false, true])
    #expect(document.lines.allSatisfy { $0.width == 1 && $0.table == nil })
    #expect(document.source.format == .html)
    #expect(document.source.layout == .html)
  }

  @Test func whiteSpaceIsCollapsedAndZeroWidthIsNothing() throws {
    let document = try extractPage(
      "<p>&nbsp;\n  决&#8203;算&nbsp; 公\u{FEFF}开\u{3000}表 \u{3000}</p><p>\u{3000}\u{3000}正文</p>")
    #expect(document.texts == ["决算 公开\u{3000}表", "正文"])
  }

  @Test func aLineEndBetweenChineseCharactersIsNoSpace() throws {
    #expect(try extractPage("<p>部门\n  决算 of\n2024</p>").texts == ["部门决算 of 2024"])
  }

  @Test func lineEndsInPreformattedTextAreKept() throws {
    let document = try extractPage("<pre>甲\n\n乙\n</pre>")
    #expect(document.texts == ["甲", "乙"])
    #expect(document.lines.map(\.number) == [1, 3])
    #expect(document.lines[1].followsBlank)
  }

  @Test func checkBoxesBecomeSigns() throws {
    let body = "<p>1、经常性<input type=\"checkbox\" checked> 2、延续性 <INPUT TYPE=CheckBox><input type=text value=x></p>"
    #expect(try extractPage(body).texts == ["1、经常性√ 2、延续性 □"])
  }

  @Test func scriptsStylesAndControlsAreDropped() throws {
    let body = """
      <script>document.write("<table><tr><td>1</td></tr></table>")</script><style>p { color: red }</style>
      <noscript>请打开脚本</noscript><!-- <p>注释</p> --><form><select><option>选项</option></select>
      <textarea>文字</textarea><button>提交</button><p>正文</p></form>
      """
    #expect(try extractPage(body).texts == ["正文"])
  }

  @Test(arguments: ["display:none", "DISPLAY: none;", "color:red; display : None"])
  func hiddenElementsAreDropped(style: String) throws {
    #expect(try extractPage("<div style=\"\(style)\"><p>甲</p></div><p style='display:block'>乙</p>").texts == ["乙"])
  }

  @Test func aHiddenCellTakesNoColumn() throws {
    let document = try extractPage("<table><tr><td>1<td style='display:none'>2<td>3</table>")
    #expect(document.lines.map(\.grid) == [["0:1", "1:3"]])
  }

  @Test func officeMarkupIsTransparent() throws {
    let body = """
      <?xml:namespace prefix = o /><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
      <p class=MsoNormal style='mso-pagination:widow-orphan'><![if !supportEmptyParas]>决<![endif]><span
      lang=EN-US style='mso-bidi-font-size:10.5pt'>2024</span><st1:chsdate>年<o:p></o:p></st1:chsdate></p>
      <p class=MsoNormal><o:p>&nbsp;</o:p></p>
      """
    #expect(try extractPage(body).texts == ["决2024年"])
  }

  @Test func aPageBreakIsSeen() throws {
    let document = try extractPage("<p>甲</p><br clear=all style='page-break-before:always'><p>乙</p>")
    #expect(document.lines.map(\.followsPageBreak) == [false, true])
  }

  @Test func entitiesAreDecodedAndNoneIsFetched() throws {
    let page =
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body>&#x51B3;&lt;&amp;&x;</body></html>"
    let text = try extract(page).texts.joined()
    #expect(text.contains("决<&"))
    #expect(!text.contains("root:"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func placesAreThoseOfTheText(end: String) throws {
    let page =
      "<html><body>\(end)<p\(end)class='a'\(end)>甲乙\(end)</p>\(end)<table><tr><td>\(end)  丙\(end)丁</td><td>1</td></tr></table>"
    let document = try extract(page)
    #expect(document.lines.map(\.number) == [4, 7])
    let cell = try #require(document.lines.last?.cells.first)
    #expect((cell.span.line, cell.span.column, cell.span.lineEnd, cell.span.columnEnd) == (7, 3, 8, 1))
    #expect(document.lines.last?.cells.last?.span.column == 11)
  }

  @Test(arguments: [300, 333, 334, 335, 700, 2_000])
  func aLongTextStandsWhereItBegins(count: Int) throws {
    let document = try extractPage("<p class=a>" + String(repeating: "决算", count: count) + "</p>")
    let cell = try #require(document.lines.first?.cells.first)
    #expect(cell.span.columnEnd - cell.span.column + 1 == 2 * count)
  }

  @Test func linesBeyondSixteenBitsAreRight() throws {
    let document = try extractPage(String(repeating: "\n", count: 70_000) + "<p>甲</p><table><tr><td>1<td>2</table>")
    #expect(document.lines.map(\.number) == [70_001, 70_001])
  }

  @Test func blocksNameTheirElement() throws {
    let document = try extractPage("<div><p>甲</p><p><b>乙</b></p></div>")
    #expect(document.lines.map(\.cells[0].span.path) == ["/html/body/div[1]/p[1]", "/html/body/div[1]/p[2]"])
  }

  @Test func textWithTablesInMarkupKeepsItsLines() throws {
    let text = "# 一、收入决算表\n单位：万元\n\n<table><tr><td>项目</td><td>合计</td></tr></table>\n\n说明\n第二行\n"
    let document = try extract(text)
    #expect(document.texts == ["一、收入决算表", "单位：万元", "项目 合计", "说明", "第二行"])
    #expect(document.lines.map(\.heading) == [1, nil, nil, nil, nil])
    #expect(document.lines.map(\.number) == [1, 2, 4, 6, 7])
    #expect(document.lines.map(\.table) == [nil, nil, 0, nil, nil])
    #expect(document.lines.map(\.followsBlank) == [true, false, true, true, false])
  }
}

@Suite struct FurnitureTests {
  @Test func navigationIsDropped() throws {
    let body = """
      <header><h1>某区政府</h1></header><nav><a href=/>首页</a></nav><div class="main-box breadcrumb"><a>首页</a> &gt; 公开</div>
      <ul id=menu2><li>新闻</ul><p>正文</p><div class="shareBox">分享</div><aside>热点</aside>
      <table class="Footer"><tr><td>主办</td><td>承办</td></tr></table><footer>版权所有</footer>
      """
    #expect(try extractPage(body).texts == ["正文"])
  }

  @Test func aCellOfNavigationIsDroppedAndTheRestStays() throws {
    let document = try extractPage("<table><tr><td>甲<td class=menu-left><p>首页<p>新闻</td><td>丙</table>")
    #expect(document.lines.map(\.grid) == [["0:甲", "2:丙"]])
  }

  @Test func anElementWithATableOfDataIsKept() throws {
    let rows = (1...4).map { "<tr><td>\($0)</td><td>\($0).00</td></tr>" }.joined()
    #expect(try extractPage("<div id=nav_content><table>\(rows)</table></div>").lines.count == 4)
    #expect(try extractPage("<aside><table>\(rows)</table></aside>").lines.count == 4)
  }

  @Test func anElementWithMuchTextIsKeptUnlessItIsLinks() throws {
    let text = String(repeating: "本部门贯彻执行有关规定。", count: 50)
    #expect(try extractPage("<div class=sharing>\(text)</div>").texts == [text])
    #expect(try extractPage("<div class=menu><a>\(text)</a></div><p>正文</p>").texts == ["正文"])
  }

  @Test func theHeaderOfAnArticleIsContent() throws {
    let document = try extractPage("<article><header><h1>部门决算</h1></header><p>正文</p></article>")
    #expect(document.texts == ["部门决算", "正文"])
  }
}

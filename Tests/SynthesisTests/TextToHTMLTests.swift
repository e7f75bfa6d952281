import Synthesis
import Testing

@Suite struct TextToHTMLTests {
  private func page(_ text: String, _ style: TextToHTML.PageStyle = .semantic) -> String {
    String(decoding: TextToHTML.render(text, style: style), as: UTF8.self)
  }

  @Test func runsOfTabRowsBecomeOneTable() {
    let page = page("标题\n201\t支出\t1.00\n202\t\t2.00\n注\n")
    #expect(page.contains("<p>标题</p>"))
    #expect(page.contains("<tr><td>201</td><td>支出</td><td>1.00</td></tr>\n<tr><td>202</td><td></td><td>2.00</td></tr>"))
    #expect(page.contains("<p>注</p>"))
  }

  @Test func otherLinesStayParagraphs() {
    #expect(page("201 支出 1.00\n\n \n合计 1.00").contains("<p>201 支出 1.00</p>\n<p>合计 1.00</p>"))
  }

  @Test func markupInTheTextIsEscaped() {
    #expect(page("a<br>&b").contains("<p>a&lt;br&gt;&amp;b</p>"))
  }

  @Test func officeStylePrintsBlankCellsAsSpaces() {
    #expect(page("1\t\t2", .office).contains("<o:p>&nbsp;</o:p>"))
  }
}

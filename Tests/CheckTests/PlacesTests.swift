import Accounts
import Extract
import Testing

@testable import Check

/// Extract and Check count lines and columns in the same text, by the definition of `SourceSpan`: what one says where a
/// text stands, the other finds there.
@Suite struct PlacesTests {
  static let sources = [
    "一、收入\t1,027.21\r\n二、支出\t12.00\r三、结余",
    "a|b\\|c|1.00\nd|e|2.00",
    "甲\u{0}乙 12.00\n丙 3.00\n" + String(repeating: "本单位没有其他情况。\n", count: 100),
    "<html><body><p>&#x7b2c;四部分&nbsp;名词&amp;解释 12</p></body></html>",
    "<html><body><p>其中<b>基本</b>支出 <i>1.5</i>\n万元</p><p>另</p></body></html>",
    "<html><body><table><tr><td><p>甲</p><p>12.00</p></td><td>3.<span>00</span></td></tr></table></body></html>",
    "<html><body><p>一</p></body></html>\n<p>二 5.00</p>",
    "<p>一<![if !supportLists]>二<![endif]>三</p><table><tr><td>1.00</td></tr></table>",
    "<html><body><p>甲<input type=\"checkbox\" checked>乙 □丙</p></body></html>",
    "<html><body><p>甲\u{1}乙 \u{3000} 丙\u{200B}丁</p></body></html>",
    "<html><body><p>&unknown;甲 &#12288; &#; 乙&lt;1</p></body></html>",
    "<html><body>" + String(repeating: "<div>", count: 300) + "<p>深 1.00</p></body></html>",
    String(repeating: "甲a乙\t1.00\t", count: 700) + "丙\n" + String(repeating: "é𝟏丁\t2.00\t", count: 700),
    "# 标题 **1.00**\n<table><tr><td>项目</td><td>1.00</td></tr></table>\n",
  ]

  @Test(arguments: sources)
  func whatStandsInACellIsFoundAtItsPlace(source: String) throws {
    let bytes = Array(source.utf8)
    let document = try Extractor.extract(bytes, path: "a")
    let text = try #require(SourceText(bytes, encoding: "UTF-8"))
    let page = document.source.format == .html ? HTMLPage(text.bytes) : nil
    var count = 0
    for cell in document.lines.flatMap(\.cells) {
      let scalars = Array(cell.text.unicodeScalars)
      for word in words(of: scalars) {
        let span = cell.span(of: word)
        let printed = try #require(SourcePlace(span).flatMap { text.text(at: $0) }, "\(span) of \(cell.text)")
        let visible = page == nil ? printed.replacing("\\|", with: "|") : VisibleText.ofMarkup(printed)
        let expected = String(String.UnicodeScalarView(scalars[word]))
        #expect(bare(visible) == bare(expected), "\(span)")
        if let path = span.path {
          let element = try #require(page?.element(at: path)?.text, "\(path)")
          #expect(bare(element).contains(bare(expected).filter { $0 != "√" && $0 != "□" }))
        }
        count += 1
      }
    }
    #expect(count > 1)
  }

  /// The stretches of a text between white space.
  private func words(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    scalars.indices.split { scalars[$0].properties.isWhitespace }.map { $0.startIndex..<$0.endIndex }
  }

  /// A text without white space, controls and characters of no width.
  private func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            && $0.properties.generalCategory != .format
        }))
  }
}

extension SourcePlace {
  /// The place of a span, as a release writes it.
  fileprivate init?(_ span: SourceSpan) {
    let numbers = [
      ("line", span.line), ("column", span.column), ("line_end", span.lineEnd), ("column_end", span.columnEnd),
    ]
    self.init(.object(numbers.map { ($0.0, .number(String($0.1))) }))
  }
}

import Accounts
import Testing

@testable import Clean

@Suite struct ParagraphsTests {
  private func paragraphs(_ text: String) -> [Paragraph] {
    let lines = sourceLines(text)
    let paragraphs = Paragraphs(lines, isProse: lines.map { $0.width == 1 })
    var joined: [Paragraph] = []
    var index = 0
    while index < lines.count {
      let next = paragraphs.joined(from: index, limit: lines.count)
      joined.append(next.paragraph)
      index = next.indices.upperBound
    }
    return joined
  }

  /// Text set in lines of twenty characters, with blank lines between them or not.
  private let narrow = [
    "本单位二〇二〇年度收入合计一千零二十七万", "元，较上年增加三百万元，增长百分之二十，",
    "主要原因是人员增加，项目经费相应增加。", "本单位支出合计一千零二十七万元，其中基本", "支出五百万元，项目支出五百二十七万元。",
  ]

  @Test(arguments: ["\n", "\n\n"])
  func softLineEndsAreJoined(separator: String) {
    let joined = paragraphs(narrow.joined(separator: separator))
    #expect(joined.map(\.text) == [narrow[0...2].joined(), narrow[3...4].joined()])
  }

  @Test func theSpanCoversAllLines() {
    let joined = paragraphs(narrow.joined(separator: "\n"))
    #expect(joined[0].span.line == 1)
    #expect(joined[0].span.lineEnd == 3)
    #expect(joined[0].span.columnEnd == narrow[2].unicodeScalars.count)
  }

  @Test func aNumberTornOverALineEndIsWhole() {
    let text = [
      "本年度收入合计若干万元，其中财政拨款收入为1,0", "27.21万元，占全部收入的百分之百，增加甚多，", "主要原因是人员经费增加和项目经费增加所导致。",
    ].joined(separator: "\n")
    #expect(paragraphs(text)[0].text.contains("1,027.21万元"))
  }

  @Test func aNumberThatDidNotFitMakesItsLineShort() {
    let text = [
      "二〇二〇年度财政拨款支出总额，占本年支出的", "100.25%。与上年相比减少若干，下降百分之二。", "财政拨款支出年初预算为若干，支出决算为若干",
      "12345678.90万元，完成年初预算的百分之八十。", "本单位财政拨款支出主要用于人员与公用经费的",
    ].joined(separator: "\n")
    #expect(paragraphs(text).first?.text.contains("本年支出的100.25%") == true)
  }

  @Test func aSentenceBrokenByAPageEndIsJoinedOnAWebPageToo() {
    let text = "社会保障和就业支出八十七万元，占全部支出的百分之二。主要是\n\n用于行政单位离退休。"
    #expect(paragraphs(text).count == 1)
  }

  @Test func finishedParagraphsStayApart() {
    let text = "本单位本年收入合计若干万元，均为财政拨款收入。\n\n本单位本年支出合计若干万元，均为基本支出。"
    #expect(paragraphs(text).count == 2)
  }

  @Test func captionsAndShortLinesStayApart() {
    #expect(paragraphs("图 1：收支总计变动情况\n图 2：收入结构\n某某科\n某某室").count == 4)
  }

  @Test func aNumberedItemBeginsAParagraph() {
    let text = "（一）负责全县财政收支管理工作和预算编制执行，\n（二）负责全县国有资产管理。\n1、负责某事，\n2、负责某事。"
    #expect(paragraphs(text).count == 4)
  }

  @Test func anIndentedLineBeginsAParagraph() {
    let text = [
      "本年度预算绩效管理工作开展情况良好，建立了制度，", "完善了机制，落实了责任，取得了成效，共涉及项目，",
      "    全年共组织绩效自评项目若干个，涉及金额若干万元，", "平均得分若干分，未发现问题，评价结果总体为优良。",
    ].joined(separator: "\n")
    #expect(paragraphs(text).count == 2)
  }

  @Test func rowsOfATableAreNotJoined() {
    #expect(paragraphs("合计 1,027.21 1,027.21\n基本支出 877.73 877.73\n办公费 12.50").count == 3)
  }

  @Test func theTailOfABrokenHeadingIsJoined() {
    #expect(
      paragraphs("七、一般公共预算财政拨款“三公”经费支出决算情况说\n\n明\n\n本年无支出。").map(\.text).first
        == "七、一般公共预算财政拨款“三公”经费支出决算情况说明")
  }

  @Test func aWholeHeadingIsNotJoinedWithItsText() {
    let text = (["八、政府性基金预算财政拨款收入支出情况说明"] + narrow).joined(separator: "\n")
    #expect(paragraphs(text).first?.text == "八、政府性基金预算财政拨款收入支出情况说明")
  }
}

import Accounts
import Extract
import Testing

@Suite struct PageTableTests {
  @Test func rowsKeepTheirCellsPlacesAndPaths() throws {
    let document = try extractPage(
      "<div>甲</div><div>\n<table>\n<tr><th>项目<th>金额\n<tr><td>合计</td><td> 1,027.21 </td></tr></table></div>")
    #expect(document.lines.map(\.grid) == [["0:甲"], ["0:项目", "1:金额"], ["0:合计", "1:1,027.21"]])
    #expect(document.lines.map(\.table) == [nil, 0, 0])
    #expect(document.lines.map(\.width) == [1, 2, 2])
    #expect(document.lines.map(\.number) == [1, 3, 4])
    let cell = try #require(document.lines.last?.cells.last)
    #expect(cell.span.path == "/html/body/div[2]/table[1]/tr[2]/td[2]")
    #expect((cell.span.line, cell.span.column, cell.span.columnEnd) == (4, 21, 28))
  }

  @Test func spansOverColumnsAndRowsMakeAGrid() throws {
    let document = try extractPage(
      """
      <table><tr><td rowspan=2 colspan=2>项目<td rowspan=2>行次<td colspan=3>金额</tr>
      <tr><td>小计<td>基本<td>项目</tr>
      <tr><td rowspan=9>201<td>一般<td><td>1<td><td>3</tr>
      <tr><td>行政<td>2<td>4</tr></table>
      """)
    #expect(
      document.lines.map(\.grid) == [
        ["0:项目", "2:行次", "3:金额"], ["3:小计", "4:基本", "5:项目"], ["0:201", "1:一般", "3:1", "5:3"],
        ["1:行政", "2:2", "3:4"],
      ])
    #expect(document.lines.map(\.width) == [6, 6, 6, 4])
    #expect(document.lines[0].cells.map(\.columnSpan) == [2, 1, 3])
    #expect(document.lines.map(\.cells[0].rowSpan) == [2, 1, 2, 1])
  }

  @Test func aRowCoveredAtItsEndCountsTheCoveredColumns() throws {
    let document = try extractPage("<table><tr><td>1<td rowspan=2>2<tr><td>3</table>")
    #expect(document.lines.map(\.width) == [2, 2])
    #expect(document.lines[1].grid == ["0:3"])
  }

  @Test func rowSpansEndWithTheirGroup() throws {
    let document = try extractPage(
      "<table><thead><tr><td rowspan=3>项目<td>金额</thead><tbody><tr><td>合计<td>1</tbody></table>")
    #expect(document.lines.map(\.grid) == [["0:项目", "1:金额"], ["0:合计", "1:1"]])
    #expect(document.lines[0].cells[0].rowSpan == 1)
  }

  @Test func absurdSpansAreBounded() throws {
    let row = String(repeating: "<td colspan=99999999 rowspan=99999999>1", count: 2000)
    let document = try extractPage("<table><tr>\(row)<tr>\(row)</table>")
    #expect(document.lines.count == 2)
    #expect(document.lines.allSatisfy { $0.cells.count == 2000 })
  }

  @Test func missingEndTagsAreMended() throws {
    let expected = [["0:1", "1:2"], ["0:3", "1:4"]]
    for rows in [
      "<tr><td>1<td>2<tr><td>3<td>4", "<tr><td><strong>1<td><font>2</tr><tr><td>3</td><td><b><i>4",
      "<td>1<td>2<tr><td>3<td>4", "<tbody><tr><td><p>1<td><div>2<tr><td><span>3<td>4",
    ] {
      #expect(try extractPage("<table>\(rows)</table>").lines.map(\.grid) == expected, "\(rows)")
      #expect(try extractPage("<table>\(rows)").lines.map(\.grid) == expected, "\(rows)")
    }
  }

  @Test func rowsOutsideAnyTableMakeOne() throws {
    let document = try extractPage("<div><tr><td>1<td>2</tr><tr><td>3<td>4</tr></div><p>正文</p>")
    #expect(document.lines.map(\.grid) == [["0:1", "1:2"], ["0:3", "1:4"], ["0:正文"]])
    #expect(document.lines.map(\.table) == [0, 0, nil])
  }

  @Test func aTableCutInTwoStaysTwo() throws {
    let piece = "<table><tr><td>1</td><td>2</td></tr></table>"
    let document = try extractPage("\(piece)<p>— 5 —</p>\(piece)")
    #expect(document.lines.map(\.table) == [0, nil, 1])
    #expect(document.lines.map(\.followsBlank) == [true, true, true])
  }

  @Test func linesAndParagraphsInACellArePartedByLineFeeds() throws {
    let document = try extractPage("<table><tr><td>上级<br>补助收入</td><td><p>甲</p><p>&nbsp;</p><p>乙</p></td></tr></table>")
    #expect(document.lines.map(\.grid) == [["0:上级\n补助收入", "1:甲\n乙"]])
  }

  @Test func blankRowsAreLeftOutButCountForSpans() throws {
    let document = try extractPage("<table><tr><td rowspan=3>1<td>2<tr><td>&nbsp;<tr><td>3</table>")
    #expect(document.lines.map(\.grid) == [["0:1", "1:2"], ["1:3"]])
  }

  @Test func captionsAreLinesOfTheirOwn() throws {
    let document = try extractPage("<table><caption>收入决算表</caption><tr><td>1<td>2</table>")
    #expect(document.texts == ["收入决算表", "1 2"])
    #expect(document.lines.map(\.table) == [nil, 0])
  }
}

@Suite struct LayoutTableTests {
  @Test func aTableInACellIsATableOfItsOwn() throws {
    let inner = "<table><tr><td>1</td><td>2</td></tr></table>"
    let document = try extractPage(
      "<table><tr><td>左栏</td><td>表前<p>单位：万元</p>\(inner)表后</td></tr><tr><td>甲</td><td>乙</td></tr></table>")
    #expect(document.texts == ["左栏", "表前", "单位：万元", "1 2", "表后", "甲 乙"])
    #expect(document.lines.map(\.table) == [nil, nil, nil, 0, nil, 1])
    #expect(document.lines.map(\.width) == [1, 1, 1, 2, 1, 2])
    #expect(document.lines[1].cells[0].span.path == "/html/body/table[1]/tr[1]/td[2]")
    #expect(document.lines[3].cells[1].span.path == "/html/body/table[1]/tr[1]/td[2]/table[1]/tr[1]/td[2]")
  }

  @Test func layoutTablesInsideEachOtherAreSeenThrough() throws {
    var body = "<table><tr><td>1</td><td>2</td></tr></table>"
    for level in 0..<5 { body = "<table><tr><td>\(level)</td><td>\(body)</td></tr></table>" }
    let document = try extractPage(body)
    #expect(document.texts == ["4", "3", "2", "1", "0", "1 2"])
    #expect(document.lines.last?.table == 0)
  }

  @Test func aTableOfOneCellInsideACellIsItsText() throws {
    let document = try extractPage("<table><tr><td>类型</td><td><table><tr><td>√ 经常性</td></tr></table></td></tr></table>")
    #expect(document.lines.map(\.grid) == [["0:类型", "1:√ 经常性"]])
  }

  @Test func aTableOfOneColumnIsLayout() throws {
    let document = try extractPage("<table><tr><td>甲<p>乙</td></tr><tr><td colspan=3>丙</td></tr></table>")
    #expect(document.texts == ["甲", "乙", "丙"])
    #expect(document.lines.allSatisfy { $0.table == nil && $0.width == 1 })
  }

  @Test func runningTextInACellIsLayout() throws {
    let prose = (1...6).map { "<p>\($0)、" + String(repeating: "贯彻执行有关法律法规。", count: 10) + "</p>" }.joined()
    let document = try extractPage("<table><tr><td>&nbsp;</td><td>\(prose)</td></tr></table>")
    #expect(document.lines.count == 6)
    #expect(document.lines.allSatisfy { $0.width == 1 })
  }

  @Test func longTextBesideALabelIsData() throws {
    let prose = (1...6).map { "<p>\($0)、" + String(repeating: "贯彻执行有关法律法规。", count: 10) + "</p>" }.joined()
    let document = try extractPage("<table><tr><td>年度目标</td><td>\(prose)</td></tr></table>")
    #expect(document.lines.count == 1)
    #expect(document.lines[0].cells.count == 2)
  }
}

@Suite struct HostileSourceTests {
  @Test func deepNestingIsCutWithAFindingAndKeepsTheText() throws {
    let document = try extractPage(String(repeating: "<div>", count: 1000) + "底<table><tr><td>1<td>2</table>")
    #expect(document.texts.joined().hasPrefix("底"))
    #expect(document.rules == [.truncatedSource])
  }

  @Test(arguments: ["<div>", "<table><tr><td>", "<b>", "<ul><li>", "<font>x"])
  func nestingWithoutEndNeverCrashes(tag: String) {
    let page = "<html><body><p>底</p>" + String(repeating: tag, count: 200_000)
    let document = try? extract(page)
    #expect(document?.rules == [.truncatedSource])
  }

  @Test func aMegabyteOnOneLineOfAPageIsRead() throws {
    let rows = String(repeating: "<tr><td>一般公共服务支出</td><td>1.00</td></tr>", count: 16_000)
    let document = try extractPage("<table>\(rows)</table>")
    #expect(document.lines.count == 16_000)
    #expect(document.lines.allSatisfy { $0.number == 1 })
    #expect(document.findings.isEmpty)
  }

  @Test func moreCellsThanTheLimitAreCutWithAFinding() throws {
    let rows = String(repeating: "<tr><td>1</td><td>2</td></tr>", count: 100)
    let document = try extractPage("<table>\(rows)</table>", limits: ExtractLimits(maximumCells: 50))
    #expect(document.rules == [.truncatedSource])
    #expect(document.lines.reduce(0) { $0 + $1.cells.count } <= 51)
  }

  @Test func randomBytesNeverCrash() {
    var random = SplitMix(state: 7)
    let seeds = [
      "<table><tr><td>", "</td>", "<p>", "决算", "\t", "|", "\n", "<!--", "&#x", "<input type=checkbox", "\u{C}",
    ]
    for round in 0..<400 {
      var bytes = round % 2 == 0 ? Array("<html>".utf8) : []
      for _ in 0..<(Int(random.next() % 60)) {
        if random.next() % 3 == 0 {
          bytes += (0..<8).map { _ in UInt8(truncatingIfNeeded: random.next() % 256) }
        } else {
          bytes += Array(seeds[Int(random.next() % UInt64(seeds.count))].utf8)
        }
      }
      let document = try? Extractor.extract(bytes, path: "a")
      #expect(
        document?.lines.allSatisfy { line in
          !line.cells.isEmpty && line.cells.allSatisfy { !$0.text.isEmpty && $0.column < max(1, line.width) }
        } ?? true)
    }
  }

  @Test func damagedPagesNeverCrash() {
    var random = SplitMix(state: 11)
    let page = Array(
      "<html><body><div class=nav><table><tr><td rowspan=2>甲<td>1<tr><td>2</table></div><h1>题</h1><pre>文\n</pre></body>"
        .utf8)
    for _ in 0..<2000 {
      var bytes = page
      for _ in 0..<4 {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(contentsOf: page[place % page.count..<min(place % page.count + 9, page.count)], at: place)
        default: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        }
      }
      let document = try? Extractor.extract(bytes, path: "a")
      #expect(document.map { !$0.lines.isEmpty } ?? true)
    }
  }
}

/// A generator with a seed (SplitMix64), so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import Accounts
import Extract
import Testing

@Suite struct TextExtractorTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyKindOfLineEndCounts(end: String) throws {
    let document = try extract(["一", "", "三", "四"].joined(separator: end))
    #expect(document.lines.map(\.number) == [1, 3, 4])
    #expect(document.lines.map(\.followsBlank) == [true, true, false])
    #expect(document.source.format == .text)
  }

  @Test func aFormFeedBreaksThePageAndTheLine() throws {
    let document = try extract("一\n二\u{C}三\n\u{C}\n五\n")
    #expect(document.lines.map(\.number) == [1, 2, 2, 4])
    #expect(document.lines.map(\.followsPageBreak) == [false, false, true, true])
    #expect(document.lines.map(\.followsBlank) == [true, false, true, true])
    #expect(document.lines[2].cells[0].span.column == 3)
  }

  @Test func whiteSpaceOfEveryKindIsCutFromTheEnds() throws {
    let document = try extract("\u{3000}\u{A0} \u{200B}决 算\u{FEFF}\u{3000}\u{202F} \n")
    #expect(document.texts == ["决 算"])
    let span = document.lines[0].cells[0].span
    #expect((span.column, span.columnEnd) == (5, 7))
  }

  @Test func headingsLoseTheirMarks() throws {
    let document = try extract("# 目 录\n###### **第五部分 名词解释**\n##第一部分 ##\n#1 机组\n####### 七\n## 说明 ##\n")
    #expect(document.lines.map(\.heading) == [1, 6, 2, nil, nil, 2])
    #expect(document.texts == ["目 录", "**第五部分 名词解释**", "第一部分", "#1 机组", "####### 七", "说明"])
    #expect(document.lines[0].cells[0].span.column == 3)
  }

  @Test func strayMarkupStaysText() throws {
    let text = "<p>1、说明</p> <p>2、说明</p>\n项目类型\t1、经常性 <input checked=\"\" type=\"checkbox\"/> 2<br>\n小于 <100 的数\n"
    let document = try extract(text)
    #expect(document.source.format == .text)
    #expect(document.lines[0].text == "<p>1、说明</p> <p>2、说明</p>")
    #expect(document.lines[1].cells[1].text == "1、经常性 <input checked=\"\" type=\"checkbox\"/> 2<br>")
  }

  @Test func aMegabyteOnOneLineIsOneLine() throws {
    let document = try extract(String(repeating: "决算", count: 170_000))
    #expect(document.lines.count == 1)
    #expect(document.lines[0].cells[0].span.columnEnd == 340_000)
  }

  @Test func moreCellsThanTheLimitAreCutWithAFinding() throws {
    let document = try extract(String(repeating: "一\t二\n", count: 20), limits: ExtractLimits(maximumCells: 10))
    #expect(document.lines.count == 5)
    #expect(document.rules == [.truncatedSource])
  }
}

@Suite struct TabRowTests {
  @Test func fieldsBecomeCellsInTheirColumns() throws {
    let row = try extract("\t9\t\t九、卫生健康支出\t39\t59.20\n").lines[0]
    #expect(row.grid == ["1:9", "3:九、卫生健康支出", "4:39", "5:59.20"])
    #expect(row.width == 6)
    #expect(row.cells.map(\.span.column) == [2, 5, 14, 17])
    #expect(row.cells.map(\.span.columnEnd) == [2, 12, 15, 21])
  }

  @Test func blankFieldsAtTheEndCountInTheWidth() throws {
    let row = try extract("二、外交支出\t32\t\t \u{3000}\n").lines[0]
    #expect(row.grid == ["0:二、外交支出", "1:32"])
    #expect(row.width == 4)
  }

  @Test func aRowWithOneFilledFieldStaysARow() throws {
    let document = try extract("年度目标1：\t\t\n\t\t0.00\n")
    #expect(document.lines.map(\.width) == [3, 3])
    #expect(document.lines.map(\.grid) == [["0:年度目标1："], ["2:0.00"]])
  }

  @Test func tabsThatIndentProseAreNoColumns() throws {
    let document = try extract("\t从单位构成看，本部门决算由纳入独立核算的单位本级决算组成。\n")
    #expect(document.lines[0].width == 1)
    #expect(document.lines[0].cells[0].column == 0)
    #expect(document.lines[0].cells[0].span.column == 2)
  }

  @Test func longTextInTheLastFieldOfATableStaysInItsColumn() throws {
    let tail = "继续推进年度重点工作的各项安排并按时完成全部既定目标任务。"
    let document = try extract("目标\t内容\n\t\(tail)\n结果\t完成\n")
    #expect(document.lines[1].grid == ["1:\(tail)"])
  }

  @Test func aRowOfBlanksDoesNotEndATable() throws {
    let document = try extract("一\t1\n\t\n二\t2\n\n三\t3\n")
    #expect(document.lines.map(\.followsBlank) == [true, false, true])
  }
}

@Suite struct PipeRowTests {
  @Test func markdownTablesLoseEdgesAndSeparators() throws {
    let document = try extract("| 项目 | 行次 | 金额 |\n|---|:--:|---:|\n| 一、收入 | 1 | 3,924.94 |\n| 二、收入 | | |\n")
    #expect(
      document.lines.map(\.grid) == [
        ["0:项目", "1:行次", "2:金额"], ["0:一、收入", "1:1", "2:3,924.94"], ["0:二、收入"],
      ])
    #expect(document.lines.map(\.width) == [3, 3, 3])
    #expect(document.lines.map(\.number) == [1, 3, 4])
    #expect(document.lines[1].cells.map(\.span.column) == [3, 10, 14])
  }

  @Test func plainPipesPartCellsAmongTheirLike() throws {
    let document = try extract("a|b|c\n|5|\n1||3\n")
    #expect(document.lines.map(\.grid) == [["0:a", "1:b", "2:c"], ["1:5"], ["0:1", "2:3"]])
    #expect(document.lines.map(\.width) == [3, 3, 3])
  }

  @Test func aPipeInALoneLineIsText() throws {
    let document = try extract("主办单位 | 承办单位\n正文\n")
    #expect(document.lines[0].grid == ["0:主办单位 | 承办单位"])
    #expect(document.lines[0].width == 1)
  }

  @Test func anEscapedPipeIsText() throws {
    let document = try extract("| a\\|b | c |\n| d | e |\n")
    #expect(document.lines[0].grid == ["0:a|b", "1:c"])
  }
}

@Suite struct LayoutTests {
  @Test func mostTableLikeLinesDecide() throws {
    let tabs = try extract("一 1.00 2.00\n一\t1\n二\t2\n三\t3\n")
    let pipes = try extract("| 一 | 1 |\n| 二 | 2 |\n")
    let spaces = try extract("一、收入 1 9746.50 一、支出 31\n二、收入 2 10.00\n5\n")
    let cells = try extract("一、收入\n9746.50\n二、收入\n12.00\n合计 9758.50\n201\n")
    let prose = try extract("本部门2024年度收入总计12.00万元，增长3%。\n")
    #expect([tabs, pipes, spaces, cells, prose].map(\.source.layout) == [.tabs, .pipes, .spaces, .cells, .spaces])
  }

  @Test func mixedLayoutsAreReadLineByLine() throws {
    let document = try extract("合计 3 4\n一\t1\n| a | b |\n| c | d |\n正文\n")
    #expect(document.lines.map(\.width) == [1, 2, 2, 2, 1])
  }
}

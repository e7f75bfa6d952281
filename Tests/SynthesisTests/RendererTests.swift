import Accounts
import Classification
import Synthesis
import Testing

@Suite struct RendererTests {
  @Test(arguments: Layout.allCases) func everyLayoutPrintsEveryFigure(layout: Layout) {
    for seed in UInt64(1)...10 {
      let disclosure = SyntheticDisclosure(seed: seed)
      let text = String(decoding: Renderer.render(disclosure, as: layout), as: UTF8.self)
      let figures = disclosure.tables.flatMap(\.rows).flatMap(\.cells).filter { $0.amount != nil }
      #expect(figures.count == disclosure.truth.count)
      for figure in figures where !text.contains(figure.text) {
        Issue.record("seed \(seed), \(layout): \(figure.text) is lost")
      }
    }
  }

  @Test func rowsOfTabsHaveTheWidthOfTheForm() throws {
    let disclosure = SyntheticDisclosure(seed: 4, style: .numbered, year: FiscalYear(2024))
    let text = String(decoding: Renderer.render(disclosure, as: .tabs), as: UTF8.self)
    let form = try #require(disclosure.tables.first { $0.form == .gk04 })
    #expect(form.rows.allSatisfy { $0.cells.count == 9 })
    let widths = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }
    #expect(widths.filter { $0 == 9 }.count >= form.rows.count)
  }

  @Test func spansCoverExactlyTheCellsThatPrintNothing() {
    for seed in UInt64(1)...40 {
      for form in SyntheticDisclosure(seed: seed).tables {
        var covered: Set<[Int]> = []
        var flagged: Set<[Int]> = []
        for (row, cells) in form.rows.map(\.cells).enumerated() {
          #expect(cells.count == form.width, "seed \(seed), \(form.title), row \(row)")
          for (column, cell) in cells.enumerated() {
            if cell.isCovered { flagged.insert([row, column]) }
            for below in row..<row + cell.rowSpan {
              for beside in column..<column + cell.columnSpan where below > row || beside > column {
                covered.insert([below, beside])
              }
            }
          }
        }
        #expect(covered == flagged, "seed \(seed), \(form.title)")
      }
    }
  }

  @Test func spacesLoseEmptyCells() {
    let text = String(decoding: Renderer.render(SyntheticDisclosure(seed: 4), as: .spaces), as: UTF8.self)
    #expect(!text.contains("  "))
    #expect(!text.contains("\t"))
  }

  @Test func officePagesLeaveTagsOpen() {
    let page = String(decoding: Renderer.render(SyntheticDisclosure(seed: 4), as: .officeHTML), as: UTF8.self)
    #expect(page.contains("mso-"))
    #expect(page.contains("<o:p>&nbsp;</o:p>"))
    #expect(!page.contains("</td>"))
  }

  @Test func semanticPagesMarkHeadersAndSpans() {
    let disclosure = SyntheticDisclosure(seed: 4, style: .numbered)
    let page = String(decoding: Renderer.render(disclosure, as: .semanticHTML), as: UTF8.self)
    #expect(page.contains("<thead>"))
    #expect(page.contains("<th colspan=\"6\">预算数</th>"))
    #expect(page.contains("rowspan=\"2\""))
  }

  @Test func gb18030DeclaresGB2312AndHoldsItsBytes() {
    let bytes = TextEncoding.gb18030.bytes(of: "决算€")
    #expect(bytes == [0xBE, 0xF6, 0xCB, 0xE3, 0xA2, 0xE3])
    let page = Renderer.render(SyntheticDisclosure(seed: 4), as: .officeHTML, encoding: .gb18030)
    #expect(String(decoding: page.prefix(300), as: UTF8.self).contains("charset=gb2312"))
  }

  @Test func utf16StartsWithItsMark() {
    #expect(TextEncoding.utf16LittleEndian.bytes(of: "决") == [0xFF, 0xFE, 0xB3, 0x51])
    #expect(TextEncoding.utf16BigEndian.bytes(of: "决") == [0xFE, 0xFF, 0x51, 0xB3])
    #expect(TextEncoding.utf8WithMark.bytes(of: "a") == [0xEF, 0xBB, 0xBF, 0x61])
  }
}

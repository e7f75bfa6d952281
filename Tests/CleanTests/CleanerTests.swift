import Accounts
import Testing

@testable import Clean

@Suite struct CleanerTests {
  private func clean(_ text: String, findings: [Finding] = []) -> [CleanedDocument] {
    let source = SourceRecord(path: "a.txt", sha256: "ab", bytes: 9, format: .text, layout: .tabs, encoding: "UTF-8")
    return Cleaner.clean(ExtractedDocument(source: source, lines: sourceLines(text), findings: findings))
  }

  private let disclosure = """
    某县统计局2022年度部门决算

    第一部分 某县统计局概况
    一、主要职责
    负责全县统计工作。
    第二部分 2022年度部门决算表
    收入决算表
    单位：万元
    科目编码\t科目名称\t合计
    合计\t\t12.00
    2010501\t行政运行\t12.00
    第三部分 2022年度部门决算情况说明
    一、收入决算情况说明
    本年收入12.00万元，均为财政拨款收入。
    """

  @Test func textAndTablesAreParted() {
    let document = clean(disclosure).first
    #expect(document?.tables.map(\.title) == ["收入决算表"])
    #expect(document?.sections.last?.paragraphs.map(\.text) == ["本年收入12.00万元，均为财政拨款收入。"])
    let text = document?.sections.flatMap(\.paragraphs).map(\.text).joined() ?? ""
    #expect(!text.contains("2010501"))
  }

  @Test func whatExtractFoundIsHandedOn() {
    let finding = Finding(.replacedBytes, message: "One byte was replaced.")
    #expect(clean(disclosure, findings: [finding]).first?.findings == [finding])
  }

  @Test func theSourceIsHandedOn() {
    #expect(clean(disclosure).first?.source.path == "a.txt")
  }

  @Test func theListOfFormsInTheContentsGivesNoTables() {
    let contents = """
      目 录
      第一部分 某县统计局概况
      第二部分 2022年度部门决算表
      一、收入决算表
      二、支出决算表
      第三部分 2022年度部门决算情况说明

      """
    #expect(clean(contents + disclosure).first?.tables.map(\.title) == ["收入决算表"])
  }

  @Test func aDocumentWithoutTablesHasItsText() {
    let documents = clean("第三部分 情况说明\n一、收入\n本年没有收入。")
    #expect(documents.first?.tables.isEmpty == true)
    #expect(documents.first?.sections.last?.paragraphs.count == 1)
  }

  @Test func pageNumbersBetweenRowsAreGone() {
    let text = "收入决算表\n单位：万元\n科目编码 科目名称 合计\n合计 12.00\n— 12 —\n\u{0C}2010501 行政运行 12.00\n— 13 —\n\u{0C}第三部分 情况说明\n— 14 —"
    let rows = clean(text).first?.tables.first?.rows ?? []
    #expect(
      rows.map { $0.tokens.map(\.text) } == [["科目编码", "科目名称", "合计"], ["合计", "12.00"], ["2010501", "行政运行", "12.00"]])
  }
}

import Accounts
import Testing

@testable import Clean

@Suite struct DisclosureStartsTests {
  private func form(_ title: String) -> String { "2022年度\(title)\n单位：万元\n项目\t决算数\n合计\t9.00\n注：本表反映收支。\n" }

  private func unit(_ name: String, forms: [String], opening: String = "第一部分 概况\n负责某项工作。\n") -> String {
    "\(name)2022年度部门决算\n\n\(opening)\n第二部分 2022年度部门决算表\n" + forms.map(form).joined()
      + "第三部分 2022年度部门决算情况说明\n收支情况见表。\n\n"
  }

  private let core = ["收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表"]

  private func clean(_ text: String) -> [CleanedDocument] {
    let source = SourceRecord(path: "a.txt", sha256: "", bytes: 0, format: .text, layout: .tabs, encoding: "UTF-8")
    return Cleaner.clean(ExtractedDocument(source: source, lines: sourceLines(text)))
  }

  @Test func oneDisclosureIsOneDocument() {
    let documents = clean(unit("某县统计局", forms: core))
    #expect(documents.map(\.ordinal) == [1])
    #expect(documents.first?.tables.count == 4)
  }

  @Test func theFormsOfASecondUnitStartASecondDocument() {
    let documents = clean(unit("某县统计局", forms: core) + unit("某县普查中心", forms: core))
    #expect(documents.map(\.ordinal) == [1, 2])
    #expect(documents.map { $0.tables.map(\.title) } == Array(repeating: core.map { "2022年度\($0)" }, count: 2))
  }

  @Test func aDocumentStartsWithItsFirstPart() {
    let documents = clean(unit("某县统计局", forms: core) + unit("某县普查中心", forms: core))
    #expect(documents.last?.sections.first?.part == .duties)
    #expect(documents.first?.sections.last?.part == .narrative)
  }

  @Test(.disabled("A disclosure starts at its first part, behind its title page."))
  func theTitlePageOfTheSecondUnitBelongsToIt() {
    let documents = clean(unit("某县统计局", forms: core) + unit("某县普查中心", forms: core))
    #expect(documents.last?.preamble.map(\.text) == ["某县普查中心2022年度部门决算"])
  }

  @Test func withoutPartsTheFirstFormStartsADocument() {
    let documents = clean((core + core).map(form).joined())
    #expect(documents.map(\.tables.count) == [4, 4])
  }

  @Test func aFormPrintedTwiceIsNoSecondDisclosure() {
    let documents = clean(unit("某县统计局", forms: core + ["收入支出决算总表", "收入决算表"]))
    #expect(documents.count == 1)
  }

  @Test func aFirstUnitWithFewFormsIsNotCutOff() {
    let documents = clean(unit("某县统计局", forms: ["收入支出决算总表", "收入决算表"] + core))
    #expect(documents.count == 1)
  }
}

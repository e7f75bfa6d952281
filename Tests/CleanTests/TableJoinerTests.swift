import Accounts
import Testing

@testable import Clean

@Suite struct TableJoinerTests {
  private func table(_ title: String, _ rows: String, notes: [String] = []) -> CleanedTable {
    let span = SourceSpan(line: 1, column: 1)
    return CleanedTable(
      title: title, span: span, rows: sourceLines(rows).map(\.tableRow),
      notes: notes.map { Paragraph(text: $0, span: span) }, isForm: !title.isEmpty)
  }

  private let header = "科目编码\t科目名称\t合计"

  @Test func aFormThatComesAgainAtOnceIsOneTable() {
    let joined = TableJoiner.join([
      table("2022年度支出决算表", "\(header)\n201\t一般公共服务支出\t9.00"),
      table("2022年度支出决算表（续）", "\(header)\n208\t社会保障和就业支出\t3.00", notes: ["注：一。"]),
    ])
    #expect(joined.count == 1)
    #expect(joined.first?.title == "2022年度支出决算表")
    #expect(joined.first?.rows.count == 4)
    #expect(joined.first?.notes.count == 1)
  }

  @Test func aPieceWithoutTitleGoesOnWithTheSameHeader() {
    let joined = TableJoiner.join([
      table("支出决算表", "\(header)\n201\t一般公共服务支出\t9.00"), table("", "\(header)\n208\t社会保障和就业支出\t3.00"),
    ])
    #expect(joined.map(\.rows.count) == [4])
  }

  @Test func anotherHeaderIsAnotherTable() {
    let joined = TableJoiner.join([
      table("支出决算表", "\(header)\n201\t一般公共服务支出\t9.00"), table("", "名称\t数量\n车辆\t3"),
    ])
    #expect(joined.count == 2)
  }

  @Test func anotherFormWithTheSameHeaderIsAnotherTable() {
    let joined = TableJoiner.join([
      table("收入决算表", "\(header)\n201\t一般公共服务支出\t9.00"), table("支出决算表", "\(header)\n201\t一般公共服务支出\t9.00"),
    ])
    #expect(joined.map(\.title) == ["收入决算表", "支出决算表"])
  }

  @Test func aTableThatItsNoteHasEndedDoesNotGoOn() {
    let joined = TableJoiner.join([
      table("支出决算表", "\(header)\n201\t一般公共服务支出\t9.00", notes: ["注：一。"]), table("", "\(header)\n208\t某项\t3.00"),
    ])
    #expect(joined.count == 2)
  }

  @Test func aTableCutByAPageWithItsUnitAgainIsOneTable() {
    let found = foundTables(
      """
      支出决算表
      单位：万元
      \(header)
      合计\t\t12.00
      201\t一般公共服务支出\t9.00
      \u{0C}单位：万元
      \(header)
      208\t社会保障和就业支出\t3.00
      """)
    #expect(found.tables.map(\.title) == ["支出决算表"])
    #expect(found.tables.first?.rows.last?.tokens.map(\.text) == ["208", "社会保障和就业支出", "3.00"])
  }
}

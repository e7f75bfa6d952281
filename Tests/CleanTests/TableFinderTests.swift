import Accounts
import Testing

@testable import Clean

@Suite struct TableFinderTests {
  private func find(_ text: String) -> (tables: [CleanedTable], isClaimed: [Bool]) {
    foundTables(text)
  }

  private let revenue = """
    2022年度收入决算表
    公开02表
    部门：某县统计局\t\t单位：万元
    项目\t\t本年收入合计\t财政拨款收入
    科目编码\t科目名称\t\t
    合计\t\t12.00\t12.00
    2010501\t行政运行\t12.00\t12.00
    注：本表反映部门本年度取得的各项收入情况。
    """

  @Test func aTitledTableHasItsHeadRowsAndNotes() throws {
    let table = try #require(find(revenue).tables.first)
    #expect(table.title == "2022年度收入决算表")
    #expect(table.unitPrinted == "万元")
    #expect(table.reporter == "某县统计局")
    #expect(table.rows.count == 4)
    #expect(table.notes.map(\.text) == ["注：本表反映部门本年度取得的各项收入情况。"])
    #expect(table.isForm)
    #expect(table.span.line == 1)
  }

  @Test func aTableClaimsItsLinesAndNoOthers() {
    #expect(find("概述\n\(revenue)\n\n三、总体情况").isClaimed == [false] + Array(repeating: true, count: 8) + [false])
  }

  @Test(arguments: [
    "第三部分 某局2022年度部门决算情况说明", "一、收入支出决算总体情况说明", "2022年度收入总计12.00万元，与上年持平，没有增减。",
  ])
  func aTableEndsWhereTextBegins(text: String) {
    let (tables, isClaimed) = find("\(revenue)\n\(text)\n（一）工资 12.00")
    #expect(tables.count == 1)
    #expect(tables.first?.rows.count == 4)
    #expect(isClaimed.suffix(2) == [false, false])
  }

  @Test func theTitleOfTheNextTableEndsATable() {
    let tables = find("\(revenue)\n2022年度支出决算表\n单位：元\n科目\t金额\n合计\t9.00").tables
    #expect(tables.map(\.title) == ["2022年度收入决算表", "2022年度支出决算表"])
    #expect(tables.map(\.unitPrinted) == ["万元", "元"])
  }

  @Test func notesOfSeveralLinesBelongToTheTable() {
    let tables = find("\(revenue)\n尾数误差是四舍五入形成的。\n1栏各行＝（2＋3）栏各行").tables
    #expect(tables.first?.notes.count == 3)
  }

  @Test func aTitleMayBeBrokenOverALineEnd() {
    let tables = find("2022年度一般公共预算财政拨款基本支出决算\n明细表\n单位：万元\n301\t工资福利支出\t3.00").tables
    #expect(tables.first?.title == "2022年度一般公共预算财政拨款基本支出决算明细表")
    #expect(tables.first?.isForm == true)
  }

  @Test(.disabled("The tail is taken for a title of its own."))
  func aTitleMayBeBrokenBeforeWordsThatLookLikeATitle() {
    let tables = find("2022年度一般公共预算财政拨款基本支出\n决算明细表\n单位：万元\n301\t工资福利支出\t3.00").tables
    #expect(tables.first?.title == "2022年度一般公共预算财政拨款基本支出决算明细表")
  }

  @Test func aTableInALayoutWithoutColumnsIsFound() {
    let tables = find("支出决算表\n单位：万元\n科目编码 科目名称 合计 基本支出\n2010501 行政运行 12.00 12.00\n\n第三部分 说明").tables
    #expect(tables.first?.rows.count == 2)
    #expect(tables.first?.rows.last?.tokens.count == 4)
  }

  @Test func aTableWithOneCellOnEachLineIsFound() {
    let tables = find("支出决算表\n单位：万元\n科目编码\n科目名称\n合计\n2010501\n行政运行\n12.00\n第三部分 说明").tables
    #expect(tables.first?.rows.count == 6)
  }

  @Test func aGridWithoutTitleIsATableButNoForm() {
    let tables = find("科目\t金额\n合计\t9.00\n第三部分 说明").tables
    #expect(tables.map(\.title) == [""])
    #expect(tables.first?.isForm == false)
  }

  @Test func anEmptyFormIsATable() {
    let tables = find("国有资本经营预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t本年支出\n\t\t\n注：本单位没有国有资本经营预算支出。").tables
    #expect(tables.first?.title == "国有资本经营预算财政拨款支出决算表")
    #expect(tables.first?.notes.count == 1)
  }

  @Test func aTitleWithoutRowsIsNoTable() {
    let (tables, isClaimed) = find("一、收入支出决算总表\n二、收入决算表\n三、支出决算表")
    #expect(tables.isEmpty)
    #expect(!isClaimed.contains(true))
  }

  @Test func aTableThatIsNoFormIsKeptWithItsTitle() {
    let tables = find("政府采购情况表\n单位：万元\n项目\t金额\n货物\t3.00").tables
    #expect(tables.first?.title == "政府采购情况表")
    #expect(tables.first?.isForm == false)
  }

  @Test(
    .disabled("A unit in the line of the title or behind the year is not read."),
    arguments: ["收入决算表（单位：万元）\n合计\t9.00", "收入决算表\t\t单位：万元\n合计\t\t9.00", "收入决算表\n2022年度\n单位：万元\n合计\t9.00"])
  func theUnitIsReadWhereverTheHeadPrintsIt(text: String) {
    let tables = find(text).tables
    #expect(tables.first?.unitPrinted == "万元")
    #expect(tables.first?.isForm == true)
  }
}

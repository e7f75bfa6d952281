import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct FormReaderTests {
  private let gk05 = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计|基本支出|项目支出\n合计||9.00|9.00|\n2010501|行政运行|9.00|9.00|\n"

  @Test func aFormIsKnownByItsTitleWhateverItsNumber() throws {
    let text = "2022年度一般公共预算财政拨款“三公”经费支出决算表（表7）\n公开07表\n单位：元\n项目|预算数|决算数\n合计|0.80|0.60\n1.因公出国（境）费||\n3.公务接待费|0.80|0.60"
    #expect(try disclosure(text).formsFound == [.gk09])
  }

  @Test(arguments: [
    (Form.gk02, "科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入\n合计||9.00|9.00|||||"),
    (.gk03, "科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出\n合计||9.00|9.00||||"),
    (.gk06, "科目编码|科目名称|决算数|科目编码|科目名称|决算数\n301|工资福利支出|8.00|302|商品和服务支出|1.00"),
    (.gk09, "项目|预算数|决算数\n合计|0.80|0.60\n1.因公出国（境）费||\n2.公务用车购置及运行费||\n3.公务接待费|0.80|0.60"),
  ])
  func aFormWhoseTitleIsLostIsKnownByItsWords(form: Form, text: String) throws {
    let read = try disclosure("单位：元\n\(text)")
    #expect(read.formsFound == [form])
    #expect(read.findings(.formByShape).map(\.form) == [form])
  }

  @Test func aTableThatIsNoFormIsKeptWhole() throws {
    let read = try disclosure(gk05 + "政府采购支出情况表\n单位：元\n项目|金额\n货物|3.00\n服务|1.00")
    #expect(read.formsFound == [.gk05])
    #expect(read.otherTables.map(\.title) == ["政府采购支出情况表"])
    #expect(read.otherTables.first?.rows.count == 3)
    #expect(!read.figures.contains { $0.printed == "3.00" })
  }

  @Test func aTableWithoutAUnitUsesThatOfTheOthers() throws {
    let text = gk05.replacing("单位：元", with: "单位：万元") + "支出决算表\n科目编码|科目名称|合计\n合计||9.00\n2010501|行政运行|9.00"
    #expect(try disclosure(text).amount("gk03//total/total") == "90000.00")
  }

  @Test func unitsMayDifferWithinOneDisclosure() throws {
    let text =
      gk05.replacing("单位：元", with: "单位：万元") + "支出决算表\n单位：元\n科目编码|科目名称|合计\n合计||90,000.00\n2010501|行政运行|90,000.00"
    let read = try disclosure(text)
    #expect(read.amount("gk05//total/total") == "90000.00")
    #expect(read.amount("gk03//total/total") == "90000.00")
  }

  @Test func withoutAnyUnitNothingIsReadAndSaidSo() throws {
    let read = try disclosure(gk05.replacing("单位：元\n", with: ""))
    #expect(read.figures.isEmpty)
    #expect(read.findings(.unitMissing).map(\.severity) == [.error])
    #expect(read.outcome == .partial)
    #expect(read.otherTables.count == 1)
  }

  @Test func theFullerOfTwoTablesOfOneFormIsRead() throws {
    let short = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计\n合计||7.00\n注：本表反映支出。\n政府采购支出情况表\n单位：元\n货物|3.00\n"
    let read = try disclosure(short + gk05)
    #expect(read.amount("gk05//total/total") == "9.00")
    #expect(read.findings(.formRepeated).count == 1)
  }

  @Test func formsThatAreMissingAreFindings() throws {
    let read = try disclosure(gk05)
    #expect(Set(read.findings(.formMissing).compactMap(\.form)) == Set(FormSet.finalAccount.forms).subtracting([.gk05]))
    #expect(read.outcome == .partial)
  }

  @Test func aBudgetIsSetAsideWithItsTables() throws {
    let text =
      "沛县统计局2022年部门预算\n\n第二部分 部门预算表\n部门收支预算总表\n单位：元\n收入|预算数|支出|预算数\n合计|9.00|合计|9.00\n一般公共预算支出表\n单位：元\n科目编码|科目名称|合计\n201|一般公共服务支出|9.00\n"
    let document = try cleanedText(text)
    let read = Transformer.transform(document)
    #expect(read.identification.reportKind == .budget)
    #expect(read.outcome == .quarantined)
    #expect(read.figures.isEmpty)
    #expect(read.otherTables.count == document.tables.count)
    #expect(read.findings(.reportKind).count == 1)
  }

  @Test func negativeAmountsAreKept() throws {
    let text = gk05.replacing("行政运行|9.00|9.00", with: "行政运行|10.00|10.00") + "2010599|其他统计信息事务支出|-1.00|-1.00|"
    #expect(try disclosure(text).amount("gk05//2010599/basic") == "-1.00")
  }
}

import Accounts
import Testing

@testable import Transform

@Suite struct IdentificationTests {
  private func identify(
    _ title: String, sections: [Section] = [], reporters: [String] = [], tables: [String] = []
  ) -> (identification: Identification, findings: [Finding]) {
    let source = SourceRecord(path: "a.txt", sha256: "", bytes: 0, format: .text, layout: .tabs, encoding: "UTF-8")
    let preamble = title.split(separator: "\n").enumerated().map { index, line in
      Paragraph(text: String(line), span: SourceSpan(line: index + 1, column: 1))
    }
    let document = CleanedDocument(
      source: source, preamble: preamble, sections: sections,
      tables: tables.map { CleanedTable(title: $0, span: SourceSpan(line: 1, column: 1)) })
    return Identifier.identify(document, printedReporters: reporters)
  }

  private func section(_ number: String, _ title: String, _ text: [String] = [], part: Part = .duties) -> Section {
    let span = SourceSpan(line: 1, column: 1)
    return Section(
      part: part, number: number, title: title, span: span, paragraphs: text.map { Paragraph(text: $0, span: span) })
  }

  @Test(arguments: [
    ("沛县教育局2019年度部门决算公开", "沛县教育局", 2019),
    ("2020年度沛县第一中学单位决算", "沛县第一中学", 2020),
    ("湖北省人民检察院 2022 年部门决算公开情况", "湖北省人民检察院", 2022),
    ("关于沛县水利局2018年度决算公开的说明", "沛县水利局", 2018),
    ("2021年度中共沛县县委组织部部门决算", "中共沛县县委组织部", 2021),
    ("沛县人民法院2023年度部门决算及“三公”经费决算公开", "沛县人民法院", 2023),
    ("沛县人民医院2017年决算公开报告", "沛县人民医院", 2017),
    ("沛县龙固镇人民政府2020年度部门决算", "沛县龙固镇人民政府", 2020),
    ("2019年沛县妇女联合会部门决算信息公开", "沛县妇女联合会", 2019),
    ("沛县人民代表大会常务委员会办公室2022年部门决算", "沛县人民代表大会常务委员会办公室", 2022),
    ("中国人民政治协商会议沛县委员会２０２０年度部门决算公开", "中国人民政治协商会议沛县委员会", 2020),
    ("二〇二一年度沛县档案馆单位决算", "沛县档案馆", 2021),
    ("二O一八年度沛县科学技术协会部门决算公开", "沛县科学技术协会", 2018),
    ("2022年度沛县公安局（本级）单位决算公开", "沛县公安局（本级）", 2022),
    ("2021年度沛县非税收入管理局部门决算情况说明", "沛县非税收入管理局", 2021),
    ("沛县财政局部门2020年度部门决算", "沛县财政局", 2020),
    ("2020年度部门决算公开（沛县统计局）", "沛县统计局", 2020),
    ("2020年部门决算公开——沛县统计局", "沛县统计局", 2020),
    ("沛县卫生健康委员会2020年度部门（单位）决算公开", "沛县卫生健康委员会", 2020),
    ("2023年度沛县机关事务管理中心部门汇总决算", "沛县机关事务管理中心", 2023),
    ("共青团沛县委员会2016年度决算", "共青团沛县委员会", 2016),
    ("附件：沛县司法局2019年度部门决算", "沛县司法局", 2019),
    ("沛县幼儿园 2020 年 度 单 位 决 算", "沛县幼儿园", 2020),
    ("沛县城关街道办事处2021年度部门收支决算公开", "沛县城关街道办事处", 2021),
  ])
  func aTitleGivesNameAndYear(title: String, name: String, year: Int) {
    let identification = identify(title).identification
    #expect(identification.unitName == name)
    #expect(identification.fiscalYear == FiscalYear(year))
    #expect(identification.reportKind == .finalAccount)
  }

  @Test(arguments: [
    ("2020年度\n沛县教育局\n部门决算", "沛县教育局"),
    ("沛县人力资源和社会\n保障局\n2020年度部门决算", "沛县人力资源和社会保障局"),
    ("2020年度\n武汉市江汉区人民政府\n办公室部门决算公开", "武汉市江汉区人民政府办公室"),
    ("武汉市\n江汉区教育局\n2020年度部门决算", "武汉市江汉区教育局"),
    ("2020年度部门决算\n沛县教育局", "沛县教育局"),
    ("沛县\n卫生健康委员会\n2020年度\n部门决算\n2021年9月", "沛县卫生健康委员会"),
    ("某县人民政府门户网站\n沛县教育局2020年度部门决算\n发布时间：2021-09-01", "沛县教育局"),
    ("单位名称：沛县教育局\n2020年度部门决算", "沛县教育局"),
  ])
  func aTitleMayBeBrokenOverLines(title: String, name: String) {
    let identification = identify(title).identification
    #expect(identification.unitName == name)
    #expect(identification.fiscalYear == FiscalYear(2020))
  }

  @Test func withoutATitlePageTheHeadingsNameTheUnit() {
    let identification = identify(
      "",
      sections: [
        section("第一部分", "沛县教育局概况"),
        section("一", "机构", ["从单位构成看，沛县教育局部门决算由本级决算组成。"]),
        section("第二部分", "沛县教育局 2020 年度部门决算表", part: .forms),
        section("第三部分", "2020年度部门决算情况说明", ["2020年度收入10万元，2019年度收入9万元。"], part: .narrative),
      ]
    ).identification
    #expect(identification.unitName == "沛县教育局")
    #expect(identification.fiscalYear == FiscalYear(2020))
    #expect(identification.divisionCode == "320322")
  }

  @Test func charactersDoubledAtALineEndAreUndoneWhenOtherPlacesPrintThemOnce() {
    let headings = [section("第一部分", "沛县委员会办公室概况"), section("第三部分", "沛县委员会办公室2020年度部门决算情况说明")]
    #expect(identify("2020年度沛县委员会 会办公室部门决算", sections: headings).identification.unitName == "沛县委员会办公室")
    #expect(identify("2020年度沛县教育育才小学部门决算").identification.unitName == "沛县教育育才小学")
  }

  @Test func theFullerNameIsPreferred() {
    let result = identify(
      "武汉市新洲区教育局2020年度部门决算", reporters: ["新洲区教育局", "新洲区教育局", "新洲区教育局"])
    #expect(result.identification.unitName == "武汉市新洲区教育局")
    #expect(result.identification.unitNamePrinted == "新洲区教育局")
  }

  @Test func theFormsNameTheUnitWhenNothingElseDoes() {
    let identification = identify("2020年度部门决算", reporters: ["沛县教育局"]).identification
    #expect(identification.unitName == "沛县教育局")
  }

  @Test func headingsForAnyUnitGiveNoName() {
    let result = identify(
      "2020年度部门决算", sections: [section("第一部分", "部门概况"), section("第二部分", "2020年度部门决算表")])
    #expect(result.identification.unitName == "")
    #expect(result.findings.map(\.rule) == [.unitNameMissing, .divisionUnknown])
  }

  @Test func aBudgetIsToldByItsTitles() {
    let identification = identify(
      "沛县教育局2024年部门预算", tables: ["部门收支预算总表", "一般公共预算支出表", "政府性基金预算支出预算表"]
    ).identification
    #expect(identification.reportKind == .budget)
    #expect(identification.unitName == "沛县教育局")
  }

  @Test func aFinalAccountThatSpeaksOfTheBudgetStaysOne() {
    let identification = identify(
      "沛县教育局2020年度部门决算",
      sections: [section("十三", "预算绩效情况说明", ["年初预算为10万元，全年预算为12万元，收入预算若干。"], part: .narrative)],
      tables: ["一般公共预算财政拨款支出决算表", "预算执行情况表"]
    ).identification
    #expect(identification.reportKind == .finalAccount)
  }

  @Test func withoutAnyTitleTheNarrativeTellsTheKind() {
    let text = [section("一", "收入", ["一般公共预算财政拨款支出决算为10万元。"], part: .narrative)]
    #expect(identify("", sections: text).identification.reportKind == .finalAccount)
    #expect(identify("").identification.reportKind == .unknown)
  }

  @Test func theYearOfPublicationIsNotTheFiscalYear() {
    #expect(identify("沛县教育局部门决算\n2021年9月30日").identification.fiscalYear == nil)
    #expect(identify("2021年公开沛县教育局2020年度部门决算").identification.fiscalYear == FiscalYear(2020))
  }

  @Test func titlesOfTablesGiveTheYearWhenTheTitlePageDoesNot() {
    let identification = identify(
      "沛县教育局部门决算", tables: ["2020年度收入决算表", "2020年度支出决算表", "2019年度支出决算表"]
    ).identification
    #expect(identification.fiscalYear == FiscalYear(2020))
  }

  @Test func theNarrativeBreaksATie() {
    let text = [section("一", "总体", ["2020年度收入10万元。2020年度支出9万元，比2019年度减少。截至2020年12月31日有车1辆。"])]
    #expect(identify("沛县教育局部门决算", sections: text).identification.fiscalYear == FiscalYear(2020))
    #expect(
      identify("沛县教育局部门决算", sections: text, tables: ["2020年度收入决算表", "2019年度支出决算表"])
        .identification.fiscalYear == FiscalYear(2020))
  }

  @Test func yearsInConflictAreAFinding() {
    let result = identify("沛县教育局部门决算", tables: ["2020年度收入决算表", "2019年度支出决算表"])
    #expect(result.identification.fiscalYear == nil)
    #expect(result.findings.map(\.rule) == [.yearMissing])
  }

  @Test(arguments: [
    ("2021年9月30日", "2021-09-30"), ("二〇二一年九月三十日", "2021-09-30"), ("2021 年 10 月 8 日", "2021-10-08"),
    ("（2021年9月1日）", "2021-09-01"), ("发布日期：2021-09-30", "2021-09-30"),
    ("来源：沛县教育局 发布时间：2021-09-30 15:30 浏览次数：12", "2021-09-30"), ("发布时间：2021/9/3", "2021-09-03"),
    ("二〇二一年十月", ""), ("2021年9月", ""), ("截至2020年12月31日共有车辆", ""), ("", ""),
  ])
  func theDayOfPublicationIsRead(line: String, date: String) {
    #expect(identify("沛县教育局2020年度部门决算\n\(line)").identification.publishedOn == date)
  }

  @Test func datesOfTheNarrativeAreNoPublication() {
    let text = [section("一", "资产", ["截至2020年12月31日，共有车辆1辆。", "2020年3月1日起施行。"])]
    #expect(identify("沛县教育局2020年度部门决算", sections: text).identification.publishedOn == "")
  }

  @Test func theSurroundingsTellWhichOfTwoDivisionsIsMeant() {
    let identification = identify("朝阳区教育局2020年度部门决算", reporters: ["长春市朝阳区教育局"]).identification
    #expect(identification.divisionCode == "220104")
    #expect(identification.divisionName == "朝阳区")
  }

  @Test func aWholeIdentificationHasNoFindings() {
    #expect(identify("沛县教育局2020年度部门决算").findings.isEmpty)
  }
}

import Accounts
import Testing

@testable import Clean

@Suite struct SectionsTests {
  private func read(_ text: String) -> (preamble: [Paragraph], sections: [Section]) {
    let lines = sourceLines(text)
    return Sections.read(lines, excluding: lines.map { $0.width > 1 })
  }

  private func outline(_ text: String) -> [String] {
    read(text).sections.map { "\($0.part?.rawValue ?? "-")|\($0.number)|\($0.title)" }
  }

  private let disclosure = """
    2020年度某局部门决算

    目录
    第一部分 某局概况
    第二部分 某局2020年度部门决算表
    第三部分 某局2020年度部门决算情况说明
    第四部分 2020年重点工作完成情况
    第五部分 名词解释
    第六部分 附件

    第一部分 某局概况
    一、主要职责
    负责全县某项工作。
    第二部分 某局
    2020年度部门决算表
    科目\t金额
    第三部分 某局2020年度部门决算
    情况说明
    一、收入支出决算总体情况说明
    2020年度收入总计10.00万元。
    （一）收入情况
    均为财政拨款。
    第四部分 2020年重点工作完成情况
    完成了各项工作。
    第五部分 名词解释
    一、基本支出：指保障机构运转的支出。
    第六部分 附 件
    """

  @Test func partsAreKnownByWhatTheirHeadingsSay() {
    #expect(
      outline(disclosure) == [
        "duties|第一部分|某局概况", "duties|一|主要职责", "forms|第二部分|某局2020年度部门决算表",
        "narrative|第三部分|某局2020年度部门决算情况说明", "narrative|一|收入支出决算总体情况说明", "narrative|（一）|收入情况",
        "priorities|第四部分|2020年重点工作完成情况", "glossary|第五部分|名词解释", "attachments|第六部分|附 件",
      ])
  }

  @Test func theTitleAndTheContentsAreThePreamble() {
    let preamble = read(disclosure).preamble
    #expect(preamble.count == 8)
    #expect(preamble.first?.text == "2020年度某局部门决算")
  }

  @Test func textStandsInTheSectionThatItFollows() {
    let sections = read(disclosure).sections
    #expect(sections[1].paragraphs.map(\.text) == ["负责全县某项工作。"])
    #expect(sections[7].paragraphs.map(\.text) == ["一、基本支出：指保障机构运转的支出。"])
  }

  @Test func linesOfTablesAreLeftOut() {
    #expect(!read(disclosure).sections.contains { $0.paragraphs.contains { $0.text.contains("科目") } })
  }

  @Test func partsThatAreNumberedLikeSectionsAreParts() {
    let text = """
      某县统计局2018年度部门决算公开
      一、部门概况
      （一）主要职能
      负责统计。
      二、2018年度部门决算表
      三、2018年度部门决算情况说明
      （一）收入决算情况说明
      收入十万元。
      四、名词解释
      """
    #expect(
      outline(text) == [
        "duties|一|部门概况", "duties|（一）|主要职能", "forms|二|2018年度部门决算表", "narrative|三|2018年度部门决算情况说明",
        "narrative|（一）|收入决算情况说明", "glossary|四|名词解释",
      ])
  }

  @Test(arguments: ["一、某县人民法院基本情况", "一、概况", "一、主要职责", "一、单位概况"])
  func theFirstNumberedHeadingMayBeginThePartOfDuties(heading: String) {
    #expect(read("\(heading)\n负责某事。").sections.first?.part == .duties)
    #expect(read("第三部分 情况说明\n\(heading)\n负责某事。").sections.last?.part == .narrative)
  }

  @Test func partsWithoutNumbersAreParts() {
    let text = "#部门概况\n负责某事。\n#2019年度部门决算情况说明\n一、收入决算情况说明\n收入十万元。\n名词解释\n一、基本支出：指某项支出。"
    #expect(
      outline("一、说明\n负责甲。\n" + text) == [
        "-|一|说明", "duties||部门概况", "narrative||2019年度部门决算情况说明", "narrative|一|收入决算情况说明", "glossary||名词解释",
      ])
  }

  @Test func aPartNumberAloneTakesItsTitleFromTheNextLine() {
    #expect(outline("第一部分\n\n部门概况\n\n一、职责\n负责某事。").first == "duties|第一部分|部门概况")
  }

  @Test func numberedTextIsNoHeading() {
    let text = """
      第三部分 决算情况说明
      （一）认真落实各项规定。严格控制经费，厉行节约。
      （二）负责某项工作；
      1. 本级机关
      2. 某中心
      （三）财政拨款收入：指财政部门拨付的资金。
      """
    #expect(outline(text) == ["narrative|第三部分|决算情况说明"])
  }

  @Test func aHeadingMayEndWithAFullStop() {
    #expect(
      outline("第三部分 情况说明\n（一）“三公”经费总体情况说明。\n全年为零。").last == "narrative|（一）|“三公”经费总体情况说明")
  }

  @Test func aShortArabicHeadingWithTextBelowItIsASection() {
    #expect(outline("第三部分 情况说明\n1、人员情况\n本年度实有人数若干。").last == "narrative|1|人员情况")
  }

  @Test func textBeforeAnyHeadingOpensASectionWithoutTitle() {
    let text = "某局决算说明\n本局是县人民政府工作部门，负责全县统计工作，为正科级行政单位，内设若干科室。"
    let (preamble, sections) = read(text)
    #expect(preamble.map(\.text) == ["某局决算说明"])
    #expect(sections.map(\.title) == [""])
    #expect(sections[0].paragraphs.count == 1)
  }
}

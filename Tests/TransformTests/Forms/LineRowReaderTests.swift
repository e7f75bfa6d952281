import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct LineRowReaderTests {
  private func gk01(_ rows: String, header: String = "项目|行次|金额|项目|行次|金额") -> String {
    "收入支出决算总表\n单位：元\n收入|||支出||\n\(header)\n\(rows)"
  }

  private let sideBySide = """
    栏次||1|栏次||2
    一、一般公共预算财政拨款收入|1|40.00|一、一般公共服务支出|31|30.00
    二、政府性基金预算财政拨款收入|2||二、外交支出|32|
    五、事业收入|5|2.00|五、教育支出|35|5.00
    |9||八、社会保障和就业支出|38|6.00
    本年收入合计|27|42.00|本年支出合计|57|41.00
    使用非财政拨款结余|28||结余分配|58|
    年初结转和结余|29|3.00|年末结转和结余|59|4.00
    总计|30|45.00|总计|60|45.00
    """

  private let expected: Set<String> = [
    "revenue/general_public 40.00", "revenue/government_fund", "revenue/institutional 2.00",
    "revenue/revenue_total 42.00", "revenue/non_fiscal_surplus_used", "revenue/opening_balance 3.00",
    "revenue/grand_total 45.00", "expenditure/201 30.00", "expenditure/202", "expenditure/205 5.00",
    "expenditure/208 6.00", "expenditure/expenditure_total 41.00", "expenditure/surplus_distribution",
    "expenditure/closing_balance 4.00", "expenditure/grand_total 45.00",
  ]

  @Test func aNumberWhoseMarkWasLostBeginsTheNextLabel() throws {
    let lines = """
      一、一般公共预算财政拨款收入
      36.00
      一、一般公共服务支出
      30.00
      七、文化旅游体育与传媒支出
      八\u{951F}社会保\u{951F}
      和就业支出
      6.00
      本年支出合计
      36.00
      """
    let read = try rows(.gk01, in: gk01(lines, header: "项目\n金额\n项目\n金额"))
    #expect(read.contains("expenditure/208 6.00"))
    #expect(read.contains("expenditure/207"))
  }

  @Test(arguments: ["|", " ", "\n"])
  func bothSidesAreReadInEveryLayout(separator: String) throws {
    let text = gk01(sideBySide)
    #expect(try Set(rows(.gk01, in: separator == "|" ? text : text.parted(by: separator))) == expected)
  }

  @Test func theSidesMayStandOneBelowTheOther() throws {
    let text = """
      收入支出决算总表
      单位：元
      项目|行次|决算数
      一、一般公共预算财政拨款收入|1|40.00
      二、政府性基金预算财政拨款收入|2|
      五、事业收入|5|2.00
      本年收入合计|27|42.00
      使用非财政拨款结余|28|
      年初结转和结余|29|3.00
      总计|30|45.00
      一、一般公共服务支出|31|30.00
      二、外交支出|32|
      五、教育支出|35|5.00
      八、社会保障和就业支出|38|6.00
      本年支出合计|57|41.00
      结余分配|58|
      年末结转和结余|59|4.00
      总计|60|45.00
      """
    #expect(try Set(rows(.gk01, in: text)) == expected)
  }

  @Test func theNumberOfABlankLineOfTheOtherSideIsNoFigure() throws {
    let text = gk01(
      """
      一、一般公共预算财政拨款收入|1|40.00|一、一般公共服务支出|31|30.00
      二、政府性基金预算财政拨款收入|2|||32
      三、国有资本经营预算财政拨款收入|3|6.00|||33
      本年收入合计|27|46.00|本年支出合计|57|30.00
      年初结转和结余|29|3.00|年末结转和结余|59|19.00
      """)
    let read = try rows(.gk01, in: text)
    #expect(read.contains("revenue/government_fund"))
    #expect(read.contains("revenue/state_capital 6.00"))
  }

  @Test func withoutLineNumbersNothingChanges() throws {
    let text = """
      收入支出决算总表
      单位：元
      项目|金额|项目|金额
      一、一般公共预算财政拨款收入|40.00|一、一般公共服务支出|36.00
      五、事业收入|2.00|五、教育支出|5.00
      本年收入合计|42.00|本年支出合计|41.00
      """
    #expect(
      try Set(rows(.gk01, in: text)) == [
        "revenue/general_public 40.00", "revenue/institutional 2.00", "revenue/revenue_total 42.00",
        "expenditure/201 36.00", "expenditure/205 5.00", "expenditure/expenditure_total 41.00",
      ])
  }

  @Test func lineNumbersThatAnExportCutAreNoFigures() throws {
    let cut = gk01(
      "一、一般公共预算财政拨款收入|1|40.00|一、一般公共服务支出|3|30.00\n五、事业收入|5|2.00|五、教育支出|3|5.00\n|9||八、社会保障和就业支出|3|6.00")
    #expect(
      try Set(rows(.gk01, in: cut)) == [
        "revenue/general_public 40.00", "revenue/institutional 2.00", "expenditure/201 30.00", "expenditure/205 5.00",
        "expenditure/208 6.00",
      ])
  }

  @Test func classesKeepTheirCodeUnderOldNames() throws {
    let text = gk01(
      "一、一般公共预算财政拨款收入|1|40.00|一、一般公共服务支出|31|30.00\n二、上级补助收入|2||九、医疗卫生与计划生育支出|39|6.00")
    #expect(try rows(.gk01, in: text).last == "expenditure/210 6.00")
  }

  @Test func aLabelThatAnExportCutStillNamesItsLine() throws {
    let text = gk01("一、一般公共预算财|1|40.00|一、一般公共服|31|30.00\n二、政府性基金预|2|1.00|七、文化旅游体育与传|37|6.00")
    #expect(
      try rows(.gk01, in: text) == [
        "revenue/general_public 40.00", "expenditure/201 30.00", "revenue/government_fund 1.00", "expenditure/207 6.00",
      ])
  }

  @Test func aLineNumberIsKept() throws {
    let read = try reading(.gk01, in: gk01(sideBySide)).rows
    #expect(read.first { $0.key == "205" }?.lineNumber == 35)
    #expect(read.first { $0.key == "revenue_total" }?.lineNumber == 27)
  }

  @Test
  func aWholeAmountBehindTheLineNumberIsAFigure() throws {
    let text = gk01("一、一般公共预算财政拨款收入|1|42.5|一、一般公共服务支出|31|38\n五、事业收入|5|2|五、教育支出|35|5.5")
    #expect(
      try Set(rows(.gk01, in: text)) == [
        "revenue/general_public 42.50", "revenue/institutional 2.00", "expenditure/201 38.00", "expenditure/205 5.50",
      ])
  }

  @Test func everyClassOfTheTemplateHasItsCode() throws {
    let names = [
      "一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出", "社会保障和就业支出", "卫生健康支出", "节能环保支出", "城乡社区支出",
      "农林水支出", "交通运输支出", "资源勘探工业信息等支出", "商业服务业等支出", "金融支出", "援助其他地区支出", "自然资源海洋气象等支出", "住房保障支出", "粮油物资储备支出",
      "国有资本经营预算支出",
      "灾害防治及应急管理支出", "其他支出", "债务还本支出", "债务付息支出", "抗疫特别国债安排的支出",
    ]
    let codes = [
      "201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "217",
      "219", "220", "221", "222", "223", "224", "229", "231", "232", "234",
    ]
    let numerals = [
      "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十",
      "二十一", "二十二", "二十三", "二十四", "二十五", "二十六",
    ]
    let lines = names.indices.map { index in
      "\(index == 0 ? "一、一般公共预算财政拨款收入|1|4.50" : "||")|\(numerals[index])、\(names[index])|\(index + 31)|1.50"
    }
    let read = try rows(.gk01, in: gk01(lines.joined(separator: "\n"))).dropFirst()
    #expect(read.map { $0 } == codes.map { "expenditure/\($0) 1.50" })
  }

  private func linesBehindABlank(_ label: String) throws -> [RowKey] {
    let text = gk01("一、一般公共预算财政拨款收入|1|40.00|一、一般公共服务支出|31|30.00\n五、事业收入|5||\(label)|39|6.00")
    return try disclosure(text).figures.map(\.key.row)
  }

  @Test func theFigureOfAnUnknownLineIsNotGivenToAnother() throws {
    #expect(try linesBehindABlank("九、某项新设的支出") == ["general_public", "201"])
  }

  @Test
  func theFigureOfAnUnknownLineWithoutNumberIsNotGivenToAnother() throws {
    #expect(try linesBehindABlank("其中：某项新设的支出") == ["general_public", "201"])
  }

  @Test func aLineThatTheTemplateLacksIsAFinding() throws {
    let text = gk01(
      "一、财政拨款收入|1|40.00|一、一般公共服务支出|31|30.00\n其中：政府性基金预算财政拨款|2|5.00|二、外交支出|32|10.00\n本年收入合计|27|40.00|本年支出合计|57|40.00")
    let read = try disclosure(text)
    #expect(read.findings(.rowUnrecognised).map(\.printed) == ["一、财政拨款收入"])
    #expect(read.amount("gk01/revenue/government_fund/amount") == "5.00")
    #expect(!read.figures.contains { $0.key.row == "fiscal_appropriation" })
  }

  @Test func appropriationsInOneLineAddUpWithoutTheirPart() throws {
    let text = gk01(
      "一、财政拨款收入|1|40.00|一、一般公共服务支出|31|40.00\n其中：政府性基金预算财政拨款|2|5.00|二、外交支出|32|10.00\n二、上级补助收入|3|10.00|||\n本年收入合计|27|50.00|本年支出合计|57|50.00"
    )
    #expect(try disclosure(text).findings(.treeIdentityBroken).isEmpty)
  }

  @Test func aLabelTornInTwoIsNotTheLineThatEitherHalfNames() throws {
    let text = gk01(
      "一、一般公共预算\n财政拨款收入|1|40.00|一、一般公共\n服务支出|31|40.00\n本年收入合计|27|40.00|本年支出合计|57|40.00")
    #expect(
      try rows(.gk01, in: text) == [
        "revenue/general_public 40.00", "expenditure/201 40.00", "revenue/revenue_total 40.00",
        "expenditure/expenditure_total 40.00",
      ])
  }

  @Test(arguments: [
    ("一、一般公共\n预算\n财政拨\n款收入|1|40.00", "revenue/general_public 40.00"),
    ("二十\n一、国\n有资本经\n营预算支出|51|40.00", "expenditure/223 40.00"),
    ("二十一、国有资本经营预算\n支出|51|40.00", "expenditure/223 40.00"),
  ])
  func aLabelTornIntoManyPartsIsTheLineThatTheyNameTogether(label: String, row: String) throws {
    let text = gk01("一、财政拨款收入|1|2.00|二、外交支出|32|2.00\n\(label)")
    #expect(try rows(.gk01, in: text).last == row)
  }

  @Test func aHeaderThatComesAgainOnTheNextPageChangesNothing() throws {
    let lines = sideBySide.split(separator: "\n")
    let again = lines.prefix(4) + ["项目|行次|金额|项目|行次|金额", "栏次||1|栏次||2"] + lines.dropFirst(4)
    let read = try disclosure(gk01(again.joined(separator: "\n")))
    #expect(try read.figures.map(\.amount) == disclosure(gk01(sideBySide)).figures.map(\.amount))
    #expect(read.findings(.rowUnrecognised).isEmpty)
  }

  private let gk04 = """
    财政拨款收入支出决算总表
    单位：元
    收入|||支出|||||
    项目|行次|金额|项目|行次|小计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款
    栏次||1|栏次||2|3|4|5
    一、一般公共预算财政拨款|1|40.00|一、一般公共服务支出|33|36.00|36.00||
    二、政府性基金预算财政拨款|2|6.00|十一、城乡社区支出|43|7.00||7.00|
    三、国有资本经营预算财政拨款|3|||||
    本年收入合计|27|46.00|本年支出合计|59|43.00|36.00|7.00|
    年初财政拨款结转和结余|28|2.00|年末财政拨款结转和结余|60|5.00|4.00|1.00|
    一、一般公共预算财政拨款|29|||61||||
    二、政府性基金预算财政拨款|30|2.00||62||||
    三、国有资本经营预算财政拨款|31|||63||||
    总计|32|48.00|总计|64|48.00|40.00|8.00|
    """

  @Test(arguments: ["|", " "])
  func theFundsUnderTheOpeningBalanceAreLinesOfTheirOwn(separator: String) throws {
    let read = try rows(.gk04, in: separator == "|" ? gk04 : gk04.parted(by: separator))
    #expect(
      read.filter { $0.hasPrefix("revenue") } == [
        "revenue/general_public 40.00", "revenue/government_fund 6.00", "revenue/state_capital",
        "revenue/revenue_total 46.00", "revenue/opening_balance 2.00", "revenue/opening_general_public",
        "revenue/opening_government_fund 2.00", "revenue/opening_state_capital", "revenue/grand_total 48.00",
      ])
  }

  @Test(arguments: ["|", " "])
  func eachFundOfTheExpenditureHasItsColumn(separator: String) throws {
    let disclosure = try disclosure(separator == "|" ? gk04 : gk04.parted(by: separator))
    #expect(disclosure.amount("gk04/expenditure/201/general_public") == "36.00")
    #expect(disclosure.amount("gk04/expenditure/212/government_fund") == "7.00")
    #expect(disclosure.amount("gk04/expenditure/212/general_public") == nil)
    #expect(disclosure.amount("gk04/expenditure/closing_balance/government_fund") == "1.00")
  }
}

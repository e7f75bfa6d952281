import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct LostTotalsTests {
  private let header = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计|基本支出|项目支出\n"
  private let rows = """
    201|一般公共服务支出|12.00|9.00|3.00
    2010501|行政运行|9.00|9.00|
    2010507|专项普查活动|3.00||3.00
    208|社会保障和就业支出|2.00|2.00|
    2080505|机关事业单位基本养老保险缴费支出|2.00|2.00|

    """
  private let gk04 = fiscalSummary("14.00", of201: "12.00", of208: "2.00")

  private func totals(_ read: Disclosure) -> [String?] {
    ["total", "basic", "project"].map { read.amount("gk05//total/\($0)") }
  }

  @Test func aLostTotalIsTheSumOfTheClasses() throws {
    let read = try disclosure(header + rows)
    #expect(totals(read) == ["14.00", "11.00", "3.00"])
    #expect(read.figure("gk05//total/total")?.status == .derived)
  }

  @Test func aTotalThatNothingElsePrintsIsNotCertain() throws {
    let figure = try #require(try disclosure(header + rows).figure("gk05//total/total"))
    #expect(figure.proof == .minimal)
    #expect(figure.confidence < Confidence(thousandths: 950))
  }

  @Test
  func aTotalThatAnotherFormPrintsIsCorroborated() throws {
    let figure = try #require(try disclosure(gk04 + header + rows).figure("gk05//total/total"))
    #expect(figure.amount == Amount(thousandths: 14_000))
    #expect(figure.proof == .corroborated)
    #expect(figure.confidence >= Confidence(thousandths: 950))
  }

  @Test
  func aRestoredTotalIsARepairWithItsWitnesses() throws {
    let repair = try #require(try disclosure(gk04 + header + rows).repairs.first { $0.key == "gk05//total/total" })
    #expect(repair.rule == "restore-lost-total")
    #expect(repair.printed.isEmpty)
    #expect(repair.value == "14.00")
    #expect(repair.witnesses.count == 2)
  }

  @Test func anotherFormThatContradictsTheSumCorroboratesNothing() throws {
    let other = gk04.replacing("14.00", with: "15.00")
    let figure = try #require(try disclosure(other + header + rows).figure("gk05//total/total"))
    #expect(figure.amount == Amount(thousandths: 14_000))
    #expect(figure.confidence < Confidence(thousandths: 950))
  }

  private func narrative(basic: String) -> String {
    "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
      + "2022年度一般公共预算财政拨款支出决算14.00元，其中：基本支出\(basic)元，项目支出3.00元。"
  }

  @Test func aTotalThatTheNarrativeStatesIsCorroborated() throws {
    let read = try disclosure(header + rows, narrative: narrative(basic: "11.00"))
    #expect(totals(read) == ["14.00", "11.00", "3.00"])
    #expect(read.figure("gk05//total/basic")?.proof == .corroborated)
  }

  @Test func theNarrativeSaysHowATotalWasRounded() throws {
    let figure = try #require(
      try disclosure(header + rows, narrative: narrative(basic: "11.01")).figure("gk05//total/basic"))
    #expect(figure.amount == Amount(thousandths: 11_010))
    #expect(figure.confidence < Confidence(thousandths: 950))
  }

  @Test func aNarrativeThatContradictsTheSumGivesNoTotal() throws {
    let read = try disclosure(header + rows, narrative: narrative(basic: "12.00"))
    #expect(read.amount("gk05//total/basic") == "11.00")
  }

  @Test func aBlankTotalOverPrintedRowsIsLost() throws {
    #expect(try disclosure(header + "合计||||\n" + rows).amount("gk05//total/basic") == "11.00")
  }

  @Test func aTotalReducedToColumnNumbersIsLost() throws {
    #expect(try disclosure(header + "合计||1|2|3\n" + rows).amount("gk05//total/total") == "14.00")
  }

  @Test func aPrintedTotalIsNotReplaced() throws {
    let read = try disclosure(header + "合计||15.00|12.00|3.00\n" + rows)
    #expect(read.amount("gk05//total/total") == "15.00")
    #expect(read.repairs.isEmpty)
  }

  @Test func anEmptyFormHasNoTotal() throws {
    #expect(try !disclosure(header + "合计||||").figures.contains { $0.key.form == .gk05 })
  }

  @Test func totalsStackedInTheHeaderAreReadFromThere() throws {
    let stacked = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计|基本支出|项目支出\n|合计|15.00||\n||12.00||\n||3.00||\n"
    let read = try disclosure(stacked + rows.replacing("2.00|2.00|", with: "3.00|3.00|"))
    #expect(totals(read) == ["15.00", "12.00", "3.00"])
  }
}

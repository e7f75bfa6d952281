import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct SubjectCodesTests {
  private func complete(_ rows: [(String, String)], form: Form = .gk05, year: Int? = 2022) -> [FormRow] {
    var completed = rows.enumerated().map { line, row in
      var read = FormRow(kind: .subject, span: SourceSpan(line: line + 1, column: 1))
      read.codePrinted = row.0
      read.namePrinted = row.1
      return read
    }
    SubjectCodes(form: form, year: year.map { FiscalYear($0) }).complete(&completed)
    return completed
  }

  private func codes(_ rows: [(String, String)], form: Form = .gk05, year: Int? = 2022) -> [String] {
    complete(rows, form: form, year: year).map(\.code)
  }

  @Test func wholeCodesAreKept() {
    let rows = complete([("201", "一般公共服务支出"), ("20105", "统计信息事务"), ("2010501", "行政运行")])
    #expect(rows.map(\.code) == ["201", "20105", "2010501"])
    #expect(rows.allSatisfy { $0.codeSteps.isEmpty && !$0.isCodeUndecided })
  }

  @Test func codesCutByANarrowColumnAreCompletedInTheirOrder() {
    #expect(
      codes([
        ("201", "一般公共服务支出"), ("2010", "统计信息事务"), ("2010", "行政运行"), ("2010", "一般行政管理事务"), ("2010", "专项普查活动"),
        ("208", "社会保障和就业支出"), ("2080", "行政事业单位养老支出"), ("2080", "机关事业单位基本养老保险缴费支出"),
      ]) == ["201", "20105", "2010501", "2010502", "2010507", "208", "20805", "2080505"])
  }

  @Test func codesThatDoNotAscendNameNoOrderAsTheirWitness() {
    let rows = complete(
      [("30", "工资福利支出"), ("30", "商品和服务支出"), ("30", "医疗费"), ("30", "机关事业单位基本养老保险缴费"), ("30", "差旅费")],
      form: .gk06)
    #expect(rows.map(\.code) == ["301", "302", "30114", "30108", "30211"])
    #expect(rows.allSatisfy { $0.codeSteps.first?.witnesses.last == "no other subject of that name" })
  }

  @Test func codesCutToSixDigitsAreCompleted() {
    #expect(
      codes([
        ("201", "一般公共服务支出"), ("20105", "统计信息事务"), ("201050", "行政运行"), ("201050", "专项普查活动"),
      ]) == ["201", "20105", "2010501", "2010507"])
  }

  @Test func codesCutToTheLengthOfASectionAreCompleted() {
    #expect(
      codes([("201", "一般公共服务支出"), ("20105", "统计信息事务"), ("20105", "行政运行"), ("20105", "专项普查活动")])
        == ["201", "20105", "2010501", "2010507"])
  }

  @Test func aCompletedCodeSaysWhatSpeaksForIt() throws {
    let rows = complete([("201", "一般公共服务支出"), ("2010", "统计信息事务"), ("2010", "行政运行")])
    let step = try #require(rows.last?.codeSteps.first)
    #expect(step.rule == "complete-code")
    #expect(step.before == "2010")
    #expect(step.after == "2010501")
    #expect(!step.witnesses.isEmpty)
  }

  @Test func anItemStandsBelowItsOwnSection() {
    #expect(
      codes([
        ("201", "一般公共服务支出"), ("2010", "统计信息事务"), ("2010", "行政运行"), ("2010", "财政事务"), ("2010", "行政运行"),
      ]) == ["201", "20105", "2010501", "20106", "2010601"])
  }

  @Test func aNameCutByANarrowColumnIsCompleted() throws {
    let row = try #require(complete([("20103", "政府办公厅（室）及相关")]).first)
    #expect(row.name == "政府办公厅（室）及相关机构事务")
    #expect(row.codeSteps.map(\.rule) == ["complete-name"])
  }

  @Test func cutCodesAndCutNamesAreCompletedTogether() {
    let rows = complete([("201", "一般公共服务"), ("2010", "政府办公厅（室）及相关"), ("2010", "一般行政管理"), ("2010", "其他政府办公厅（室）")])
    #expect(rows.map(\.code) == ["201", "20103", "2010302", "2010399"])
    #expect(rows.last?.name == "其他政府办公厅（室）及相关机构事务支出")
  }

  @Test func aNameOfAnotherYearIsKept() throws {
    let row = try #require(complete([("20805", "行政事业单位离退休")]).first)
    #expect(row.code == "20805")
    #expect(row.name == "行政事业单位离退休")
    #expect(row.codeSteps.isEmpty)
  }

  @Test func cutCodesUseTheNamesOfTheFiscalYear() {
    let rows = [("213", "农林水支出"), ("2130", "扶贫"), ("2130", "生产发展")]
    #expect(codes(rows, year: 2020) == ["213", "21305", "2130505"])
  }

  @Test func anUnknownCodeIsKeptAsPrinted() throws {
    let row = try #require(complete([("2010501", "行政运行"), ("2019977", "某项试点支出")]).last)
    #expect(row.code == "2019977")
    #expect(row.name == "某项试点支出")
    #expect(!row.isCodeUndecided)
  }

  @Test func aCutCodeThatSeveralSubjectsFitStaysOpen() throws {
    let row = try #require(complete([("2010", "行政运行")]).first)
    #expect(row.isCodeUndecided)
    #expect(row.code.isEmpty)
    #expect(row.key == nil)
    #expect(row.codeAlternatives.contains("2010501"))
    #expect(row.codeAlternatives.contains("2010301"))
    #expect(row.codeAlternatives.allSatisfy { $0.hasPrefix("2010") })
  }

  @Test func theOrderOfTheRowsMayDecideWhatTheNameDoesNot() {
    #expect(codes([("2010", "物价管理"), ("2010", "专项普查活动")]) == ["2010408", "2010507"])
    let open = complete([("2010", "专项普查活动"), ("2010", "行政运行"), ("2010", "预算改革业务")])
    #expect(open.map(\.code) == ["2010507", "2010601", "2010604"])
  }

  @Test func economicCodesAreCompletedInTheirBlock() {
    #expect(
      codes([("30", "工资福利支出"), ("30", "基本工资"), ("30", "对个人和家庭的补助"), ("30", "医疗费补助")], form: .gk06)
        == ["301", "30101", "303", "30307"])
  }

  private let gk03 = "支出决算表\n单位：元\n科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出\n"
  private let gk05 = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计|基本支出|项目支出\n"

  @Test func anotherFormThatPrintsTheWholeCodeDecides() throws {
    let text = gk03 + "合计||9.00|9.00||||\n2010501|行政运行|9.00|9.00||||\n" + gk05 + "合计||9.00|9.00|\n2010|行政运行|9.00|9.00|"
    let figure = try #require(try disclosure(text).figure("gk05//2010501/total"))
    #expect(figure.codePrinted == "2010")
    #expect(figure.status == .aligned)
    #expect(figure.steps.contains { $0.rule == "complete-code" && $0.witnesses.contains { $0.contains("gk03") } })
  }

  @Test func anotherFormThatPrintsTwoOfTheCodesDecidesNothing() throws {
    let text =
      gk03 + "合计||9.00|9.00||||\n2010301|行政运行|4.00|4.00||||\n2010501|行政运行|5.00|5.00||||\n" + gk05
      + "合计||9.00|9.00|\n2010|行政运行|4.00|4.00|"
    let read = try disclosure(text)
    #expect(read.findings(.codeUndecided).count == 1)
    #expect(!read.figures.contains { $0.key.form == .gk05 && $0.key.row != .total })
  }

  @Test func aCompletedCodeIsARepairOfItsRow() throws {
    let text = gk05 + "合计||9.00|9.00|\n201|一般公共服务支出|9.00|9.00|\n2010|统计信息事务|9.00|9.00|\n2010|行政运行|9.00|9.00|"
    let repairs = try disclosure(text).repairs
    #expect(repairs.map(\.field) == ["code", "code"])
    #expect(repairs.map(\.printed) == ["2010", "2010"])
    #expect(repairs.map(\.value) == ["20105", "2010501"])
  }

  @Test func aCompletedNameIsARepairAndKeepsWhatIsPrinted() throws {
    let read = try disclosure(gk05 + "合计||9.00|9.00|\n20103|政府办公厅（室）及相关|9.00|9.00|")
    #expect(read.repairs.map(\.field) == ["name"])
    #expect(read.figure("gk05//20103/total")?.name == "政府办公厅（室）及相关机构事务")
    #expect(read.figure("gk05//20103/total")?.namePrinted == "政府办公厅（室）及相关")
    #expect(read.figure("gk05//20103/total")?.status == .reported)
  }

  @Test func anOpenCodeIsAFindingWithWhatIsPossible() throws {
    let finding = try #require(
      try disclosure(gk05 + "合计||9.00|9.00|\n2010|行政运行|9.00|9.00|").findings(.codeUndecided).first)
    #expect(finding.form == .gk05)
    #expect(finding.printed == "2010 行政运行")
    #expect(finding.expected.contains("2010501"))
  }

  @Test func anUnknownSubjectIsAFindingAndItsFiguresStay() throws {
    let read = try disclosure(gk05 + "合计||9.00|9.00|\n2019977|某项试点支出|9.00|9.00|")
    #expect(read.findings(.subjectUnknown).map(\.row) == ["2019977"])
    #expect(read.amount("gk05//2019977/total") == "9.00")
  }
}

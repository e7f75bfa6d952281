import Accounts
import Testing

@testable import Transform

/// One digit of one figure changed in forms that agree otherwise.
@Suite struct DigitCorrectionTests {
  private func read(_ old: String, _ new: String, narrative: String = "") throws -> Disclosure {
    try #require(IdentityCatalogueTests.forms.contains(old))
    return try disclosure(IdentityCatalogueTests.forms.replacing(old, with: new), narrative: narrative)
  }

  private let item = ("201|一般公共服务支出|34.50|29.00|5.50", "201|一般公共服务支出|34.50|24.00|5.50")

  @Test func aMisreadDigitIsCorrectedWhereRowAndColumnDemandTheSame() throws {
    let read = try read(item.0, item.1)
    let figure = try #require(read.figure("gk05//201/basic"))
    #expect(figure.amount == Amount(thousandths: 29_000))
    #expect(figure.status == .corrected)
    #expect(figure.proof == .forced)
    #expect(figure.printed == "24.00")
    #expect(figure.confidence >= Confidence(thousandths: 950))
  }

  @Test func aCorrectionIsARepairWithWhatForcesItAndWhatFailed() throws {
    let repairs = try read(item.0, item.1).repairs
    let repair = try #require(repairs.first)
    #expect(repairs.count == 1)
    #expect(repair.rule == "misread-digit")
    #expect(repair.printed == "24.00")
    #expect(repair.value == "29.00")
    #expect(repair.alternatives == ["24.00"])
    #expect(repair.witnesses.contains("gk05 row: total = basic + project"))
    #expect(repair.witnesses.contains("gk05: total = sum of its parts (basic)"))
  }

  @Test func aCorrectionLeavesNothingBroken() throws {
    let read = try read(item.0, item.1)
    #expect(!read.findings.contains { $0.severity > .info && $0.rule != .formMissing })
    #expect(read.outcome == .complete)
  }

  @Test(arguments: [
    ("本年收入合计|27|49.00", "本年收入合计|27|19.00", "gk01/revenue/revenue_total/amount", "49.00"),
    ("合计||49.00|47.00", "合计||43.00|47.00", "gk02//total/total", "49.00"),
    ("212|城乡社区支出|6.00||6.00|||", "212|城乡社区支出|6.00||8.00|||", "gk03//212/project", "6.00"),
    ("302|商品和服务支出|9.00", "302|商品和服务支出|5.00", "gk06//302/amount", "9.00"),
    ("合计||1.00|7.00|6.00||6.00|2.00", "合计||1.00|7.00|6.00||6.00|8.00", "gk07//total/closing_balance", "2.00"),
  ])
  func figuresOfAllFormsAreCorrected(old: String, new: String, key: String, amount: String) throws {
    let read = try read(old, new)
    #expect(read.amount(key) == amount)
    #expect(read.figure(key)?.status == .corrected)
  }

  @Test func aFigureInOneSumOnlyIsLeftWithAFinding() throws {
    let read = try read("30201|办公费|8.50", "30201|办公费|3.50")
    #expect(read.amount("gk06//30201/amount") == "3.50")
    #expect(read.repairs.isEmpty)
    let finding = try #require(read.findings(.valueUndecided).first)
    #expect(finding.message.contains("gk06//30201/amount 8.50"))
    #expect(try #require(read.figure("gk06//30201/amount")).confidence < Confidence(thousandths: 950))
  }

  @Test func theNarrativeSinglesAFigureOfOneSumOut() throws {
    let forms = IdentityCatalogueTests.forms.replacing("20.00", with: "2012.34").replacing("29.00", with: "2021.34")
      .replacing("30101|基本工资|2012.34", with: "30101|基本工资|2072.34")
    let read = try disclosure(forms, narrative: "本单位当年支付基本工资2012.34元。")
    let figure = try #require(read.figure("gk06//30101/amount"))
    #expect(figure.amount == Amount(thousandths: 2_012_340))
    #expect(figure.proof == .corroborated)
  }

  @Test func severalWrongDigitsAreThePublishersError() throws {
    let read = try read(item.0, "201|一般公共服务支出|34.50|24.60|5.50")
    #expect(read.amount("gk05//201/basic") == "24.60")
    #expect(read.repairs.isEmpty)
    #expect(!read.findings(.rowIdentityBroken).isEmpty)
  }

  @Test func transposedDigitsAreThePublishersError() throws {
    let read = try read("合计||39.50|29.00|10.50", "合计||39.50|92.00|10.50")
    #expect(read.amount("gk05//total/basic") == "92.00")
    #expect(read.repairs.isEmpty)
  }

  @Test func anErrorCarriedThroughARowIsThePublishersOwn() throws {
    let read = try read(item.0, "201|一般公共服务支出|39.50|34.00|5.50")
    #expect(read.amount("gk05//201/basic") == "34.00")
    #expect(read.amount("gk05//201/total") == "39.50")
    #expect(read.repairs.isEmpty)
  }

  @Test func twoMisreadDigitsAreCorrectedEachByItsOwnSums() throws {
    let forms = IdentityCatalogueTests.forms.replacing(item.0, with: item.1)
      .replacing("302|商品和服务支出|9.00", with: "302|商品和服务支出|7.00")
    let read = try disclosure(forms)
    #expect(read.amount("gk05//201/basic") == "29.00")
    #expect(read.amount("gk06//302/amount") == "9.00")
  }

  @Test func aDifferenceWithinRoundingIsNoMisreadDigit() throws {
    let read = try read("201|一般公共服务支出|34.50|29.00|5.50", "201|一般公共服务支出|34.50|29.00|5.51")
    #expect(read.amount("gk05//201/project") == "5.51")
    #expect(read.repairs.isEmpty)
  }

  @Test func aZeroWithoutDecimalsHidesNoMisreadDigit() throws {
    let forms = IdentityCatalogueTests.forms.replacing("205|教育支出|5.00||5.00", with: "205|教育支出|5.00|0|5.00")
      .replacing(item.0, with: "201|一般公共服务支出|34.50|29.00|5.90")
    let read = try disclosure(forms)
    #expect(read.amount("gk05//201/project") == "5.50")
  }
}

import Accounts
import Classification
import Testing

@testable import Transform

/// gk06 with the columns 合计, 人员经费 and 公用经费.
@Suite struct EconomicColumnsTests {
  private func gk06(_ rows: String) -> String {
    "基本支出决算表\n单位：元\n科目编码|科目名称|合计|人员经费|公用经费\n\(rows)"
  }

  private let rows = """
    合计||12.00|9.00|3.00
    301|工资福利支出|9.00|9.00|
    30101|基本工资|9.00|9.00|
    302|商品和服务支出|3.00||3.00
    30201|办公费|3.00||3.00
    """

  @Test(arguments: ["|", " ", "\n"])
  func figuresThatStandTwiceAreReadOnce(separator: String) throws {
    let text = gk06(rows)
    let read = try TransformTests.rows(.gk06, in: separator == "|" ? text : text.parted(by: separator))
    #expect(
      read == [
        "total 12.00", "personnel_total 9.00", "public_total 3.00", "301 9.00", "30101 9.00", "302 3.00", "30201 3.00",
      ])
  }

  @Test func aLostTotalOfOneKindIsToldByTheOnlyKindOfSubjects() throws {
    let text = gk06("合计||9.00|9.00|\n301|工资福利支出|9.00|9.00|\n30101|基本工资|9.00|9.00|").parted(by: " ")
    #expect(
      try TransformTests.rows(.gk06, in: text).prefix(3) == ["total 9.00", "personnel_total 9.00", "public_total"])
  }

  @Test func figuresThatDifferAreBothKept() throws {
    let text = gk06("合计||9.00|9.00|\n30101|基本工资|9.00|8.00|")
    #expect(try TransformTests.rows(.gk06, in: text).last == "30101 9.00 8.00")
  }
}

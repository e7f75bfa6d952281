import Accounts
import Classification
import Testing

@testable import Transform

/// gk06: economic subjects in blocks that stand side by side.
@Suite struct EconomicRowsTests {
  private func gk06(_ rows: String) -> String { "一般公共预算财政拨款基本支出决算明细表\n单位：元\n\(rows)" }

  private let two = """
    人员经费|||公用经费||
    科目编码|科目名称|决算数|科目编码|科目名称|决算数
    301|工资福利支出|8.00|302|商品和服务支出|3.00
    30101|基本工资|6.00|30201|办公费|2.00
    30102|津贴补贴|2.00|30211|差旅费|1.00
    303|对个人和家庭的补助|1.00|310|资本性支出|
    30302|退休费|1.00|||
    人员经费合计||9.00|公用经费合计||3.00
    """

  private let expected: Set<String> = [
    "301 8.00", "30101 6.00", "30102 2.00", "303 1.00", "30302 1.00", "302 3.00", "30201 2.00", "30211 1.00", "310",
    "personnel_total 9.00", "public_total 3.00",
  ]

  @Test(arguments: ["|", " "])
  func twoBlocksAreReadInEveryLayout(separator: String) throws {
    let text = gk06(two)
    #expect(try Set(rows(.gk06, in: separator == "|" ? text : text.parted(by: separator))) == expected)
  }

  @Test func blocksMayStandOneCellOnEachLine() throws {
    #expect(try Set(rows(.gk06, in: gk06(two).parted(by: "\n"))) == expected)
  }

  private let three = """
    人员经费|||公用经费|||||
    科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数
    301|工资福利支出|8.00|302|商品和服务支出|3.00|310|资本性支出|0.50
    30101|基本工资|6.00|30201|办公费|2.00|31002|办公设备购置|0.50
    30102|津贴补贴|2.00|30211|差旅费|1.00|||
    人员经费合计||8.00|公用经费合计||||3.50|
    """

  @Test(arguments: ["|", " "])
  func threeBlocksAreReadInEveryLayout(separator: String) throws {
    let text = gk06(three)
    #expect(
      try Set(rows(.gk06, in: separator == "|" ? text : text.parted(by: separator))) == [
        "301 8.00", "30101 6.00", "30102 2.00", "302 3.00", "30201 2.00", "30211 1.00", "310 0.50", "31002 0.50",
        "personnel_total 8.00", "public_total 3.50",
      ])
  }

  @Test(arguments: ["|", " "])
  func codesCutInEveryBlockAreCompleted(separator: String) throws {
    let cut = """
      科目|科目名称|决算数|科目|科目名称|决算数|科目|科目名称|决算数
      30|工资福利支出|8.00|30|商品和服务支出|3.00|31|资本性支出|0.50
      30|基本工资|6.00|30|办公费|2.00|31|办公设备购置|0.50
      30|津贴补贴|2.00|30|差旅费|1.00|||
      30|对个人和家庭的补助|1.00||||||
      30|退休费|1.00||||||
      """
    let text = gk06(cut)
    #expect(
      try Set(rows(.gk06, in: separator == "|" ? text : text.parted(by: separator))) == [
        "301 8.00", "30101 6.00", "30102 2.00", "303 1.00", "30302 1.00", "302 3.00", "30201 2.00", "30211 1.00",
        "310 0.50", "31002 0.50",
      ])
  }

  @Test func namesCutInABlockAreCompleted() throws {
    let text = gk06("科目编码|科目名称|决算数|科目编码|科目名称|决算数\n30108|机关事业单位基本|6.00|30231|公务用车运行维|2.00")
    #expect(try reading(.gk06, in: text).rows.map(\.name) == ["机关事业单位基本养老保险缴费", "公务用车运行维护费"])
  }

  @Test func codesInTwoColumnsAreJoined() throws {
    let text = gk06(
      """
      科目编码||科目名称|决算数
      类|款||
      301||工资福利支出|8.00
      301|01|基本工资|6.00
      301|02|津贴补贴|2.00
      """)
    #expect(try rows(.gk06, in: text) == ["301 8.00", "30101 6.00", "30102 2.00"])
  }

  @Test func theTotalsAreCheckedAgainstTheirClasses() throws {
    let broken = gk06(two.replacing("公用经费合计||3.00", with: "公用经费合计||4.00"))
    let finding = try disclosure(broken).findings(.treeIdentityBroken).first
    #expect(finding?.row == "public_total")
    #expect(finding?.printed == "4.00")
    #expect(finding?.expected == "3.00")
    #expect(try disclosure(gk06(two)).findings(.treeIdentityBroken).isEmpty)
  }

  @Test
  func theSumOfBothTotalsIsNoRow() throws {
    let read = try disclosure(gk06(two + "\n合计|||||12.00"))
    #expect(read.figure("gk06//total/amount") == nil)
    #expect(read.amount("gk06//public_total/amount") == "3.00")
  }

  @Test func basicExpenditureIsTheSumOfPersonnelAndPublic() throws {
    let gk05 = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计|基本支出|项目支出\n合计||15.00|13.00|2.00\n201|一般公共服务支出|15.00|13.00|2.00"
    let findings = try disclosure("\(gk05)\n\(gk06(two))").findings(.crossFormIdentityBroken)
    #expect(findings.map(\.difference) == [Amount(thousandths: 1_000)])
  }
}

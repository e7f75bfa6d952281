import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct ColumnHypothesesTests {
  private let rows = """
    2010501|行政运行|9.00|9.00|
    2010502|一般行政管理事务|3.00||3.00
    """

  private func gk05(_ header: String, _ rows: String) -> String {
    "一般公共预算财政拨款支出决算表\n单位：元\n\(header)\n\(rows)"
  }

  private func item(_ disclosure: Disclosure, _ code: String) -> [String?] {
    ["total", "basic", "project"].map { disclosure.amount("gk05//\(code)/\($0)") }
  }

  @Test func columnsFollowTheirHeadings() throws {
    let text = gk05(
      "科目编码|科目名称|合计|项目支出|基本支出", "合计||12.00|3.00|9.00\n2010501|行政运行|9.00||9.00\n2010502|一般行政管理事务|3.00|3.00|")
    let read = try disclosure(text)
    #expect(item(read, "2010501") == ["9.00", "9.00", nil])
    #expect(item(read, "2010502") == ["3.00", nil, "3.00"])
    #expect(read.figures.allSatisfy { $0.status == .reported })
  }

  @Test func headingsOfATornLineNameNoColumns() throws {
    let text = gk05("科目编码\t科目名称\t小计\n基本支出\t项目支出\n栏次\t\t1\t2\t3", "合计\t\t12.00\t9.00\t3.00\n\(rows)")
    let read = try disclosure(text.replacing("|", with: "\t"))
    #expect(item(read, "2010501") == ["9.00", "9.00", nil])
    #expect(item(read, "total") == ["12.00", "9.00", "3.00"])
  }

  @Test func columnsFollowTheirNumbers() throws {
    let read = try reading(.gk05, in: gk05("科目||||\n栏次||1|2|3", "合计||12.00|9.00|3.00\n\(rows)"))
    #expect(read.columnHypotheses.first == [2: .total, 3: .basic, 4: .project])
  }

  @Test func aHeadingOverSeveralLinesNamesItsColumn() throws {
    let text = gk05("科目编码|科目名称|本年支出||\n||小计|基本支出|项目支出", "合计||12.00|9.00|3.00\n\(rows)")
    let read = try disclosure(text)
    #expect(item(read, "2010502") == ["3.00", nil, "3.00"])
    #expect(read.repairs.isEmpty)
  }

  @Test func aHeaderThatIsShiftedAgainstItsColumnsIsNotBelieved() throws {
    let shifted = rows.split(separator: "\n").map { row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      return (cells.prefix(2) + [""] + cells.dropFirst(2)).joined(separator: "|")
    }.joined(separator: "\n")
    let read = try disclosure(gk05("科目编码|科目名称|合计|基本支出|项目支出|", "合计|||12.00|9.00|3.00\n\(shifted)"))
    #expect(item(read, "2010501") == ["9.00", "9.00", nil])
    #expect(item(read, "2010502") == ["3.00", nil, "3.00"])
    #expect(item(read, "total") == ["12.00", "9.00", "3.00"])
  }

  @Test func theLabelOfTheTotalRowInTheHeaderIsNoHeading() throws {
    let text = gk05(
      """
      科目编码|||科目名称|年初结转和结余|本年收入|本年支出|||年末结转和结余
      |||||||小计|基本支出|项目支出|
      类|款|项|合计|||||||
      """, "201|05|01|行政运行|1.00|9.00|9.00|9.00||1.00")
    let openings: [Measure] = [.openingBalance, .revenue, .total, .basic, .project, .closingBalance]
    #expect(try reading(.gk05, in: text).measures == openings)
  }

  @Test
  func aYearInAHeadingChangesNothing() throws {
    let read = try disclosure(gk05("科目编码|科目名称|2022 年合计|基本支出|项目支出", "合计||12.00|9.00|3.00\n\(rows)"))
    #expect(read.figures.count == 7)
    #expect(read.figures.allSatisfy { $0.status == .reported })
  }

  @Test func balancesAreReadOnlyWhereTheFormPrintsThem() throws {
    let title = "国有资本经营预算财政拨款收入支出决算表\n单位：元\n"
    let withBalances =
      "科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|基本支出|项目支出|年末结转和结余\n合计||1.00|5.00|4.00||4.00|2.00\n2230105|国有企业退休人员社会化管理补助支出|1.00|5.00|4.00||4.00|2.00"
    let without = "科目编码|科目名称|合计|基本支出|项目支出\n合计||4.00||4.00\n2230105|国有企业退休人员社会化管理补助支出|4.00||4.00"
    #expect(try disclosure(title + withBalances).amount("gk08//2230105/closing_balance") == "2.00")
    #expect(try reading(.gk08, in: title + without).measures == [.total, .basic, .project])
  }

  @Test
  func balancesBesideGeneralPublicExpenditureAreNoPartOfIt() throws {
    let text =
      "一般公共预算财政拨款收入支出决算表\n单位：元\n科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|基本支出|项目支出|年末结转和结余\n合计||1.00|13.00|12.00|9.00|3.00|2.00\n2010501|行政运行|1.00|13.00|12.00|9.00|3.00|2.00"
    let read = try disclosure(text)
    #expect(item(read, "2010501") == ["12.00", "9.00", "3.00"])
    #expect(read.figures.count == 6)
  }
}

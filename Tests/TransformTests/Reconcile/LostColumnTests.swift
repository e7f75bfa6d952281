import Accounts
import Testing

@testable import Transform

/// A column that an export dropped is missing in every row of its form.
@Suite struct LostColumnTests {
  private let gk03 =
    "支出决算表\n单位：元\n科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出\n"
    + "合计||12.00|9.00|3.00|||\n2010501|行政运行|9.00|9.00||||\n2010507|专项普查活动|3.00||3.00|||\n"
  private let gk05 = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码 科目名称 合计 基本支出 项目支出\n"

  private func ways(_ values: [Amount?], lost: Int? = nil, isInPlace: Bool = false) -> LostColumn.Ways {
    var reading = Reading.blank(values.count)
    reading.values = ByColumn(values)
    reading.lost = lost
    reading.isInPlace = isInPlace
    return LostColumn.ways(reading)
  }

  @Test func aRowThatBalancesAllowsThatABlankColumnWasLostElsewhere() {
    #expect(ways([9, 9, nil]) == 0b1001)
  }

  @Test func aRestoredColumnAllowsNoOther() {
    #expect(ways([12, 9, 3], lost: 0) == 0b10)
  }

  @Test func figuresInTheirPlacesAllowThatToo() {
    #expect(ways([12, 9, 3], lost: 0, isInPlace: true) == 0b10 | 1 << 16)
  }

  @Test func theRowsAgreeOnTheColumnThatTheirFormLost() throws {
    // The first row could be a total with its basic part; the third tells that totals are lost.
    let read = try disclosure(
      gk03 + gk05 + "合计 9.00 3.00\n2010501 行政运行 9.00\n2010507 专项普查活动 3.00")
    #expect(read.amount("gk05//total/total") == "12.00")
    #expect(read.amount("gk05//2010501/total") == "9.00")
    #expect(read.amount("gk05//2010501/basic") == "9.00")
    #expect(read.amount("gk05//2010507/project") == "3.00")
  }

  @Test func aFullRowTellsThatNoColumnWasLost() throws {
    let read = try disclosure(
      gk05 + "合计 12.00 9.00 3.00\n2010501 行政运行 9.00 9.00\n2010507 专项普查活动 3.00 3.00")
    #expect(read.repairs.isEmpty)
    #expect(read.amount("gk05//2010501/basic") == "9.00")
  }

  @Test func aMisreadDigitDoesNotMoveTheOtherRowsToOtherColumns() throws {
    let grid = gk05.replacing(" ", with: "|")
    let rows = (1...9).map { "201050\($0)|科目\($0)|\($0)9.00|\($0)0.00|" }.joined(separator: "\n")
    // 合计 should print 450.00.
    let read = try disclosure(grid + "合计||540.00|450.00|\n" + rows + "\n")
    #expect(read.amount("gk05//2010505/total") == "59.00")
    #expect(read.amount("gk05//2010505/basic") == "50.00")
    #expect(read.amount("gk05//2010505/project") == "9.00")
  }

  @Test func oneMisprintDoesNotMakeAllRowsAgreeOnAnotherColumn() throws {
    let gk04 = fiscalSummary("32.00", of201: "12.00", of208: "20.00")
    let gk03 = """
      支出决算表
      单位：元
      科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
      合计||32.00|29.00|3.00|||
      201|一般公共服务支出|12.00|9.00|3.00|||
      208|社会保障和就业支出|20.00|20.00||||

      """
    // Without its last column; 2080505 should print 10.00 twice, and could not be a total with its part.
    let rows = """
      合计 32.00 29.00
      201 一般公共服务支出 12.00 9.00
      20105 统计信息事务 12.00 9.00
      2010501 行政运行 9.00 9.00
      2010507 专项普查活动 3.00
      208 社会保障和就业支出 20.00 20.00
      20805 行政事业单位养老支出 20.00 20.00
      2080505 机关事业单位基本养老保险缴费支出 9.10 10.00
      2080506 机关事业单位职业年金缴费支出 10.00 10.00
      """
    let read = try disclosure(gk03 + gk04 + gk05 + rows + "\n")
    #expect(read.amount("gk05//total/total") == "32.00")
    #expect(read.amount("gk05//201/basic") == "9.00")
    #expect(read.amount("gk05//201/project") == "3.00")
    #expect(read.amount("gk05//2080506/total") == "10.00")
  }

  @Test func ofTwoEqualFiguresTheOneInTheColumnThatOtherRowsLackWasLost() throws {
    let projects = gk03.replacing("9.00|3.00", with: "|12.00").replacing("9.00|9.00|", with: "9.00||9.00")
    // The second row stands in no columns.
    let read = try disclosure(
      projects + gk05.replacing(" ", with: "|") + "合计||||12.00\n2010501 行政运行 9.00\n2010507|专项普查活动|||3.00\n")
    for row in ["total", "2010501", "2010507"] {
      #expect(read.figure("gk05//\(row)/total")?.status == .derived)
      #expect(read.figure("gk05//\(row)/project")?.status == .aligned)
    }
  }

  @Test func aLostZeroIsGivenBackWhereTheFormPrintsZeros() throws {
    let grid = gk05.replacing(" ", with: "|")
    let read = try disclosure(
      gk03 + grid + "合计||12.00||3.00\n2010501|行政运行|9.00||0.00\n2010507|专项普查活动|3.00||3.00\n")
    #expect(read.amount("gk05//2010501/basic") == "9.00")
    #expect(read.amount("gk05//2010507/basic") == "0.00")
  }
}

extension String {
  fileprivate func replacing(_ old: Character, with new: String) -> String {
    map { $0 == old ? new : String($0) }.joined()
  }
}

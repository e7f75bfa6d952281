import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct FlatTableTests {
  private func flat(_ title: String, _ line: String) -> String { "\(title)\n单位：元\n\(line)" }

  private let header = "项目 合计 基本支出 项目支出 功能分类科目编码 科目名称 栏次 1 2 3"
  private let title = "一般公共预算财政拨款支出决算表"

  @Test func rowsBySubjectOnOneLineAreCutBeforeTheirCodes() throws {
    let line = "\(header) 合计 12.00 9.00 3.00 201 一般公共服务支出 12.00 9.00 3.00 20105 统计信息事务 12.00 9.00 3.00"
    #expect(
      try rows(.gk05, in: flat(title, line)) == [
        "total 12.00 9.00 3.00", "201 12.00 9.00 3.00", "20105 12.00 9.00 3.00",
      ])
  }

  @Test func codesInThreePartsStartARow() throws {
    let line = "项目 合计 基本支出 项目支出 科目编码 科目名称 201 05 01 行政运行 9.00 9.00 201 05 02 一般行政管理事务 3.00 3.00"
    #expect(try rows(.gk05, in: flat(title, line)) == ["2010501 9.00 9.00", "2010502 3.00 3.00"])
  }

  @Test func aHeaderMayNameMoreColumnsThanTheFormHas() throws {
    let wide = "项目 年初结转和结余 本年收入 小计 基本支出 项目支出 年末结转和结余 科目编码 科目名称"
    let line = "\(wide) 合计 1.00 8.00 9.00 6.00 3.00 0.00 201 一般公共服务支出 1.00 8.00 9.00 6.00 3.00 0.00"
    #expect(try rows(.gk05, in: flat(title, line)).map { $0.prefix { $0 != " " } } == ["total", "201"])
  }

  @Test func aTableColumnByColumnIsLeftUnread() throws {
    let line = """
      项目 科目编码 合计 201 20105 2010501 科目名称 一般公共服务支出 统计信息事务 行政运行 合计 9.00 9.00 9.00 9.00 \
      基本支出 9.00 9.00 9.00 9.00
      """
    let disclosure = try disclosure(flat(title, line))
    #expect(disclosure.figures.isEmpty)
    #expect(disclosure.findings(.rowUnrecognised).count == 1)
  }

  @Test func economicCodesBesideEachOtherMakeNoRow() throws {
    let line = """
      人员经费 公用经费 301 30101 30102 工资福利支出 基本工资 津贴补贴 12.00 9.00 3.00 302 30201 商品和服务支出 办公费 \
      4.00 4.00
      """
    #expect(try disclosure(flat("一般公共预算财政拨款基本支出决算明细表", line)).figures.isEmpty)
  }

  @Test func aRowWithMoreFiguresThanColumnsIsNotCut() throws {
    let line = "\(header) 合计 12.00 9.00 3.00 201 一般公共服务支出 12.00 9.00 3.00 7.00 20105 统计信息事务 12.00 9.00 3.00"
    #expect(try rows(.gk05, in: flat(title, line)).isEmpty)
  }

  private let lines = """
    一、一般公共预算财政拨款收入 1 40.25 一、一般公共服务支出 31 30.25 二、政府性基金预算财政拨款收入 2 二、外交支出 32 \
    五、事业收入 5 2.50 五、教育支出 35 5.75 6 36 7 37 本年收入合计 27 42.75 本年支出合计 57 36.00 \
    年初结转和结余 29 1.25 年末结转和结余 59 8.00 总计 30 44.00 总计 60 44.00
    """

  @Test func linesOnOneLineAreReadWithoutTheirHeader() throws {
    let read = try rows(.gk01, in: flat("收入支出决算总表", "收入 支出 项目 行次 决算数 项目 行次 决算数 栏次 1 栏次 2 \(lines)"))
    #expect(read.contains("revenue/general_public 40.25"))
    #expect(read.contains("expenditure/205 5.75"))
    #expect(read.contains("expenditure/grand_total 44.00"))
    #expect(read.first == "revenue/general_public 40.25")
  }

  @Test func linesWithAHeaderBehindThemAreColumns() throws {
    let line = "收入 项目 一、一般公共预算财政拨款收入 二、政府性基金预算财政拨款收入 本年收入合计 总计 行次 1 2 27 30 决算数 40.25 2.50 42.75 42.75"
    #expect(try disclosure(flat("收入支出决算总表", line)).figures.isEmpty)
  }
}

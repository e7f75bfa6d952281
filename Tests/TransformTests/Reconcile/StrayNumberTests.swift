import Accounts
import Classification
import Testing

@testable import Transform

/// Page numbers, years, numbers of lines and columns that stand between or behind the rows of forms.
@Suite struct StrayNumberTests {
  private let header = "一般公共预算财政拨款支出决算表\n单位：元\n科目编码|科目名称|合计|基本支出|项目支出\n"
  private let rows = [
    "合计||15.00|12.00|3.00", "201|一般公共服务支出|15.00|12.00|3.00", "2010501|行政运行|12.00|12.00|",
    "2010507|专项普查活动|3.00||3.00",
  ]

  private func figures(_ text: String) throws -> [String] {
    try disclosure(text).figures.filter { $0.key.form == .gk05 }.map { "\($0.key) \($0.amount?.description ?? "?")" }
  }

  @Test(arguments: ["|", " ", "\n"], ["— 49 —", "49", "2022", "- 7 -", "第 12 页", "2022年", "1"])
  func aNumberAloneBetweenRowsIsNoAmount(separator: String, stray: String) throws {
    let layout = { (row: String) in separator == "|" ? row : row.parted(by: separator) }
    let clean = try figures(
      (header + rows.joined(separator: "\n")).split(separator: "\n").map { layout(String($0)) }.joined(separator: "\n"))
    var lines = (header + rows[0...2].joined(separator: "\n")).split(separator: "\n").map { layout(String($0)) }
    lines.append(stray)
    lines.append(layout(rows[3]))
    #expect(try figures(lines.joined(separator: "\n")) == clean)
  }

  @Test(arguments: ["|", " ", "\n"], ["— 49 —", "49", "2022"])
  func aNumberAloneBehindTheLastRowIsNoAmount(separator: String, stray: String) throws {
    let layout = { (row: String) in separator == "|" ? row : row.parted(by: separator) }
    let lines = (header + rows.joined(separator: "\n")).split(separator: "\n").map { layout(String($0)) }
    let clean = try figures(lines.joined(separator: "\n"))
    #expect(try figures((lines + [stray]).joined(separator: "\n")) == clean)
  }
}

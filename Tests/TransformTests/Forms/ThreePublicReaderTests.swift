import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct ThreePublicReaderTests {
  private func gk09(_ rows: String) -> String { "财政拨款“三公”经费支出决算表\n单位：元\n\(rows)" }

  /// The figures that are not blank, as `measure amount`.
  private func figures(_ rows: String) throws -> Set<String> {
    Set(
      try disclosure(gk09(rows)).figures.map { figure in
        "\(figure.key.measure.rawValue) \(figure.amount?.description ?? "open")"
      })
  }

  private let halves = """
    预算数||||||决算数|||||
    合计|因公出国（境）费|公务用车购置及运行费|||公务接待费|合计|因公出国（境）费|公务用车购置及运行费|||公务接待费
    ||小计|公务用车购置费|公务用车运行费||||小计|公务用车购置费|公务用车运行费|
    1|2|3|4|5|6|7|8|9|10|11|12
    9.00|1.50|5.50|3.00|2.50|2.00|7.30|1.20|4.90|2.70|2.20|1.20
    """

  private let expected: Set<String> = [
    "budget_total 9.00", "budget_overseas_travel 1.50", "budget_vehicles 5.50", "budget_vehicle_purchase 3.00",
    "budget_vehicle_operation 2.50", "budget_reception 2.00", "actual_total 7.30", "actual_overseas_travel 1.20",
    "actual_vehicles 4.90", "actual_vehicle_purchase 2.70", "actual_vehicle_operation 2.20", "actual_reception 1.20",
  ]

  @Test(arguments: ["|", " ", "\n"])
  func halvesSideBySideAreReadInEveryLayout(separator: String) throws {
    #expect(try figures(separator == "|" ? halves : halves.parted(by: separator)) == expected)
  }

  @Test func halvesOnOneLineAreReadByTheHeadBeforeThem() throws {
    let line = """
      预算数 合计 9.00 因公出国（境）费 1.50 公务用车购置及运行费 小计 5.50 公务用车购置费 3.00 公务用车运行费 2.50 公务接待费 2.00 决算数 合计 7.30 \
      因公出国（境）费 1.20 公务用车购置及运行费 小计 4.90 公务用车购置费 2.70 公务用车运行费 2.20 公务接待费 1.20
      """
    #expect(try figures(line) == expected)
    let columns = try reading(.gk09, in: gk09(line)).measures
    #expect(Set(columns).count == columns.count)
  }

  @Test func theVehiclesAreKnownByBothTheirCostsThoughACharacterWasLost() {
    for label in ["2.公务用车\u{FFFD}置及运行维护费", "公务用车购\u{FFFD}和运行费", "公务用车购置及运行维\u{FFFD}费"] {
      #expect(ThreePublicLabel.items(NormalText(label)) == [2], "\(label)")
    }
    #expect(ThreePublicLabel.items("（2）公务用车运行维护费") == [4])
    #expect(ThreePublicLabel.items("其中：（1）公务用车购置费") == [3])
  }

  @Test func numbersBehindEachLabelNumberTheItems() throws {
    let line = """
      预算数 合计 1 4.86 因公出国（境）费 2 公务用车购置及运行费 小计 3 公务用车购置费 4 公务用车运行费 5 公务接待费 6 4.86 决算数 合计 7 3.52 \
      因公出国（境）费 8 公务用车购置及运行费 小计 9 公务用车购置费 10 公务用车运行费 11 公务接待费 12 3.52
      """
    #expect(
      try figures(line) == ["budget_total 4.86", "budget_reception 4.86", "actual_total 3.52", "actual_reception 3.52"])
  }

  @Test func numbersBehindEachLabelGoOnWhereOtherExpensesFollow() throws {
    let half = { (start: Int, amount: String) in
      "合计 \(start) \(amount) 因公出国（境）费 \(start + 1) / 公务用车购置及运行费 小计 \(start + 2) / 公务用车购置费 \(start + 3) / "
        + "公务用车运行费 \(start + 4) / 公务接待费 \(start + 5) \(amount) 会议费 \(start + 6) / 培训费 \(start + 7) /"
    }
    #expect(
      try figures("预算数 \(half(1, "4.27")) 决算数 \(half(9, "4.26"))")
        == ["budget_total 4.27", "budget_reception 4.27", "actual_total 4.26", "actual_reception 4.26"])
  }

  @Test func numbersBetweenTheItemsAreNoFiguresWhereTheRowBalancesWithoutThem() throws {
    let lines = """
      项目 预算数 决算数
      合计 4.38 3.19
      1.因公出国（境）费
      45
      2.公务接待费 4.38 3.19
      3.公务用车购置及运行维护费
      55
      其中：（1）公务用车购置费
      3
      （2）公务用车运行维护费
      """
    #expect(
      try figures(lines)
        == ["budget_total 4.38", "actual_total 3.19", "budget_reception 4.38", "actual_reception 3.19"])
  }

  @Test func aYearBetweenTheRowsIsNoFigure() throws {
    let rows = """
      项目|预算数|决算数
      合计|8.00|——
      1.因公出国（境）费|——|——
      2020
      2.公务用车购置及运行费|——|——
      3.公务接待费|8.00|——
      """
    #expect(try figures(rows) == ["budget_total 8.00", "budget_reception 8.00"])
  }

  @Test func aDigitThatOnlyTheRowItselfCallsMisreadIsOpen() throws {
    let misread = pairs.replacing(/\n9.00.*/, with: "\n15.22|24.55|25.22|24.55|25.22|24.55")
    let read = try disclosure(gk09(misread.parted(by: " ")))
    let figure = try #require(read.figure("gk09//total/budget_total"))
    #expect(figure.status == .ambiguous)
    #expect(figure.low?.description == "15.22")
    #expect(figure.high?.description == "25.22")
  }

  private let pairs = """
    合计||因公出国（境）费||公务用车购置及运行费||||||公务接待费|
    ||||小计||公务用车购置费||公务用车运行费|||
    预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数
    9.00|7.30|1.50|1.20|5.50|4.90|3.00|2.70|2.50|2.20|2.00|1.20
    """

  @Test(arguments: ["|", " ", "\n"])
  func pairsUnderEachItemAreReadInEveryLayout(separator: String) throws {
    #expect(try figures(separator == "|" ? pairs : pairs.parted(by: separator)) == expected)
  }

  private let items = """
    项目|预算数|决算数
    合计|9.00|7.30
    1.因公出国（境）费|1.50|1.20
    2.公务用车购置及运行维护费|5.50|4.90
    其中：（1）公务用车购置费|3.00|2.70
    （2）公务用车运行维护费|2.50|2.20
    3.公务接待费|2.00|1.20
    """

  @Test(arguments: ["|", " ", "\n"])
  func itemsAsRowsAreReadInEveryLayout(separator: String) throws {
    #expect(try figures(separator == "|" ? items : items.parted(by: separator)) == expected)
  }

  @Test(arguments: ["|", " ", "\n"])
  func figuresOfOtherExpensesAreNoneOfTheThree(separator: String) throws {
    let rows = """
      项目|预算数|决算数
      合计|-|-
      1.因公出国（境）费|-|-
      2.公务用车购置及运行维护费|-|-
      3.公务接待费|-|-
      4.会议费|4.00|3.00
      5.机关运行经费||33.00
      """
    #expect(try figures(separator == "|" ? rows : rows.parted(by: separator)).isEmpty)
  }

  @Test func labelsTornOverTwoLinesAreJoined() throws {
    let torn = items.replacing("公务用车购置及运行", with: "公务用车购置\n及运行").replacing("接待费", with: "接\n待费")
    #expect(try figures(torn) == expected)
  }

  @Test func columnsOfOtherExpensesAreNotPublished() throws {
    let pairs = """
      合计||因公出国（境）费||公务用车购置及运行费||||||公务接待费||会议费||机关运行经费
      ||||小计||公务用车购置费||公务用车运行费|||||
      预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|决算数
      9.00|7.30|1.50|1.20|5.50|4.90|3.00|2.70|2.50|2.20|2.00|1.20|6.00|5.00|88.00
      """
    #expect(try figures(pairs) == expected)
  }

  @Test func receptionMayStandBeforeTheVehicles() throws {
    let pairs = """
      合计||因公出国（境）费||公务接待费||公务用车购置及运行费|||||
      ||||||小计||公务用车购置费||公务用车运行费|
      预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数
      9.00|7.30|1.50|1.20|2.00|1.20|5.50|4.90|3.00|2.70|2.50|2.20
      """
    #expect(try figures(pairs) == expected)
  }

  @Test func receptionMayBeTheFirstItem() throws {
    let lines = items.split(separator: "\n")
    let reordered = lines.prefix(3) + lines.suffix(1) + lines[3..<6]
    #expect(try figures(reordered.joined(separator: "\n")) == expected)
  }

  @Test func blanksOfAGridStayBlank() throws {
    let rows = halves.split(separator: "\n").dropLast().joined(separator: "\n") + "\n2.00|||||2.00|1.20|||||1.20"
    #expect(
      try figures(rows) == ["budget_total 2.00", "budget_reception 2.00", "actual_total 1.20", "actual_reception 1.20"])
  }

  @Test func itemsWithOnlyAnActualFigureHaveNoBudget() throws {
    let rows = "项目|决算数\n合计|1.20\n1.因公出国（境）费|\n2.公务用车购置及运行维护费|\n3.公务接待费|1.20"
    #expect(try figures(rows) == ["actual_total 1.20", "actual_reception 1.20"])
  }

  @Test func aHeaderPrintedTwiceNamesTheSameColumns() throws {
    let header = try #require(items.split(separator: "\n").first)
    #expect(try figures("\(header)\n\(items)") == expected)
  }

  @Test func severalColumnsOfOneKindAreNotRead() throws {
    let rows = items.split(separator: "\n").enumerated().map { index, row in
      index == 0 ? "项目|年初预算数|全年预算数|上年决算数|本年决算数" : "\(row)|1.00|1.00"
    }
    let read = try disclosure(gk09(rows.joined(separator: "\n")))
    #expect(read.figures.isEmpty)
    #expect(read.findings.contains { $0.rule == .rowUnrecognised && $0.form == .gk09 })
  }

  @Test func foreignReceptionIsNoItemOfItsOwn() throws {
    let rows = items + "\n其中：外事接待费|0.50|0.40"
    #expect(try figures(rows) == expected)
  }

  @Test func conferencesAndTrainingAreNoPublicExpense() throws {
    let rows = items + "\n会议费|0.80|0.70\n培训费|0.60|0.50"
    #expect(try figures(rows) == expected)
  }

  @Test
  func aSmallWholeAmountIsAFigure() throws {
    let rows = items.replacing("3.公务接待费|2.00", with: "3.公务接待费|2")
    #expect(try figures(rows) == expected)
  }

  @Test
  func wholeAmountsBesideDecimalsAreFigures() throws {
    let rows =
      halves.split(separator: "\n").dropLast().joined(separator: "\n")
      + "\n9|1.5|5.5|3|2.5|2|7.3|1.2|4.9|2.7|2.2|1.2"
    #expect(try figures(rows) == expected)
  }
}

import Accounts
import Testing

@testable import Transform

/// gk09 in a layout without columns: eight figures for twelve places.
@Suite struct ThreePublicWitnessesTests {
  private let text = """
    财政拨款“三公”经费支出决算表
    单位：元
    预算数 决算数
    合计 因公出国（境）费 公务用车购置及运行费 公务接待费 合计 因公出国（境）费 公务用车购置及运行费 公务接待费
    小计 公务用车购置费 公务用车运行费 小计 公务用车购置费 公务用车运行费
    1 2 3 4 5 6 7 8 9 10 11 12
    8.00 6.00 6.00 2.00 4.50 3.00 3.00 1.50
    """
  private let rates = "公务用车运行维护费支出决算为3.00元，完成年初预算的50.0%。公务接待费支出决算为1.50元，完成年初预算的75.0%。"

  @Test func theNarrativeChoosesAmongTheReadingsThatBalance() throws {
    let read = try disclosure(text, narrative: rates)
    #expect(read.amount("gk09//total/budget_vehicle_operation") == "6.00")
    #expect(read.amount("gk09//total/actual_vehicle_operation") == "3.00")
    #expect(read.amount("gk09//total/budget_reception") == "2.00")
    #expect(read.amount("gk09//total/actual_reception") == "1.50")
    #expect(read.amount("gk09//total/budget_vehicle_purchase") == nil)
  }

  @Test func whatTheNarrativeChoseIsCorroborated() throws {
    let figure = try #require(try disclosure(text, narrative: rates).figure("gk09//total/actual_vehicle_operation"))
    #expect(figure.proof == .corroborated)
    #expect(figure.steps.contains { $0.witnesses.contains { $0.contains("narrative") } })
  }

  @Test func withoutTheNarrativeTheReadingsStayOpen() throws {
    let read = try disclosure(text)
    #expect(read.figure("gk09//total/actual_vehicle_operation")?.status == .ambiguous)
    #expect(read.figure("gk09//total/actual_vehicle_operation")?.high == Amount(thousandths: 3_000))
    #expect(read.amount("gk09//total/budget_total") == "8.00")
    #expect(read.amount("gk09//total/actual_total") == "4.50")
  }

  @Test func ratesThatFitEveryReadingChooseNone() throws {
    let read = try disclosure(text, narrative: "“三公”经费财政拨款支出决算为4.50元，完成年初预算的56.3%。")
    #expect(read.figure("gk09//total/actual_vehicle_operation")?.status == .ambiguous)
    #expect(read.amount("gk09//total/actual_total") == "4.50")
  }

  @Test func aRateThatContradictsAGridMovesNothing() throws {
    let grid =
      text.split(separator: "\n").dropLast().joined(separator: "\n").replacing(" ", with: "|")
      + "\n8.00||6.00||6.00|2.00|4.50||3.00||3.00|1.50"
    let read = try disclosure(grid, narrative: "公务用车购置费支出决算为3.00元，完成年初预算的50.0%。")
    #expect(read.amount("gk09//total/actual_vehicle_operation") == "3.00")
    #expect(read.amount("gk09//total/actual_vehicle_purchase") == nil)
    #expect(read.repairs.isEmpty)
  }

  @Test func aGridThatLacksCellsAndBalancesNowhereIsNotReadAsItStands() throws {
    let grid =
      text.split(separator: "\n").dropLast().joined(separator: "\n").replacing(" ", with: "|")
      + "\n15.09|9.55|8.55|6.54|10.18|3.64|3.64|6.54"
    let read = try disclosure(
      grid, narrative: "“三公”经费支出决算为10.18元。公务用车购置及运行维护费支出决算为3.64元。公务接待费支出预算为6.54元，支出决算为6.54元。")
    #expect(read.amount("gk09//total/actual_total") == "10.18")
    #expect(read.amount("gk09//total/actual_reception") == "6.54")
    #expect(read.figure("gk09//total/budget_vehicle_purchase")?.amount == nil)
  }
}

import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct NarrativeAgainstFormsTests {
  private func stories(_ disclosure: Disclosure) -> [String] {
    NarrativeAgainstForms.findings(Ledger(disclosure), as: .finalAccount).map(\.story)
  }

  private let basic = CellKey(.gk05, .none, .total, .basic)

  @Test func anotherAmountThanTheFormsIsFound() {
    let read = crossChecked([(basic, "214.50")], "六、基本支出决算情况说明", "本年基本支出241.50万元。")
    #expect(stories(read) == ["narrative-form-differs 2415000.00 -> 2145000.00"])
  }

  @Test func theFindingNamesTheCellTheFactAndTheLine() {
    let read = crossChecked([(basic, "214.50")], "六、基本支出决算情况说明", "本年基本支出241.50万元。")
    let finding = NarrativeAgainstForms.findings(Ledger(read), as: .finalAccount).first
    #expect(finding?.form == .gk05)
    #expect(finding?.row == .total)
    #expect(finding?.measure == .basic)
    #expect(finding?.fact == "basic.total")
    #expect(finding?.difference?.description == "270000.00")
    #expect(finding?.sourceLine == 3)
    #expect(finding?.severity == .error)
  }

  @Test(arguments: ["214.51", "214.50", "214.5", "215"])
  func roundedAndCutFiguresAreNoErrors(stated: String) {
    let read = crossChecked([(basic, "214.505")], "六、基本支出决算情况说明", "本年基本支出\(stated)万元。")
    let findings = NarrativeAgainstForms.findings(Ledger(read), as: .finalAccount)
    #expect(findings.map(\.rule) == [.roundingDifference])
    #expect(findings.first?.severity == .info)
  }

  @Test func aWholeNumberIsNoFigureThatWasCut() {
    let read = crossChecked([(basic, "214.95")], "六、基本支出决算情况说明", "本年基本支出214万元。")
    #expect(stories(read) == ["narrative-form-differs 2140000.00 -> 2149500.00"])
  }

  @Test func theSameAmountIsNoFinding() {
    #expect(stories(crossChecked([(basic, "214.50")], "六、基本支出决算情况说明", "本年基本支出214.50万元。")).isEmpty)
  }

  @Test func theTotalMayBeThatOfTheYearAlone() {
    let cells = [
      (CellKey(.gk01, .revenue, "grand_total", .amount), "90.00"),
      (CellKey(.gk01, .revenue, "revenue_total", .amount), "80.00"),
    ]
    #expect(stories(crossChecked(cells, "一、收入支出决算总体情况说明", "收、支总计80.00万元。")).isEmpty)
  }

  @Test func anItemThatTheFormLacksIsToldByTheAmountOfItsClass() {
    let cells = [
      (CellKey(.gk05, .none, "201", .total), "52.30"), (CellKey(.gk05, .none, "2013101", .total), "52.30"),
    ]
    let text = "1.一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为60.00万元，支出决算为52.30万元。"
    let read = crossChecked(cells, "（三）一般公共预算财政拨款支出决算具体情况", text, within: "五、一般公共预算财政拨款支出决算情况说明")
    #expect(stories(read) == ["narrative-subject-missing 2010601 -> 201"])
  }

  @Test func institutionsHavePublicExpensesThatAreNoOperatingCost() {
    let cells = [(CellKey(.gk06, .none, "public_total", .amount), "31.00")]
    let title = "十、机关运行经费支出说明"
    #expect(stories(crossChecked(cells, title, "本年机关运行经费支出20.00万元。")).isEmpty)
    #expect(stories(crossChecked(cells, title, "本年机关运行经费支出40.00万元。")).count == 1)
  }
}

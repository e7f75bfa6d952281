import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct RowRulesTests {
  private func hold(_ form: Form, _ values: [Amount?], measures: [Measure]? = nil, side: Side = .none) -> Bool {
    var reading = Reading.blank(values.count)
    for (column, value) in values.enumerated() { reading.values[column] = value }
    let row = FormRow(kind: .subject, span: SourceSpan(line: 1, column: 1))
    return RowRules(form: form, side: side, measures: measures ?? form.measures)
      .hold(reading, Rounding(row, halfUnit: 5))
  }

  /// Whether figures, each with the half unit of its last digit, hold in the columns of gk05.
  private func hold(figures: [(amount: Amount, halfUnit: Amount)]) -> Bool {
    var row = FormRow(kind: .subject, span: SourceSpan(line: 1, column: 1))
    row.figures = figures.map { figure in
      let token = Token(
        text: "1", normal: "1", number: nil, column: nil, span: SourceSpan(line: 1, column: 1))
      return PrintedFigure(token: token, amount: figure.amount, halfUnit: figure.halfUnit)
    }
    guard let reading = Reading(row, columns: [0, 1, 2], count: 3) else { return false }
    return RowRules(form: .gk05, side: .none, measures: Form.gk05.measures).hold(reading, row.rounding)
  }

  @Test func eachFigureRoundsByItsOwnLastDigit() {
    #expect(hold(figures: [(209_700, 50), (133_200, 50), (76_000, 500)]))
    #expect(!hold(figures: [(209_900, 50), (133_200, 50), (76_000, 500)]))
    #expect(!hold(figures: [(209_700, 50), (133_200, 50), (76_000, 50)]))
  }

  @Test func aZeroIsNoCoarserThanTheFiguresBesideIt() {
    #expect(!hold(figures: [(209_700, 50), (209_000, 50), (0, 5_000)]))
  }

  @Test func revenueIsTheSumOfItsSixSources() {
    #expect(hold(.gk02, [2_100, 100, 200, 300, 400, 500, 600]))
    #expect(!hold(.gk02, [2_200, 100, 200, 300, 400, 500, 600]))
  }

  @Test func expenditureIsTheSumOfItsFiveKinds() {
    #expect(hold(.gk03, [1_500, 100, 200, 300, 400, 500]))
    #expect(!hold(.gk03, [1_500, 100, 200, 300, 400, nil]))
  }

  @Test func appropriationIsTheSumOfItsFunds() {
    let measures: [Measure] = [.total, .generalPublic, .governmentFund, .stateCapital]
    #expect(hold(.gk04, [600, 100, 200, 300], measures: measures, side: .expenditure))
    #expect(!hold(.gk04, [600, 100, 200, 400], measures: measures, side: .expenditure))
  }

  @Test func aFundClosesWithWhatItOpenedWithAndDidNotSpend() {
    #expect(hold(.gk07, [1_000, 5_000, 4_000, nil, 4_000, 2_000]))
    #expect(!hold(.gk07, [1_000, 5_000, 4_000, nil, 4_000, 3_000]))
  }

  @Test func eachHalfOfThePublicExpensesAddsUp() {
    #expect(hold(.gk09, [900, 150, 550, 300, 250, 200, 730, 120, 490, 270, 220, 120]))
    #expect(!hold(.gk09, [900, 150, 550, 300, 250, 200, 730, 120, 490, 270, 250, 120]))
  }

  @Test func eachFigureMayBeOffByHalfAUnit() {
    #expect(hold(.gk05, [12_015, 9_000, 3_000]))
    #expect(!hold(.gk05, [12_016, 9_000, 3_000]))
  }

  @Test func partsWithoutTheirWholeDoNotHold() {
    #expect(!hold(.gk05, [nil, 9_000, nil]))
    #expect(!hold(.gk05, [nil, 9_000, -9_000]))
  }

  @Test func aBlankRowBreaksNothing() {
    #expect(hold(.gk05, [nil, nil, nil]))
    #expect(hold(.gk09, Array(repeating: nil, count: 12)))
  }

  @Test func formsWithOneColumnHaveNoRules() {
    #expect(RowRules(form: .gk01, side: .revenue, measures: [.amount]).rules.isEmpty)
    #expect(RowRules(form: .gk06, side: .none, measures: [.amount]).rules.isEmpty)
  }
}

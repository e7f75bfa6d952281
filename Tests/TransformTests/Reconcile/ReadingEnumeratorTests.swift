import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct ReadingEnumeratorTests {
  private let measures: [Measure] = [.total, .basic, .project]

  /// A row whose figures are printed from left to right, or one below the other in the columns of a grid.
  private func row(_ amounts: [Int64], kind: RowKind = .subject, isStacked: Bool = false) -> FormRow {
    var row = FormRow(kind: kind, span: SourceSpan(line: 1, column: 1))
    row.figures = amounts.enumerated().map { index, amount in
      let span = SourceSpan(line: isStacked ? index + 1 : 1, column: 1 + index)
      let token = Token(text: "", normal: "", number: nil, column: isStacked ? 2 : nil, span: span)
      return PrintedFigure(
        token: token, amount: Amount(thousandths: amount * 1_000), halfUnit: Amount(thousandths: 5))
    }
    return row
  }

  private func enumerator(_ form: Form, _ measures: [Measure]) -> ReadingEnumerator {
    ReadingEnumerator(rules: RowRules(form: form, side: .none, measures: measures), measures: measures)
  }

  /// The values of each reading in yuan.
  private func readings(_ row: FormRow, form: Form = .gk05, measures: [Measure]? = nil) -> Set<[Int64?]> {
    let found = enumerator(form, measures ?? self.measures).readings(of: row)
    return Set(found.map { $0.values.map { $0.map { $0.thousandths / 1_000 } } })
  }

  @Test func twoEqualFiguresAreTheTotalAndOneOfItsParts() {
    #expect(readings(row([9, 9])) == [[9, 9, nil], [9, nil, 9]])
  }

  @Test func threeFiguresHaveOneReading() {
    #expect(readings(row([12, 9, 3])) == [[12, 9, 3]])
  }

  @Test func figuresKeepTheirOrder() {
    let measures = Form.gk03.measures
    let found = enumerator(.gk03, measures).readings(of: row([12, 9, 3]))
    #expect(found.allSatisfy { $0.figures.compactMap { $0 } == [0, 1, 2] })
    #expect(found.allSatisfy { $0.values[0] == 12_000 })
    #expect(found.count == 10)
  }

  @Test func aLostColumnGetsTheValueThatTheRowForces() {
    let found = readings(row([9, 3]))
    #expect(found == [[12, 9, 3], [9, 3, 6], [9, 6, 3]])
  }

  @Test func aReadingSaysWhichColumnWasLost() throws {
    let readings = enumerator(.gk05, measures).readings(of: row([9, 3]))
    let found = try #require(readings.first { Array($0.values) == [12_000, 9_000, 3_000] })
    #expect(found.lost == 0)
    #expect(Array(found.figures) == [nil, 0, 1])
  }

  @Test func totalsStandingAboveEachOtherMayHaveAnyOrder() {
    #expect(readings(row([9, 12, 3], kind: .total, isStacked: true)) == [[12, 9, 3], [12, 3, 9]])
  }

  @Test func totalsStandingBesideEachOtherKeepTheirOrder() {
    #expect(readings(row([9, 12, 3], kind: .total)).isEmpty)
  }

  @Test func moreFiguresThanColumnsHaveNoReading() {
    #expect(readings(row([12, 9, 3, 1])).isEmpty)
  }

  @Test func aLabelBesideAFigureBoundsItsColumns() {
    var labelled = row([9, 9])
    labelled.allowed = [[.total], [.project]]
    #expect(readings(labelled) == [[9, nil, 9]])
  }

  @Test func balancesTakePartInTheRow() {
    let found = readings(row([1, 13, 12, 12, 2]), form: .gk07, measures: Form.gk07.measures)
    #expect(found == [[1, 13, 12, 12, nil, 2], [1, 13, 12, nil, 12, 2]])
  }

  @Test func roundingOfTheLastDigitIsAllowed() {
    let amounts: [Int64] = [12_010, 9_000, 3_000]
    var rounded = row([0, 0, 0])
    for index in amounts.indices { rounded.figures[index].amount = Amount(thousandths: amounts[index]) }
    #expect(enumerator(.gk05, measures).readings(of: rounded).map { Array($0.values) } == [[12_010, 9_000, 3_000]])
  }
}

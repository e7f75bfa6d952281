import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct PropagatorTests {
  /// One row per list of possible values, each of one column, with rounding of half a cent.
  private func problem(_ domains: [[Amount]]) -> Problem {
    var problem = Problem(forms: [])
    problem.rows = domains.map { values in
      let row = FormRow(kind: .subject, span: SourceSpan(line: 1, column: 1))
      let domain = values.map { value in
        var reading = Reading.blank(1)
        reading.values[0] = value
        return reading
      }
      return RowVariable(
        form: 0, row: row, measures: [.total], rules: RowRules(form: .gk05, side: .none, measures: [.total]),
        domain: domain, isSettled: values.count == 1,
        halfUnit: 5)
    }
    return problem
  }

  private func sum(_ whole: Int, _ parts: [Int], relation: Identity.Relation = .equal) -> Identity {
    Identity(
      rule: .treeIdentityBroken, "sum",
      terms: [Identity.Term(row: whole, column: 0, coefficient: 1)]
        + parts.map { Identity.Term(row: $0, column: 0, coefficient: -1) },
      relation: relation)
  }

  private func values(_ problem: Problem) -> [[Amount?]] { problem.rows.map { $0.domain.map { $0.values[0] } } }

  private func solved(_ domains: [[Amount]], _ identities: [Identity], exact: Bool = false) -> Problem {
    var problem = problem(domains)
    problem.identities = identities
    var propagator = Propagator(problem)
    propagator.run()
    if exact { propagator.run(isExact: true) }
    propagator.apply(to: &problem)
    return problem
  }

  @Test func aSumLeavesWhatFitsIt() {
    let solved = solved([[12_000], [0, 9_000], [0, 3_000]], [sum(0, [1, 2])])
    #expect(values(solved) == [[12_000], [9_000], [3_000]])
    #expect(solved.rows[1].excludedBy == ["sum"])
  }

  @Test func severalChoicesThatFitAllStay() {
    #expect(
      values(solved([[3_000], [0, 3_000], [0, 3_000]], [sum(0, [1, 2])])) == [[3_000], [0, 3_000], [0, 3_000]])
  }

  @Test func whatOneIdentityDecidesHelpsTheNext() {
    let solved = solved([[3_000], [0, 3_000], [0, 3_000], [0]], [sum(0, [1, 2]), sum(3, [1])])
    #expect(values(solved) == [[3_000], [0], [3_000], [0]])
  }

  @Test func anIdentityThatNothingSatisfiesExcludesNothing() {
    let solved = solved([[100_000], [0, 9_000], [0, 3_000]], [sum(0, [1, 2])])
    #expect(values(solved) == [[100_000], [0, 9_000], [0, 3_000]])
    #expect(solved.rows.allSatisfy { $0.excludedBy.isEmpty })
  }

  @Test func aPartIsAtMostItsWhole() {
    #expect(values(solved([[5_000, 9_000], [6_000]], [sum(0, [1], relation: .atMost)])) == [[5_000], [6_000]])
  }

  @Test func roundingKeepsTheNearValuesToo() {
    #expect(values(solved([[9_000, 9_010, 9_500], [9_000]], [sum(0, [1])])) == [[9_000, 9_010], [9_000]])
  }

  @Test func aChoiceThatOnlyRoundingMakesIsMarked() {
    let solved = solved([[9_000, 9_010], [9_000]], [sum(0, [1])], exact: true)
    #expect(values(solved) == [[9_000], [9_000]])
    #expect(solved.rows[0].isMinimal)
  }

  @Test func aRowWithoutAnyReadingLeavesTheOthersAlone() {
    #expect(values(solved([[], [0, 9_000]], [sum(0, [1])])) == [[], [0, 9_000]])
  }

  @Test func manyOpenRowsEndInTime() {
    let open = Array(repeating: [Amount.zero, 7_001], count: 40).enumerated().map { [$1[0], $1[1] * Int64($0 + 3)] }
    #expect(values(solved([[0]] + open, [sum(0, Array(1...40))])).count == 41)
  }

  @Test func aSumBeyondTheRangeOfAmountsExcludesNothing() {
    // In 64 bits the sum would come round to amounts again.
    let many = Array(repeating: [Amount.mostReadable], count: 200)
    let solved = solved([[.mostReadable]] + many + [[0, .mostReadable]], [sum(0, Array(1...201))])
    #expect(values(solved).last == [0, .mostReadable])
    #expect(solved.rows[201].excludedBy.isEmpty)
  }

  @Test func wholesBeyondTheRangeLeaveTheirPartsOpen() {
    let solved = solved(
      Array(repeating: [0, .mostReadable], count: 60),
      [sum(0, Array(1...59)), sum(1, Array(2...59), relation: .atMost)])
    #expect(values(solved).allSatisfy { !$0.isEmpty })
  }
}

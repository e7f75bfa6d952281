import Accounts
import Classification
import Testing

@testable import Transform

/// What no identity says by itself, but all together.
@Suite struct JointSearchTests {
  /// One row per list of possible values, each of one column.
  private func solved(_ domains: [[Amount]], _ sums: [[(row: Int, coefficient: Int64)]]) -> [[Amount?]] {
    var problem = Problem(forms: [])
    problem.rows = domains.map { values in
      let domain = values.map { value in
        var reading = Reading.blank(1)
        reading.values[0] = value
        return reading
      }
      return RowVariable(
        form: 0, row: FormRow(kind: .subject, span: SourceSpan(line: 1, column: 1)), measures: [.total],
        rules: RowRules(form: .gk05, side: .none, measures: [.total]), domain: domain,
        isSettled: values.count == 1, halfUnit: 5)
    }
    problem.identities = sums.map { terms in
      Identity(
        rule: .treeIdentityBroken, "sum",
        terms: terms.map { Identity.Term(row: $0.row, column: 0, coefficient: $0.coefficient) })
    }
    var propagator = Propagator(problem)
    propagator.run()
    JointSearch.run(&propagator)
    propagator.apply(to: &problem)
    return problem.rows.map { $0.domain.map { $0.values[0] } }
  }

  @Test func identitiesThatShareRowsDecideTogether() {
    // b + c = 3 and b - c = 3 leave either row open by themselves, since a may be 3 or 1.
    let found = solved(
      [[3_000], [0, 3_000], [0, 3_000], [3_000, -3_000]],
      [[(0, 1), (1, -1), (2, -1)], [(3, 1), (1, -1), (2, 1)], [(3, 1), (0, -1)]])
    #expect(found == [[3_000], [3_000], [0], [3_000]])
  }

  @Test func aCycleOfDifferencesIsFollowedAround() {
    // a + b = 4, b + c = 4, a + c = 2 hold for one choice only, though each sum alone leaves every value.
    let found = solved(
      [[1_000, 3_000], [1_000, 3_000], [1_000, 3_000], [4_000], [2_000, 4_000]],
      [[(0, 1), (1, 1), (3, -1)], [(1, 1), (2, 1), (3, -1)], [(0, 1), (2, 1), (4, -1)], [(4, 1), (0, -2)]])
    #expect(found == [[1_000], [3_000], [1_000], [4_000], [2_000]])
  }

  @Test func whatTwoChoicesSatisfyStaysOpen() {
    let found = solved([[3_000], [0, 3_000], [0, 3_000]], [[(0, 1), (1, -1), (2, -1)]])
    #expect(found == [[3_000], [0, 3_000], [0, 3_000]])
  }

  @Test func identitiesThatContradictEachOtherExcludeNothing() {
    // a + b = 4, b + c = 4 and a + c = 4: each leaves all values, together they leave none.
    let found = solved(
      [[1_000, 3_000], [1_000, 3_000], [1_000, 3_000], [4_000]],
      [[(0, 1), (1, 1), (3, -1)], [(1, 1), (2, 1), (3, -1)], [(0, 1), (2, 1), (3, -1)]])
    #expect(found == [[1_000, 3_000], [1_000, 3_000], [1_000, 3_000], [4_000]])
  }
}

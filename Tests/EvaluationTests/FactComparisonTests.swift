import Evaluation
import Testing

/// The facts of a release compared with the truth.
@Suite struct FactComparisonTests {
  private static let truthHeader = "document,fact,subject,base,value,unit"
  private static let factsHeader = "document_id,fact,subject,base,value,unit"

  private func evaluation(truth: [String], facts: [String]) throws -> Evaluation {
    let set = try WrittenSet(truth: ["gk05,,201,total,1.00,,true,true"], amounts: [])
    try set.write("truth/facts.csv", [Self.truthHeader] + truth.map { "a,\($0)" })
    try set.write("release/facts.csv", [Self.factsHeader] + facts.map { "d0,\($0)" })
    return try set.evaluation()
  }

  @Test func factsAreRightWrongOrMissing() throws {
    let facts = try #require(
      try evaluation(
        truth: [
          "overall.total,,,100.00,yuan", "overall.change_rate,,prior_year,-3.50,percent", "staff.retired,,,4,count",
        ],
        facts: ["overall.total,,,100.00,yuan", "overall.change_rate,,prior_year,3.50,percent"]
      ).facts)
    #expect((facts.right, facts.wrong, facts.missing) == (1, 1, 1))
    #expect(facts.precision.description == "0.50000")
    #expect(facts.recall.description == "0.33333")
    #expect(facts.f1.description == "0.40000")
    #expect(facts.differences.map(\.key) == ["overall.change_rate//prior_year", "staff.retired//"])
  }

  @Test func decimalsThatAreNotPrintedMakeNoDifference() throws {
    let facts = try evaluation(
      truth: ["overall.change_rate,,prior_year,3.50,percent"], facts: ["overall.change_rate,,prior_year,3.5,percent"]
    ).facts
    #expect(facts?.right == 1)
  }

  @Test func factsThatTheTruthDoesNotStateAreWrong() throws {
    let facts = try evaluation(truth: [], facts: ["basic.item,30101,,3.00,yuan"]).facts
    #expect(facts?.differences.first?.truth == nil)
    #expect(facts?.wrong == 1)
  }

  @Test func aTruthWithoutFactsComparesNone() throws {
    #expect(try WrittenSet(truth: ["gk05,,201,total,1.00,,true,true"], amounts: []).evaluation().facts == nil)
  }

  @Test func theF1MustReachItsBound() throws {
    var thresholds = Thresholds()
    thresholds.minFacts = 0.995
    let right = try evaluation(truth: ["overall.total,,,1.00,yuan"], facts: ["overall.total,,,1.00,yuan"])
    let wrong = try evaluation(truth: ["overall.total,,,1.00,yuan"], facts: ["overall.total,,,2.00,yuan"])
    #expect(thresholds.failures(of: right).isEmpty)
    #expect(thresholds.failures(of: wrong).count == 1)
  }
}

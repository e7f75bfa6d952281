import Evaluation
import Testing

/// What becomes of single cells.
@Suite struct EvaluationTests {
  private func tally(truth: [String], amounts: [String]) throws -> Tally {
    try WrittenSet(truth: truth, amounts: amounts).evaluation().all
  }

  @Test func anEqualValueIsRight() throws {
    let tally = try tally(
      truth: ["gk05,,201,total,1200.00,,true,false"], amounts: ["gk05,,201,total,1200.00,reported,0.990,printed,,"])
    #expect(tally.cells == 1)
    #expect(tally.right == 1)
    #expect(tally.identifiableRight == 1)
  }

  @Test func anotherValueIsWrongAndSilentFrom95Percent() throws {
    let truth = ["gk05,,201,total,1200.00,,true,false", "gk05,,201,basic,1.00,,true,false"]
    let tally = try tally(
      truth: truth,
      amounts: ["gk05,,201,total,1200.01,reported,0.950,printed,,", "gk05,,201,basic,2.00,derived,0.949,minimal,,"])
    #expect(tally.wrong == 2)
    #expect(tally.silent == 1)
    #expect(tally.identifiableRight == 0)
  }

  @Test func aValueThatTheTruthLacksIsInventedUnlessItIsZero() throws {
    let tally = try tally(
      truth: [],
      amounts: ["gk05,,201,total,5.00,derived,0.970,forced,,", "gk05,,201,basic,0.00,reported,0.990,printed,,"])
    #expect(tally.cells == 1)
    #expect(tally.silent == 1)
  }

  @Test func aValueThatIsNotPublishedIsMissingUnlessItIsZero() throws {
    let tally = try tally(
      truth: ["gk05,,201,total,1.00,,true,false", "gk05,,201,basic,0.00,,true,false"], amounts: [])
    #expect(tally.cells == 1)
    #expect(tally.missing == 1)
    #expect(tally.identifiable == 1)
  }

  @Test func aRangeIsAmbiguousAndCoversTheTruthOrNot() throws {
    let tally = try tally(
      truth: ["gk05,,201,total,7.00,,false,false", "gk05,,201,basic,9.00,,false,false"],
      amounts: [
        "gk05,,201,total,,ambiguous,0.000,minimal,0.00,7.00", "gk05,,201,basic,,ambiguous,0.000,minimal,0.00,7.00",
        "gk05,,201,project,,ambiguous,0.000,minimal,0.00,7.00",
      ])
    #expect(tally.ambiguous == 3)
    #expect(tally.covered == 2)
    #expect(tally.identifiable == 0)
  }

  @Test func aFigureThatIsPublishedAgainCountsOnlyWhenItIsWrong() throws {
    let row = "gk05,,201,total,1.00,reported,0.990,printed,,"
    let tally = try tally(
      truth: ["gk05,,201,total,1.00,,true,false"],
      amounts: [row, row, "gk05,,201,total,3.00,reported,0.990,printed,,"])
    #expect(tally.right == 1)
    #expect(tally.wrong == 1)
  }

  @Test func onlyRowsOfTheSameSideAreCompared() throws {
    let tally = try tally(
      truth: ["gk01,revenue,grand_total,amount,1.00,,true,false"],
      amounts: ["gk01,expenditure,grand_total,amount,1.00,reported,0.990,printed,,"])
    #expect(tally.missing == 1)
    #expect(tally.wrong == 1)
  }

  @Test func documentsAreMatchedByFileNameAndThePartsOfAPartitionAreRead() throws {
    let set = try WrittenSet(truth: ["gk05,,201,total,1.00,,true,false"], amounts: [])
    try set.remove("release/amounts.csv")
    let part = "release/amounts/fiscal_year=2024/division_code=420103/part.csv"
    try set.write(part, [WrittenSet.amountsHeader, "d0,gk05,,201,total,1.00,reported,0.990,printed,,"])
    let evaluation = try set.evaluation()
    #expect(evaluation.all.right == 1)
    #expect(evaluation.published == Share(1, of: 1))
  }

  @Test func classesHoldValuesOfOneStatusProofAndConfidence() throws {
    let set = try WrittenSet(
      truth: ["gk05,,201,total,1.00,,true,false", "gk05,,201,basic,2.00,,true,false"],
      amounts: [
        "gk05,,201,total,1.00,derived,0.940,minimal,,", "gk05,,201,basic,1.00,derived,0.940,minimal,,",
        "gk05,,201,project,1.00,derived,0.930,minimal,,", "gk05,,202,project,,ambiguous,0.000,minimal,0.00,1.00",
      ])
    let classes = try set.evaluation().calibration
    #expect(classes.map(\.right) == [Share(1, of: 2), Share(0, of: 1)])
    #expect(classes.map(\.difference) == [-44_000, -93_000])
  }

  @Test func aConfidenceThatMayBeNoHigherSaysAtLeast() throws {
    let set = try WrittenSet(
      truth: ["gk05,,201,total,1.00,,true,false"],
      amounts: [
        "gk05,,201,total,1.00,derived,0.960,forced,,", "gk05,,202,total,3.00,derived,0.940,minimal,,",
      ])
    #expect(try set.evaluation().calibration.map(\.error) == [4_000, 94_000])
    let right = try WrittenSet(
      truth: ["gk05,,201,total,1.00,,true,false"], amounts: ["gk05,,201,total,1.00,derived,0.940,minimal,,"])
    #expect(try right.evaluation().calibration.map(\.error) == [0])
  }

  @Test func wrongValuesAreListedSilentOnesFirst() throws {
    let set = try WrittenSet(
      truth: ["gk05,,201,total,1.00,,true,false"],
      amounts: ["gk05,,201,total,2.00,derived,0.900,minimal,,", "gk05,,202,total,3.00,derived,0.970,forced,,"])
    let errors = try set.evaluation().errors
    #expect(errors.map(\.key) == ["gk05//202/total", "gk05//201/total"])
    #expect(errors.last?.truth?.description == "1.00")
    #expect(errors.first?.damage == "cut-codes")
  }
}

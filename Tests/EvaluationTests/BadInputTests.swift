import Evaluation
import Testing

/// What is said of files that are missing or malformed.
@Suite struct BadInputTests {
  private let figure = "gk05,,201,total,1.00,,true,false"
  private let published = "gk05,,201,total,1.00,reported,0.990,printed,,"

  private func error(truth: [String], amounts: [String]) throws -> EvaluationError? {
    let set = try WrittenSet(truth: truth, amounts: amounts)
    return #expect(throws: EvaluationError.self) { try set.evaluation() }
  }

  @Test func aMissingFileIsNamed() throws {
    let set = try WrittenSet(truth: [figure], amounts: [])
    try set.remove("truth/amounts.csv")
    let error = #expect(throws: EvaluationError.self) { try set.evaluation() }
    #expect(error?.kind == .missing)
    #expect(error?.path.hasSuffix("truth/amounts.csv") == true)
  }

  @Test func aMissingDatasetOfTheReleaseIsNamed() throws {
    let set = try WrittenSet(truth: [figure], amounts: [])
    try set.remove("release/amounts.csv")
    #expect(throws: EvaluationError.self) { try set.evaluation() }
  }

  @Test func aRowWithAFieldTooFewIsNamedByItsLine() throws {
    let error = try error(truth: [figure, "gk05,,202,total,1.00,,true"], amounts: [])
    #expect(error?.kind == .malformed)
    #expect(error?.line == 3)
    #expect(error?.reason == "The row has 8 fields, the header 9.")
  }

  @Test func anAmountThatIsNoNumberIsNamed() throws {
    #expect(try error(truth: ["gk05,,201,total,1e3,,true,false"], amounts: [])?.line == 2)
    #expect(try error(truth: ["gk05,,201,total,,,true,false"], amounts: [])?.line == 2)
  }

  @Test func aFlagThatIsNeitherTrueNorFalseIsNamed() throws {
    let error = try error(truth: ["gk05,,201,total,1.00,,yes,false"], amounts: [])
    #expect(error?.reason == "identifiable must be true or false: yes")
  }

  @Test func wordsThatNoReleaseHoldsAreNamed() throws {
    for row in [
      "gk05,,201,total,1.00,guessed,0.990,printed,,", "gk05,,201,total,1.00,reported,0.990,hoped,,",
      "gk05,,201,total,1.00,reported,1.010,printed,,", "gk05,,201,total,,reported,0.990,printed,,",
      "gk05,,201,total,,ambiguous,0.000,minimal,5.00,1.00",
    ] {
      #expect(try error(truth: [figure], amounts: [row])?.line == 2, "\(row)")
    }
  }

  @Test func aFigureThatStandsTwiceInTheTruthIsNamed() throws {
    #expect(try error(truth: [figure, figure], amounts: [])?.reason.contains("gk05//201/total") == true)
  }

  @Test func aDocumentThatIsNotListedIsNamed() throws {
    let set = try WrittenSet(truth: [figure], amounts: [published])
    try set.write("release/amounts.csv", [WrittenSet.amountsHeader, "d7,\(published)"])
    let error = #expect(throws: EvaluationError.self) { try set.evaluation() }
    #expect(error?.reason == "documents.csv lists no document d7.")
  }

  @Test func aTruthOfOtherDocumentsIsRefused() throws {
    let set = try WrittenSet(truth: [figure], amounts: [])
    try set.write(
      "release/documents.csv", [WrittenSet.releaseDocumentsHeader, "d0,in/b.txt,2024,某局,420103,,万元,0"])
    let error = #expect(throws: EvaluationError.self) { try set.evaluation() }
    #expect(error?.reason == "The truth knows none of the documents that the release holds.")
  }

  @Test func aQuoteThatIsNotClosedIsNamed() throws {
    #expect(try error(truth: [figure, "gk05,,\"202,total,1.00,,true,false"], amounts: [])?.line == 3)
  }
}

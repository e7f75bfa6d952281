import Evaluation
import Testing

/// What makes an evaluation fail.
@Suite struct ThresholdsTests {
  private func failures(
    _ amounts: [String], damage: String = "", repaired: Int = 0, _ change: (inout Thresholds) -> Void
  ) throws -> [String] {
    let truth = ["gk05,,201,total,1.00,,true,true", "gk05,,201,basic,2.00,,true,true"]
    var thresholds = Thresholds()
    change(&thresholds)
    return thresholds.failures(
      of: try WrittenSet(truth: truth, amounts: amounts, damage: damage, repaired: repaired).evaluation())
  }

  private let right = "gk05,,201,total,1.00,reported,0.990,printed,,"
  private let wrong = "gk05,,201,basic,1.00,derived,0.970,forced,,"

  @Test func thresholdsThatAskForNothingAlwaysPass() throws {
    #expect(try failures([wrong]) { _ in }.isEmpty)
  }

  @Test func wrongAndSilentValuesAreCountedApart() throws {
    #expect(try failures([wrong]) { $0.maxWrong = 0 }.count == 1)
    #expect(try failures([wrong]) { $0.maxSilent = 0 }.count == 1)
    #expect(try failures([wrong]) { $0.maxSilent = 1 }.isEmpty)
    #expect(try failures([right]) { $0.maxWrong = 0 }.isEmpty)
  }

  @Test func repairsCountOnlyInDocumentsWithoutDamage() throws {
    #expect(try failures([right], repaired: 1) { $0.maxRepairs = 0 }.count == 1)
    #expect(try failures([right], damage: "cut-codes", repaired: 1) { $0.maxRepairs = 0 }.isEmpty)
  }

  @Test func sharesMustReachTheirBounds() throws {
    #expect(try failures([right]) { $0.minIdentifiable = 0.5 }.isEmpty)
    #expect(try failures([right]) { $0.minIdentifiable = 0.51 }.count == 1)
    #expect(try failures([right]) { $0.minCodes = 1 }.isEmpty)
    #expect(try failures(["gk05,,299,total,1.00,aligned,0.970,forced,,"]) { $0.minCodePrecision = 0.1 }.count == 1)
  }

  @Test func rangesThatMissTheTruthFail() throws {
    let range = "gk05,,201,total,,ambiguous,0.000,minimal,3.00,4.00"
    #expect(try failures([range]) { $0.minRangeCover = 0.99 }.count == 1)
    #expect(try failures([right]) { $0.minRangeCover = 1 }.isEmpty)
  }

  @Test func onlyClassesWithValuesEnoughAreCalibrated() throws {
    let many = (0..<CalibrationClass.meaningful).map { "gk05,,\(1_000 + $0),total,1.00,derived,0.900,minimal,," }
    #expect(try failures(many) { $0.maxCalibrationError = 0.02 }.count == 1)
    #expect(try failures(Array(many.dropLast())) { $0.maxCalibrationError = 0.02 }.isEmpty)
  }
}

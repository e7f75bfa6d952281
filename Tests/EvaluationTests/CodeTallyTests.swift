import Evaluation
import Testing

/// What becomes of rows whose printed code is cut.
@Suite struct CodeTallyTests {
  private let truth = [
    "gk03,,20103,total,9.00,cut-codes,true,true", "gk03,,20103,basic,8.00,cut-codes,true,true",
    "gk03,,20104,total,7.00,cut-codes,true,true", "gk03,,total,total,16.00,,true,false",
    "gk05,,20103,total,9.00,,true,false",
  ]

  private func codes(_ amounts: [String]) throws -> CodeTally {
    try WrittenSet(truth: truth, amounts: amounts.map { "\($0),aligned,0.970,forced,," }).evaluation().codes
  }

  @Test func aRowWithOneRightValueIsCompleted() throws {
    let codes = try codes(["gk03,,20103,total,9.00", "gk03,,20103,basic,1.00"])
    #expect(codes.cut == 2)
    #expect(codes.completed == 1)
    #expect(codes.wrong == 0)
    #expect(codes.precision.value == 1)
  }

  @Test func aRowThatTheTruthLacksIsAWrongCode() throws {
    let codes = try codes(["gk03,,20199,total,7.00", "gk03,,20199,basic,7.00"])
    #expect(codes.completed == 0)
    #expect(codes.wrong == 1)
  }

  @Test func aRowUnderTheCodeOfAnotherIsAWrongCode() throws {
    #expect(try codes(["gk03,,20104,total,9.00"]).wrong == 1)
  }

  @Test func formsWithoutCutCodesAndZerosSayNothingOfCodes() throws {
    #expect(try codes(["gk05,,20199,total,7.00", "gk03,,20199,total,0.00"]).wrong == 0)
  }
}

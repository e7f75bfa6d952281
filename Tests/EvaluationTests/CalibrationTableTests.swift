import Accounts
import Evaluation
import Testing

/// The calibration table as the documentation holds it.
@Suite struct CalibrationTableTests {
  private func lines(_ amounts: [String]) throws -> [Substring] {
    let set = try WrittenSet(
      truth: (0..<100).map { "gk05,,\(1_000 + $0),total,1.00,,true,false" }, amounts: amounts)
    let known = CalibrationTable.Line(
      name: "derived, minimal", status: .derived, proof: .minimal, confidence: Confidence(thousandths: 900))
    return Array(CalibrationTable([known], try set.evaluation()).text.split(separator: "\n").dropFirst(2))
  }

  @Test func aClassShowsWhatWasObservedAndTheLowerEndOfItsInterval() throws {
    let values = (0..<100).map { "gk05,,\(1_000 + $0),total,\($0 < 90 ? 1 : 2).00,derived,0.900,minimal,," }
    #expect(try lines(values) == ["| derived, minimal | derived | minimal | 0.900 | 100 | 10 | 0.90000 | 0.825 |"])
  }

  @Test func aClassWithoutValuesKeepsItsLine() throws {
    #expect(try lines([]) == ["| derived, minimal | derived | minimal | 0.900 | 0 | 0 | - | - |"])
  }

  @Test func aConfidenceOfNoClassIsListedAsUnknown() throws {
    let table = try lines(["gk05,,1000,total,1.00,derived,0.123,minimal,,"])
    #expect(table.count == 2)
    #expect(table.last?.hasPrefix("| unknown | derived | minimal | 0.123 | 1 | 0 | 1.00000 |") == true)
  }
}

import Accounts
import Classification
import Testing

@testable import Pipeline

@Suite struct RunCountsTests {
  private let source = SourceRecord(
    path: "a.txt", sha256: String(repeating: "0", count: 64), bytes: 1, format: .text, layout: .tabs, encoding: "UTF-8")

  @Test func aBudgetIsSetAsideAndNotQuarantined() {
    var disclosure = Disclosure(source: source)
    disclosure.outcome = .quarantined
    disclosure.identification.reportKind = .budget
    var counts = RunCounts()
    counts.add(disclosure)
    #expect(counts.documents["set_aside"] == 1)
    #expect(counts.documents["quarantined"] == 0)
  }

  @Test func aDisclosureWithoutFormsIsQuarantined() {
    var disclosure = Disclosure(source: source)
    disclosure.outcome = .quarantined
    var counts = RunCounts()
    counts.add(disclosure)
    #expect(counts.documents["quarantined"] == 1)
    #expect(QuarantineEntry(disclosure).reason == "no-form")
  }

  @Test func figuresFindingsAndRepairsAreCounted() {
    var disclosure = Disclosure(source: source)
    disclosure.figures = [Figure(key: CellKey(.gk05, .none, .total, .basic), amount: .zero, printed: "0", span: nil)]
    disclosure.findings = [Finding(.formMissing, message: "gk08 is missing.")]
    var counts = RunCounts()
    counts.add(disclosure)
    #expect(counts.amounts["reported"] == 1)
    #expect(counts.findings["warning"] == 1)
    #expect(counts.documents["complete"] == 1)
  }
}

import Accounts
import Classification
import Foundation
import Testing

@testable import Pipeline

@Suite struct DecisionTests {
  private let hash = String(repeating: "ab", count: 32)

  private func disclosure(_ change: (inout Figure) -> Void = { _ in }) -> Disclosure {
    let source = SourceRecord(
      path: "a.txt", sha256: hash, bytes: 1, format: .text, layout: .tabs, encoding: "UTF-8")
    var disclosure = Disclosure(source: source)
    var figure = Figure(key: CellKey(.gk05, .none, "2010301", .basic), amount: nil, printed: "5", span: nil)
    figure.status = .ambiguous
    figure.proof = .minimal
    (figure.low, figure.high) = (.zero, Amount(thousandths: 50_000_000))
    change(&figure)
    disclosure.figures = [figure]
    return disclosure
  }

  private var yaml: String {
    """
    - source: \(hash)
      key: gk05//2010301/basic
      was: {low: "0.00", high: "50000.00", printed: "5"}
      amount: "50000.00"
      by: 王一
      date: 2026-11-20
      reason: the scan shows it in the column of basic expenditure
    """
  }

  private func book() throws -> DecisionBook { DecisionBook(try DecisionFile.parse(yaml, path: "d.yaml")) }

  @Test func aDecisionIsAVisibleStep() throws {
    var disclosure = disclosure()
    #expect(try book().apply(to: &disclosure).isEmpty)
    let figure = try #require(disclosure.figures.first)
    #expect(figure.amount == Amount(thousandths: 50_000_000))
    #expect(figure.status == .aligned)
    #expect(figure.steps.last?.rule == "reviewer-decision")
    #expect(figure.steps.last?.witnesses.first?.hasPrefix("王一, 2026-11-20: ") == true)
    #expect(disclosure.repairs.map(\.rule) == ["reviewer-decision"])
  }

  @Test func aDecidedValueIsNeverCalledSure() throws {
    var disclosure = disclosure()
    _ = try book().apply(to: &disclosure)
    #expect(disclosure.figures.allSatisfy { $0.proof == .minimal && $0.confidence.thousandths < 950 })
  }

  @Test func aDecisionWhoseEvidenceChangedIsNotApplied() throws {
    var disclosure = disclosure { $0.high = Amount(thousandths: 60_000_000) }
    let before = disclosure.figures
    let stale = try book().apply(to: &disclosure)
    #expect(stale.count == 1)
    #expect(stale.first?.message.contains("its evidence changed") == true)
    #expect(disclosure.figures == before)
  }

  @Test func aValueOfWhichJuesuanIsSureIsNotOverridden() throws {
    var disclosure = disclosure {
      $0.status = .reported
      $0.amount = Amount(thousandths: 50_000_000)
      $0.confidence = Confidence(thousandths: 990)
    }
    let decision = try DecisionFile.parse(
      yaml.replacingOccurrences(of: "low: \"0.00\", high: \"50000.00\"", with: "amount: \"50000.00\""), path: "d.yaml")
    #expect(DecisionBook(decision).apply(to: &disclosure).first?.message == "juesuan is sure of the value itself")
  }

  @Test func aDecisionAboutAValueThatIsGoneIsStale() throws {
    var disclosure = disclosure()
    disclosure.figures = []
    #expect(try book().apply(to: &disclosure).map(\.message) == ["the document has no such value"])
  }

  @Test(arguments: [
    ("  by: 王一\n", "", "lacks 'by'"), ("reason:", "raeson:", "nearest is 'reason'"),
    ("\"50000.00\"\n  by", "fifty\n  by", "'amount' must be yuan"),
    ("\"50000.00\"\n  by", "\"92233720368547758.07\"\n  by", "'amount' must be yuan"),
    ("\"50000.00\"\n  by", "\"9223372036854775807.00\"\n  by", "'amount' must be yuan"),
    ("source: ab", "source: a", "must be the SHA-256"),
  ])
  func aWrongDecisionNamesFileAndLine(wrong: String, by text: String, message: String) {
    let error = #expect(throws: RunError.self) {
      try DecisionFile.parse(yaml.replacingOccurrences(of: wrong, with: text), path: "d.yaml")
    }
    #expect(error?.status == .configuration)
    #expect(error?.message.hasPrefix("d.yaml:1: ") == true || error?.message.hasPrefix("d.yaml:") == true)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func aNewDecisionMakesItsSourceBeReadAgain() async throws {
    let night = try Night()
    try night.write("a.txt", figure: 1)
    try night.write("b.txt", figure: 2)
    let folder = night.folder.path + "/decisions"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let first = try await night.run { $0.decisions = folder }.execute()
    let documents = try String(
      contentsOfFile: first.release + "/documents/fiscal_year=2023/division_code=420103/part.csv", encoding: .utf8)
    let row = try #require(documents.split(separator: "\n").first { $0.contains(",b.txt,") })
    let sha256 = row.split(separator: ",")[2]
    try yaml.replacingOccurrences(of: hash, with: sha256).write(
      toFile: folder + "/d.yaml", atomically: false, encoding: .utf8)
    let second = try await night.run { $0.decisions = folder }.execute()
    #expect(try night.sourcesRead(by: second) == ["b.txt"])
    let record = try String(contentsOfFile: night.output + "/runs/\(second.runID).json", encoding: .utf8)
    #expect(record.contains("the document has no such value"))
    #expect(try await night.run { $0.decisions = folder }.execute().isPublished == false)
  }
}

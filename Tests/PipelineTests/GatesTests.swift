import Accounts
import Classification
import Foundation
import Testing

@testable import Pipeline

@Suite struct GatesTests {
  private func failures(_ change: (inout Gates) -> Void, changed: Int = 0) -> [String] {
    var gates = Gates()
    change(&gates)
    var measures = GateMeasures(documents: 10, complete: 6, setAside: 2, read: 8, values: 100, unresolved: 10)
    measures.filled[0] = 4
    let last = GateMeasures(documents: 9, values: 100, unresolved: 5)
    return gates.failures(of: measures, last: last, changedValues: changed).map(\.gate)
  }

  @Test func nothingIsDemandedByDefault() {
    #expect(failures { _ in }.isEmpty)
  }

  @Test func theNumberOfDocumentsHasBounds() {
    #expect(failures { $0.minDocuments = 11 } == ["min_documents"])
    #expect(failures { $0.maxDocuments = 9 } == ["max_documents"])
    #expect(failures { ($0.minDocuments, $0.maxDocuments) = (10, 10) }.isEmpty)
  }

  @Test func documentsThatAreSetAsideNeedNotBeComplete() {
    #expect(failures { $0.minComplete = 0.75 }.isEmpty)
    #expect(failures { $0.minComplete = 0.76 } == ["min_complete"])
  }

  @Test func eachFormHasAFillRateOfItsOwn() {
    #expect(failures { $0.minFill = [.gk01: 0.5] }.isEmpty)
    #expect(failures { $0.minFill = [.gk01: 0.5, .gk02: 0.1] } == ["min_fill.gk02"])
  }

  @Test func theShareOfUnresolvedValuesMayNotRise() {
    #expect(failures { $0.maxUnresolvedRise = 0.05 }.isEmpty)
    #expect(failures { $0.maxUnresolvedRise = 0.04 } == ["max_unresolved_rise"])
  }

  @Test func valuesMayNotChangeWithoutTheirSource() {
    #expect(failures({ $0.maxChangedValues = 2 }, changed: 2).isEmpty)
    #expect(failures({ $0.maxChangedValues = 2 }, changed: 3) == ["max_changed_values"])
  }

  @Test func aFailedGateKeepsCurrentAndTheState() async throws {
    let night = try Night()
    try night.write("a.txt", figure: 1)
    try night.write("b.txt", figure: 2)
    let gated = { (configuration: inout PipelineConfiguration) in configuration.gates.minDocuments = 2 }
    _ = try await night.run(gated).execute()
    let before = try night.current()
    try night.remove("b.txt")
    let error = await #expect(throws: RunError.self) { try await night.run(gated).execute() }
    #expect(error?.status == .quarantined)
    #expect(error?.message.contains("min_documents: 1 documents, at least 2") == true)
    #expect(try night.current() == before)
    try night.write("b.txt", figure: 2)
    #expect(try await night.run(gated).execute().isPublished == false)
  }

  @Test func aRunThatFailsIsRecordedToo() async throws {
    let night = try Night()
    try night.write("a.txt", figure: 1)
    _ = try? await night.run { $0.gates.minDocuments = 2 }.execute()
    let names = try FileManager.default.contentsOfDirectory(atPath: night.output + "/runs").sorted()
    #expect(names.count == 2)
    let data = try Data(contentsOf: URL(fileURLWithPath: night.output + "/runs/" + (names.first ?? "")))
    let record = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((record["error"] as? String)?.contains("min_documents") == true)
    #expect((record["outcome"] as? [String: Any])?["exit_code"] as? Int == 1)
  }

  @Test func anEmptyInputFailsUnlessItMayBe() async throws {
    let night = try Night()
    try night.write("a.txt", figure: 1)
    _ = try await night.run().execute()
    let before = try night.current()
    try night.remove("a.txt")
    let error = await #expect(throws: RunError.self) { try await night.run().execute() }
    #expect(error?.status == .inputMissing)
    #expect(try await night.run { $0.noInput = .warning }.execute().isPublished == false)
    #expect(try night.current() == before)
  }

  @Test func aNightWithoutChangesCanBeAFailure() async throws {
    let night = try Night()
    try night.write("a.txt", figure: 1)
    _ = try await night.run().execute()
    let error = await #expect(throws: RunError.self) { try await night.run { $0.noChange = .failure }.execute() }
    #expect(error?.status == .quarantined)
  }
}

import Accounts
import DiskFaults
import Foundation
import Testing

@testable import Load

@Suite struct PartitionedReleaseTests {
  private let scratch: ScratchDirectory
  private var output: String { "\(scratch.path)/out" }
  private let place = "fiscal_year=2024/division_code=420103"

  init() throws {
    scratch = try ScratchDirectory()
  }

  private func disclosure(_ number: Int, unit: String = "测试市甲局", published: String = "") -> Disclosure {
    var disclosure = Fixtures.large(30, hash: "00000000000000" + (number < 10 ? "0\(number)" : "\(number)"))
    disclosure.source.path = "\(number).txt"
    disclosure.identification.unitName = unit
    disclosure.identification.publishedOn = published
    return disclosure
  }

  /// Publishes a release of one partition: documents kept of `base`, and those read, in the order of `documents`.
  @discardableResult
  private func publish(
    _ runID: String, base: String? = nil, read: [Disclosure], documents: [PlacedDocument]
  ) throws -> [String: String] {
    let writer = try PartitionedReleaseWriter(
      output: output, runID: runID, base: base.map { "\(output)/releases/\($0)" })
    for disclosure in read { try writer.append(DocumentRendering(disclosure, style: .lines)) }
    try writer.endReading()
    let written = try writer.write(Partition(folder: place), documents: documents)
    try writer.publish(runRecord: Array("{}\n".utf8))
    return written.superseded
  }

  private func old(_ disclosure: Disclosure) -> PlacedDocument {
    PlacedDocument(id: disclosure.documentID, isNew: false)
  }
  private func new(_ disclosure: Disclosure) -> PlacedDocument {
    PlacedDocument(id: disclosure.documentID, isNew: true)
  }

  private func files() throws -> [String: Data] { try scratch.files(under: "\(output)/current/") }

  @Test func aMergedPartitionHasTheBytesOfOneThatIsWrittenAtOnce() throws {
    let all = (1...5).map { disclosure($0, unit: "测试市\"甲\"局,\n\($0)") }
    try publish("r1", read: all, documents: all.map(new))
    let expected = try files()
    try publish("r2", read: [all[0], all[2], all[4]], documents: [all[0], all[2], all[4]].map(new))
    try publish(
      "r3", base: "r2", read: [all[1], all[2], all[3]],
      documents: [old(all[0]), new(all[1]), new(all[2]), new(all[3]), old(all[4])])
    #expect(try files() == expected)
  }

  @Test func documentsThatAreNotNamedAreDropped() throws {
    let all = (1...4).map { disclosure($0) }
    try publish("r1", read: [all[1], all[2]], documents: [new(all[1]), new(all[2])])
    let expected = try files()
    try publish("r2", read: all, documents: all.map(new))
    try publish("r3", base: "r2", read: [], documents: [old(all[1]), old(all[2])])
    #expect(try files() == expected)
  }

  @Test func aDocumentWithoutRowsKeepsItsPlace() throws {
    var empty = disclosure(2)
    empty.figures = []
    let all = [disclosure(1), empty, disclosure(3)]
    try publish("r1", read: all, documents: all.map(new))
    let expected = try files()
    try publish("r2", base: "r1", read: [all[2]], documents: [old(all[0]), old(all[1]), new(all[2])])
    #expect(try files() == expected)
  }

  @Test func everyLineOfProvenanceNamesItsDocument() throws {
    try publish("r1", read: [disclosure(1)], documents: [new(disclosure(1))])
    let provenance = try scratch.text("out/current/provenance/\(place)/part.jsonl")
    let lines = provenance.split(separator: "\n")
    #expect(lines.count == 30)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"document_id\": \"0000000000000001\", \"dataset\": \"amounts\"") })
  }

  @Test func aDocumentIsOneLineOfCanonicalJSON() throws {
    try publish("r1", read: [disclosure(1), disclosure(2)], documents: [new(disclosure(1)), new(disclosure(2))])
    let lines = try scratch.text("out/current/canonical/\(place)/part.jsonl").split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
  }

  @Test func theLaterDisclosureOfAUnitAndYearSupersedesTheEarlier() throws {
    let first = disclosure(1, published: "2025-08-01")
    let second = disclosure(2, published: "2025-09-01")
    let superseded = try publish("r1", read: [first, second], documents: [new(first), new(second)])
    #expect(superseded == [first.documentID: second.documentID])
    #expect(try supersededBy() == [second.documentID, ""])
    let canonical = try scratch.text("out/current/canonical/\(place)/part.jsonl")
    #expect(canonical.contains("\"superseded_by\": \"\(second.documentID)\""))
  }

  @Test func withdrawingTheLaterDisclosureRestoresTheEarlier() throws {
    let first = disclosure(1, published: "2025-08-01")
    let second = disclosure(2, published: "2025-09-01")
    try publish("r1", read: [first], documents: [new(first)])
    let expected = try files()
    try publish("r2", read: [first, second], documents: [new(first), new(second)])
    try publish("r3", base: "r2", read: [], documents: [old(first)])
    #expect(try files() == expected)
  }

  @Test(arguments: [("2025-08-01", "2025-08-01"), ("", "2025-08-01"), ("", "")])
  func withoutTwoDatesNothingIsSuperseded(first: String, second: String) throws {
    let disclosures = [disclosure(1, published: first), disclosure(2, published: second)]
    #expect(try publish("r1", read: disclosures, documents: disclosures.map(new)).isEmpty)
  }

  @Test func disclosuresOfOneFileDoNotSupersedeEachOther() {
    let candidates = ["2025-08-01", "2025-09-01"].enumerated().map {
      Supersession.Candidate(id: "\($0.offset)", sourceHash: "same", place: ["甲"], publishedOn: $0.element)
    }
    #expect(Supersession.relations(of: candidates).isEmpty)
  }

  @Test func theDataPackageListsEveryPartWithItsHash() throws {
    try publish("r1", read: [disclosure(1)], documents: [new(disclosure(1))])
    let json = try JSONSerialization.jsonObject(with: Data(scratch.text("out/current/datapackage.json").utf8))
    let resources = try #require((json as? [String: Any])?["resources"] as? [[String: Any]])
    let amounts = try #require(resources.first { $0["name"] as? String == "amounts" })
    #expect(amounts["path"] as? [String] == ["amounts/\(place)/part.csv"])
    #expect((amounts["parts"] as? [[String: Any]])?.first?["bytes"] as? Int != nil)
  }

  private func supersededBy() throws -> [String] {
    try scratch.text("out/current/documents/\(place)/part.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
  }
}

import Accounts
import Classification
import Foundation
import Testing

@testable import Load

@Suite struct ReleaseDiffTests {
  private let scratch: ScratchDirectory

  init() throws {
    scratch = try ScratchDirectory()
  }

  private func disclosure(
    _ hash: String = "0123456789abcdef", path: String = "a.txt", amounts: [Int], rule: String = "read"
  ) -> Disclosure {
    var disclosure = Fixtures.large(0, hash: hash)
    disclosure.source.path = path
    disclosure.figures = amounts.enumerated().map { index, amount in
      var figure = Figure(
        key: CellKey(.gk03, .none, RowKey("20\(index + 1)"), .total),
        amount: Amount(thousandths: Int64(amount) * 1_000),
        printed: "\(amount)", span: SourceSpan(line: index + 1, column: 1))
      figure.steps = [
        ProvenanceStep(stage: "transform", rule: rule, before: "", after: "\(amount)", witnesses: [])
      ]
      return figure
    }
    return disclosure
  }

  private func diff(_ old: [Disclosure], _ new: [Disclosure]) throws -> (ReleaseDiff, [ValueChange]) {
    try publish(old, to: scratch.path, runID: "r1")
    try publish(new, to: scratch.path, runID: "r2")
    var diff = try ReleaseDiff(old: "\(scratch.path)/releases/r1", new: "\(scratch.path)/releases/r2")
    var changes: [ValueChange] = []
    try diff.run { changes.append($0) }
    return (diff, changes)
  }

  @Test func equalReleasesDifferInNothing() throws {
    let (diff, changes) = try diff([disclosure(amounts: [1, 2])], [disclosure(amounts: [1, 2])])
    #expect(changes.isEmpty)
    #expect(diff.unchanged == 2)
  }

  @Test func aValueThatChangesWithItsSourceIsDueToTheSource() throws {
    let (diff, changes) = try diff(
      [disclosure(amounts: [1, 2])], [disclosure("fedcba9876543210", amounts: [1, 3])])
    #expect(changes.map(\.cause) == [.source])
    #expect(changes.first?.old == "2" && changes.first?.new == "3")
    #expect(diff.unchanged == 1)
    #expect(diff.changedWithoutSource == 0)
  }

  @Test func aValueThatChangesWithoutItsSourceNamesTheRule() throws {
    let (diff, changes) = try diff(
      [disclosure(amounts: [1, 2])], [disclosure(amounts: [1, 3], rule: "new-rule")])
    #expect(changes.map(\.cause) == [.program])
    #expect(changes.first?.key == "gk03//202/total")
    #expect(diff.byRule == ["new-rule;read": 1])
  }

  @Test func valuesAppearAndDisappear() throws {
    let (diff, changes) = try diff(
      [disclosure(amounts: [1, 2]), disclosure("00000000000000aa", path: "gone.txt", amounts: [5])],
      [disclosure(amounts: [1]), disclosure("00000000000000bb", path: "came.txt", amounts: [6, 7])])
    #expect(diff.counts == [.disappeared: 2, .appeared: 2])
    #expect(Set(changes.map(\.sourcePath)) == ["a.txt", "gone.txt", "came.txt"])
    #expect(diff.changedWithoutSource == 1)
  }

  @Test func partitionedReleasesAreComparedWithoutReadingSharedFiles() throws {
    let (first, second) = (disclosure(amounts: [1, 2]), disclosure(amounts: [1, 3], rule: "new"))
    var other = disclosure("00000000000000cc", path: "b.txt", amounts: [9])
    other.identification.fiscalYear = FiscalYear(2020)
    let (touched, kept) = (
      Partition(year: 2024, divisionCode: "420103"), Partition(year: 2020, divisionCode: "420103")
    )
    let old = try PartitionedReleaseWriter(output: scratch.path, runID: "r1", base: nil)
    for disclosure in [first, other] { try old.append(DocumentRendering(disclosure, style: .lines)) }
    try old.endReading()
    _ = try old.write(touched, documents: [PlacedDocument(id: first.documentID, isNew: true)])
    let parts = try old.write(kept, documents: [PlacedDocument(id: other.documentID, isNew: true)]).parts
    try old.publish(runRecord: [])
    let new = try PartitionedReleaseWriter(output: scratch.path, runID: "r2", base: "\(scratch.path)/releases/r1")
    try new.append(DocumentRendering(second, style: .lines))
    try new.endReading()
    _ = try new.write(touched, documents: [PlacedDocument(id: second.documentID, isNew: true)])
    new.settle(kept: try new.keeping(parts).link())
    try new.publish(runRecord: [])
    var diff = try ReleaseDiff(old: "\(scratch.path)/releases/r1", new: "\(scratch.path)/current")
    try diff.run { _ in }
    #expect(diff.unchanged == 2)
    #expect(diff.byRule == ["new;read": 1])
  }
}

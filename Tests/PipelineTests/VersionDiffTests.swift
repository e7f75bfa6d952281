import Accounts
import Foundation
import Synthesis
import Testing

@testable import Load
@testable import Pipeline

/// Releases of two versions of the program, of which one lacks a rule, differ in that rule's values and no others.
@Suite struct VersionDiffTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder(inMemory: true)
  }

  @Test func aRuleLessChangesExactlyItsValues() throws {
    let disclosures = try disclosures()
    try publish(disclosures, "new")
    let rules = Set(disclosures.flatMap(\.figures).flatMap(\.steps).map(\.rule))
    #expect(rules.count > 1, "the sources need several rules")
    for rule in rules {
      let values = disclosures.flatMap { disclosure in
        disclosure.figures.filter { $0.amount != nil && $0.steps.contains { $0.rule == rule } }
          .map { "\(disclosure.documentID) \($0.key)" }
      }
      try publish(disclosures.map { without(rule, $0) }, "old-\(rule)")
      var diff = try ReleaseDiff(old: release("old-\(rule)"), new: release("new"))
      var changed: [ValueChange] = []
      try diff.run { changed.append($0) }
      #expect(changed.map { "\($0.documentID) \($0.key)" }.sorted() == values.sorted())
      #expect(changed.allSatisfy { $0.cause == .program && $0.rules == rule })
      #expect(diff.byRule == (values.isEmpty ? [:] : [rule: values.count]))
    }
  }

  /// What the program makes of a few damaged sources.
  private func disclosures() throws -> [Disclosure] {
    let plan = SynthesisPlan(documents: 8, seed: 31, damage: .random, layouts: [.tabs])
    let stages = StageRunner()
    return try (0..<8).flatMap { index in
      let file = "\(folder.path)/\(index).txt"
      try Data(plan.document(at: index).bytes).write(to: URL(fileURLWithPath: file))
      return stages.clean(try stages.extract(FilePath(file))).map(stages.transform)
    }
  }

  /// What a version without a rule makes of it: the rule's values stay open.
  private func without(_ rule: String, _ disclosure: Disclosure) -> Disclosure {
    var disclosure = disclosure
    for index in disclosure.figures.indices
    where disclosure.figures[index].steps.contains(where: { $0.rule == rule }) {
      disclosure.figures[index].amount = nil
      disclosure.figures[index].status = .ambiguous
      disclosure.figures[index].steps.removeAll { $0.rule == rule }
    }
    return disclosure
  }

  private func release(_ name: String) -> String { "\(folder.path)/out/releases/\(name)" }

  private func publish(_ disclosures: [Disclosure], _ name: String) throws {
    let writer = try PartitionedReleaseWriter(output: folder.path + "/out", runID: name, base: nil)
    let renderings = disclosures.map { DocumentRendering($0, style: .lines) }
    for rendering in renderings { try writer.append(rendering) }
    try writer.endReading()
    for (partition, documents) in Dictionary(grouping: renderings, by: \.partition) {
      _ = try writer.write(partition, documents: documents.map { PlacedDocument(id: $0.documentID, isNew: true) })
    }
    try writer.publish(runRecord: [])
  }
}

import Accounts
import Classification
import Clean
import Extract
import Synthesis
import Testing
import Transform

/// The narratives of generated disclosures, read from the files that they are printed in.
@Suite struct GeneratedNarrativesTests {
  private static let narratives = Result { try (UInt64(1)...120).map { try Narrative(seed: $0) } }

  @Test func everyFactIsRead() throws {
    for narrative in try Self.narratives.get() {
      let stated = Dictionary(narrative.stated.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      let read = Dictionary(narrative.read.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      for key in Set(stated.keys).union(read.keys) where stated[key] != read[key] {
        Issue.record(
          "seed \(narrative.seed), \(key): stated \(stated[key].map { "\($0)" } ?? "nothing"), read \(read[key].map { "\($0)" } ?? "nothing")"
        )
      }
    }
  }

  @Test(arguments: FactName.all)
  func everyFactIsStatedInAtLeastFourWordings(name: FactName) throws {
    var wordings: Set<String> = []
    for narrative in try Self.narratives.get() {
      for fact in narrative.read where fact.key.fact == name { wordings.insert(narrative.wording(of: fact)) }
    }
    #expect(wordings.count >= 4, "\(name.rawValue): \(wordings.sorted())")
  }
}

/// A generated disclosure as it is printed and read again.
private struct Narrative {
  let seed: UInt64
  let year: FiscalYear
  let stated: [FactTruth]
  let read: [Fact]
  private let lines: [[Unicode.Scalar]]

  init(seed: UInt64) throws {
    let disclosure = SyntheticDisclosure(seed: seed)
    let bytes = Renderer.render(disclosure, as: .tabs, encoding: .utf8)
    let document = try #require(Cleaner.clean(try Extractor.extract(bytes, path: "generated-\(seed).txt")).first)
    self.seed = seed
    year = disclosure.year
    stated = disclosure.facts
    read = Transformer.transform(document).facts
    lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.unicodeScalars)
    }
  }

  /// The words before and behind a figure, without numbers and without the name of its subject.
  func wording(of fact: Fact) -> String {
    let line = lines[fact.span.line - 1]
    var before = String(String.UnicodeScalarView(line[..<(fact.span.column - 1)]))
    let name = name(of: fact.key)
    if !name.isEmpty, let range = before.ranges(of: name).last { before = String(before[range.upperBound...]) }
    let behind = fact.span.lineEnd == fact.span.line ? line.dropFirst(fact.span.columnEnd).prefix(4) : []
    let words = before.suffix(10) + "…" + String(String.UnicodeScalarView(behind))
    return String(words.filter { !$0.isNumber && $0 != "." })
  }

  private func name(of key: FactKey) -> String {
    let table = key.fact.rawValue.hasPrefix("basic.") ? SubjectTable.economic(in: year) : .functional(in: year)
    return table[key.subject]?.name ?? key.subject
  }
}

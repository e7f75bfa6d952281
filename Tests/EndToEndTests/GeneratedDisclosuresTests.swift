import Accounts
import Clean
import Extract
import Synthesis
import Testing
import Transform

/// Disclosures of which all is known, through extract, clean and transform.
@Suite struct GeneratedDisclosuresTests {
  private static let seeds = UInt64(1)...40

  @Test(arguments: [Layout.tabs, .pipes, .semanticHTML, .officeHTML], seeds)
  func layoutsThatKeepCellsGiveTheTruth(layout: Layout, seed: UInt64) throws {
    let disclosure = SyntheticDisclosure(seed: seed)
    let encoding = TextEncoding.allCases[Int(seed) % TextEncoding.allCases.count]
    let read = try read(disclosure, as: layout, encoding: encoding)
    let truth = amounts(disclosure)
    let place = "seed \(seed), \(layout.rawValue), \(encoding.rawValue)"
    for figure in read.figures where figure.amount != truth[figure.key] {
      Issue.record("\(place), \(figure.key): \(comparison(truth[figure.key], figure))")
    }
    let found = Set(read.figures.map(\.key))
    for row in disclosure.truth where !found.contains(row.key) {
      Issue.record("\(place), \(row.key): expected \(row.amount), got nothing")
    }
    #expect(read.repairs.isEmpty, "\(place): \(read.repairs.prefix(3).map { "\($0.key) \($0.field) \($0.rule)" })")
  }

  @Test(arguments: [Layout.tabs, .pipes, .semanticHTML, .officeHTML], seeds)
  func identificationIsWhatTheTitlePageSays(layout: Layout, seed: UInt64) throws {
    let disclosure = SyntheticDisclosure(seed: seed)
    let identification = try read(disclosure, as: layout).identification
    let expected = disclosure.identification
    let place: Comment = "seed \(seed), \(layout.rawValue)"
    #expect(identification.reportKind == .finalAccount, place)
    #expect(identification.fiscalYear == expected.fiscalYear, place)
    #expect(identification.unitName == expected.unitName, place)
    #expect(identification.divisionCode == expected.divisionCode, place)
    #expect(identification.publishedOn == expected.publishedOn, place)
  }

  @Test(arguments: [Layout.spaces, .cells, .mixed], seeds)
  func layoutsThatLoseCellsGiveNoWrongValueAsCertain(layout: Layout, seed: UInt64) throws {
    let disclosure = SyntheticDisclosure(seed: seed)
    try expectNothingWrongIsCertain(disclosure, as: layout, "seed \(seed), \(layout.rawValue)")
  }

  @Test(arguments: Damage.allCases, UInt64(1)...8)
  func damageGivesNoWrongValueAsCertain(damage: Damage, seed: UInt64) throws {
    let disclosure = SyntheticDisclosure(seed: seed).damaged(by: [damage], seed: seed)
    let done = disclosure.damages.map { "\($0.form?.rawValue ?? ""): \($0.detail)" }.joined(separator: "; ")
    try expectNothingWrongIsCertain(disclosure, as: .tabs, "seed \(seed), \(done)")
  }

  private func expectNothingWrongIsCertain(
    _ disclosure: SyntheticDisclosure, as layout: Layout, _ place: String
  ) throws {
    let truth = amounts(disclosure)
    let read = try read(disclosure, as: layout)
    #expect(!read.figures.isEmpty, "\(place): nothing read")
    for figure in read.figures where figure.confidence >= Confidence(thousandths: 950) {
      // A zero that is not printed contradicts nothing.
      guard let amount = figure.amount, amount != truth[figure.key] ?? .zero else { continue }
      Issue.record("\(place), \(figure.key): \(comparison(truth[figure.key], figure))")
    }
  }

  /// `expected ..., got ... (status, confidence, "printed", line)`.
  private func comparison(_ expected: Amount?, _ figure: Figure) -> String {
    """
    expected \(expected?.description ?? "nothing"), got \(figure.amount?.description ?? "no value") \
    (\(figure.status.rawValue), \(figure.confidence), "\(figure.printed)", line \(figure.span?.line ?? 0))
    """
  }

  private func amounts(_ disclosure: SyntheticDisclosure) -> [CellKey: Amount] {
    Dictionary(disclosure.truth.map { ($0.key, $0.amount) }, uniquingKeysWith: { first, _ in first })
  }

  /// The one disclosure that the export of `disclosure` must give.
  private func read(
    _ disclosure: SyntheticDisclosure, as layout: Layout, encoding: TextEncoding = .utf8
  ) throws -> Disclosure {
    let bytes = Renderer.render(disclosure, as: layout, encoding: encoding)
    let path = "generated-\(disclosure.seed).\(layout.isHTML ? "html" : "txt")"
    let documents = Cleaner.clean(try Extractor.extract(bytes, path: path))
    #expect(documents.count == 1, "seed \(disclosure.seed), \(layout.rawValue)")
    return Transformer.transform(try #require(documents.first))
  }
}

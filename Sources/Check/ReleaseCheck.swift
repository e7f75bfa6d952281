import Load

/// Replays a release: reads everything that it publishes anew and checks that it agrees, adds up and proves itself.
///
/// It shares no code with the stages that made the release. Datasets are streamed; beside them one document is held in
/// memory at a time.
public struct ReleaseCheck {
  private let release: String
  private let inputs: [String]
  private let failures: Int

  /// Makes a check.
  ///
  /// - Parameters:
  ///   - release: the folder of the release, which holds `datapackage.json`.
  ///   - inputs: folders or files that the release was made from; empty to leave the sources out.
  ///   - failures: how many rows that do not hold are kept for the report; all are counted.
  public init(release: String, inputs: [String] = [], failures: Int = .max) {
    self.release = release
    self.inputs = inputs
    self.failures = failures
  }

  /// Checks everything.
  ///
  /// - Throws: `CheckError` where the release has no `documents.csv` that can be read.
  public func run() throws(CheckError) -> CheckReport {
    var journal = Journal(limit: failures)
    let shelves = ReleaseShelf.all(in: release)
    guard let first = shelves.first else {
      throw CheckError.unreadable(path: "\(release)/documents.csv", reason: "there is no such file")
    }
    var package = PackageCheck(release, shelves, &journal)
    ReleaseNames.check(release, shelves, &journal)
    let sources = SourceFinder(inputs)
    var tally = ReleaseTally()
    for shelf in shelves { check(shelf, &package, sources, &tally, &journal) }
    package.finish(&journal)
    RunRecordCheck.check(release, tally, listsAll: first.partition == nil, &journal)
    return journal.report
  }

  /// Checks the documents of a release, or of one of its partitions.
  private func check(
    _ shelf: ReleaseShelf, _ package: inout PackageCheck, _ sources: SourceFinder, _ tally: inout ReleaseTally,
    _ journal: inout Journal
  ) {
    var tables: [DatasetTable] = []
    for dataset in Dataset.all {
      if let table = DatasetTable(dataset.schema, in: shelf, &journal) { tables.append(table) }
    }
    guard let first = tables.firstIndex(where: { $0.name == "documents" }) else { return }
    var documents = tables.remove(at: first)
    let positions = Self.positions(shelf, &journal)
    let texts = DocumentTexts(shelf, &journal)
    var supersession = SupersessionCheck()
    while let row = documents.take(&journal) {
      journal.countDocument()
      checkPlace(row, shelf, tally, &journal)
      supersession.add(row, &journal)
      checkDocument(row, positions, &tables, texts, sources, &tally, &journal)
    }
    supersession.finish(&journal)
    tables.insert(documents, at: first)
    for index in tables.indices {
      let (bytes, sha256) = tables[index].finish(&journal)
      let schema = Dataset.all.first { $0.schema.name == tables[index].name }?.schema
      if let schema { package.compare(schema, in: shelf, bytes: bytes, sha256: sha256, &journal) }
    }
    texts.finish(positions, &journal)
  }

  /// Where each document stands in `documents`; its key must be unique.
  private static func positions(_ shelf: ReleaseShelf, _ journal: inout Journal) -> [String: Int] {
    var positions: [String: Int] = [:]
    let schema = Dataset.all.first { $0.schema.name == "documents" }?.schema
    guard let schema, let stream = TableStream("\(shelf.release)/\(shelf.path(of: schema))") else { return positions }
    while let row = stream.next {
      if positions.updateValue(positions.count, forKey: row["document_id"]) != nil {
        journal.fail(.schema, "documents", row["document_id"], "the key stands twice")
      }
      stream.advance()
    }
    return positions
  }

  /// A document stands in the partition of its year and division, and in no other.
  private func checkPlace(_ row: TableRow, _ shelf: ReleaseShelf, _ tally: ReleaseTally, _ journal: inout Journal) {
    guard let partition = shelf.partition else { return }
    let document = row["document_id"]
    journal.compare(
      .files, "documents", document, key: "partition", published: partition, expected: ReleaseShelf.partition(of: row),
      "the document")
    if tally.sources[document] != nil {
      journal.fail(.schema, "documents", document, published: partition, "another partition holds the document too")
    }
  }

  private func checkDocument(
    _ row: TableRow, _ positions: [String: Int], _ tables: inout [DatasetTable], _ texts: DocumentTexts,
    _ sources: SourceFinder, _ tally: inout ReleaseTally, _ journal: inout Journal
  ) {
    let id = row["document_id"]
    var rows: [String: [TableRow]] = [:]
    for index in tables.indices {
      rows[tables[index].name] = tables[index].rows(of: id, position: { positions[$0] }, &journal)
    }
    for (name, own) in rows { checkSharedColumns(name, own, row, &journal) }
    let (findings, repairs) = (rows["findings"] ?? [], rows["repairs"] ?? [])
    var document = PublishedDocument(
      id: id, row: row, amounts: rows["amounts"] ?? [], findings: findings, &journal)
    if let bytes = texts.canonical(of: id, position: { positions[$0] }, &journal) {
      document.readCanonical(bytes, &journal)
    }
    var narrative = NarrativeRows(rows, in: id, &journal)
    if let bytes = texts.provenance(of: id, position: { positions[$0] }, &journal) {
      DigestCheck.check(provenance: bytes, of: document, &journal)
      ProvenanceAgreement.read(bytes, into: document, &narrative, &journal)
    }
    CanonicalAgreement.check(document, rows, &journal)
    ProvenanceAgreement.checkRepairs(document, narrative, &journal)
    CounterCheck.check(document, repairs: repairs.count, &journal)
    NumberCheck.check(document, &journal)
    LegalityCheck.check(document, &journal)
    FactCheck.check(rows["facts"] ?? [], printed: narrative.printedFacts, in: id, &journal)
    ValueCheck.check(document, &journal)
    checkProofs(document, &journal)
    tally.add(document, repairs: repairs.count)
    if !inputs.isEmpty {
      let isAlone = !document.isFurther && positions["\(id)-2"] == nil
      SourceCheck(document, narrative, sources, isAlone: isAlone).check(&journal)
    }
  }

  private func checkProofs(_ document: PublishedDocument, _ journal: inout Journal) {
    guard !document.figures.isEmpty else { return }
    CodeCheck(document).check(&journal)
    let catalogue = Catalogue(document)
    IdentityCheck.check(document, catalogue, &journal)
    ConfidenceCheck.check(document, catalogue, &journal)
    WitnessCheck(document, catalogue).check(&journal)
    ForcedCheck(document, catalogue).check(&journal)
  }

  /// Every dataset repeats year, unit and division of its documents.
  private func checkSharedColumns(_ dataset: String, _ rows: [TableRow], _ document: TableRow, _ journal: inout Journal)
  {
    for row in rows {
      for column in ["fiscal_year", "unit_name", "division_code"] {
        journal.compare(
          .agreement, dataset, document["document_id"], key: column, published: row[column],
          expected: document[column], "documents.csv")
      }
    }
  }
}

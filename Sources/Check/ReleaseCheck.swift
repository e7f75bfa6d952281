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
    let package = PackageCheck(release, &journal)
    var tables: [DatasetTable] = []
    for dataset in Dataset.all {
      if let table = DatasetTable(dataset.schema, in: release, &journal) { tables.append(table) }
    }
    guard let first = tables.firstIndex(where: { $0.name == "documents" }) else {
      throw CheckError.unreadable(path: "\(release)/documents.csv", reason: "there is no such file")
    }
    var documents = tables.remove(at: first)
    let positions = Self.positions(release, &journal)
    let sources = SourceFinder(inputs)
    var tally = ReleaseTally()
    while let row = documents.take(&journal) {
      journal.countDocument()
      checkDocument(row, positions, &tables, sources, &tally, &journal)
    }
    tables.insert(documents, at: first)
    for index in tables.indices {
      let (bytes, sha256) = tables[index].finish(&journal)
      let schema = Dataset.all.first { $0.schema.name == tables[index].name }?.schema
      if let schema { package.compare(schema, bytes: bytes, sha256: sha256, &journal) }
    }
    DocumentFiles.check(release, documents: positions, &journal)
    RunRecordCheck.check(release, tally, &journal)
    return journal.report
  }

  /// Where each document stands in `documents.csv`; its key must be unique.
  private static func positions(_ release: String, _ journal: inout Journal) -> [String: Int] {
    var positions: [String: Int] = [:]
    guard let stream = TableStream("\(release)/documents.csv") else { return positions }
    while let row = stream.next {
      if positions.updateValue(positions.count, forKey: row["document_id"]) != nil {
        journal.fail(.schema, "documents", row["document_id"], "the key stands twice")
      }
      stream.advance()
    }
    return positions
  }

  private func checkDocument(
    _ row: TableRow, _ positions: [String: Int], _ tables: inout [DatasetTable], _ sources: SourceFinder,
    _ tally: inout ReleaseTally, _ journal: inout Journal
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
    document.readCanonical(in: release, &journal)
    var narrative = NarrativeRows(rows, in: id, &journal)
    ProvenanceAgreement.read(into: document, &narrative, in: release, &journal)
    CanonicalAgreement.check(document, rows, &journal)
    ProvenanceAgreement.checkRepairs(document, &journal)
    CounterCheck.check(document, repairs: repairs.count, &journal)
    LegalityCheck.check(document, &journal)
    FactCheck.check(rows["facts"] ?? [], in: id, &journal)
    ValueCheck.check(document, &journal)
    checkProofs(document, &journal)
    tally.add(document, repairs: repairs.count)
    if !inputs.isEmpty { SourceCheck(document, narrative, sources).check(&journal) }
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

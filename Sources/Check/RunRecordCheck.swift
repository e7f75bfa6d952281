import Accounts

/// What the documents of a release come to together, for comparison with `run.json`.
struct ReleaseTally {
  /// Documents by outcome.
  var documents: [String: Int] = [:]
  /// Amounts by status.
  var amounts: [String: Int] = [:]
  /// Findings by severity.
  var findings: [String: Int] = [:]
  /// All repairs.
  var repairs = 0
  /// The numeric tokens of the sources.
  var numbers = NumberCheck.Account()
  /// The source of each document: hash, size and path.
  var sources: [String: (sha256: String, bytes: String, path: String)] = [:]

  /// Counts a document.
  mutating func add(_ document: PublishedDocument, repairs: Int) {
    let isSetAside =
      document.row["outcome"] == "quarantined"
      && (document.row["report_kind"] == "budget" || document.findings.contains { $0.rule == "report-kind" })
    documents[isSetAside ? "set_aside" : document.row["outcome"], default: 0] += 1
    for figure in document.figures { amounts[figure.status.rawValue, default: 0] += 1 }
    for finding in document.findings { findings[finding.severity, default: 0] += 1 }
    if let own = NumberCheck.Account(document.canonical["numbers"]) { numbers += own }
    self.repairs += repairs
    sources[document.id] = (document.row["source_sha256"], document.row["source_bytes"], document.row["source_path"])
  }
}

/// Checks `run.json` against what the release holds.
struct RunRecordCheck {
  private let record: JSONNode
  private let tally: ReleaseTally

  /// Reads the run record of a release and checks it.
  ///
  /// - Parameter listsAll: whether it lists every input and all that is quarantined or set aside. The record of a
  ///   partitioned release counts the whole release and lists what its run has read.
  static func check(_ release: String, _ tally: ReleaseTally, listsAll: Bool, _ journal: inout Journal) {
    guard let bytes = ReleaseFiles.bytes(of: "\(release)/run.json") else {
      journal.fail(.runRecord, "run.json", "", "the file cannot be read")
      return
    }
    do throws(JSONReader.Problem) {
      let check = RunRecordCheck(record: try JSONReader.read(bytes), tally: tally)
      DigestCheck.check(bytes, names: check.record.lastScalar, "run.json", "", &journal)
      check.checkCounts(&journal)
      if listsAll { check.checkInputs(&journal) } else { check.checkSources(&journal) }
    } catch {
      journal.fail(.runRecord, "run.json", "", "it is no JSON: \(error.reason) at byte \(error.offset)")
    }
  }

  private func compare(_ key: String, _ published: Int?, _ expected: Int, _ journal: inout Journal) {
    journal.compare(
      .runRecord, "run.json", "", key: key, published: published.map(String.init) ?? "", expected: String(expected),
      "the release")
  }

  private func checkCounts(_ journal: inout Journal) {
    let counts = record["counts"]
    for (name, own) in [
      ("documents", tally.documents), ("amounts", tally.amounts), ("findings", tally.findings),
    ] {
      var left = own
      for (kind, count) in counts[name].members {
        compare("counts \(name) \(kind)", count.integer, left.removeValue(forKey: kind) ?? 0, &journal)
      }
      for (kind, count) in left.sorted(by: { $0.key < $1.key }) {
        compare("counts \(name) \(kind)", nil, count, &journal)
      }
    }
    compare("counts repairs", counts["repairs"].integer, tally.repairs, &journal)
    let numbers = tally.numbers
    for (name, count) in [
      ("tokens", numbers.tokens), ("values", numbers.values), ("declared", numbers.declared),
      ("unplaced", numbers.unplaced),
    ] {
      compare("counts numbers \(name)", counts["numbers"][name].integer, count, &journal)
    }
    let files = counts["files"]
    let parts = ["read", "duplicates", "failed"].compactMap { files[$0].integer }
    compare("counts files found", files["found"].integer, parts.reduce(0, +), &journal)
    let code = record["outcome"]["exit_code"].integer
    let isClean = record["quarantined"].elements.isEmpty
    compare("outcome exit_code", code, isClean ? 0 : 1, &journal)
  }

  /// Every document comes from one input with its hash, size and path, and every document of an input is there.
  private func checkInputs(_ journal: inout Journal) {
    compare("set_aside", record["set_aside"].elements.count, tally.documents["set_aside"] ?? 0, &journal)
    compare(
      "counts files duplicates", record["counts"]["files"]["duplicates"].integer,
      record["inputs"].elements.reduce(0) { $0 + $1["duplicates"].elements.count }, &journal)
    var left = tally.sources
    var read = 0
    for input in record["inputs"].elements {
      let path = input["path"].scalar
      if !input["document_ids"].elements.isEmpty { read += 1 }
      for document in input["document_ids"].texts {
        journal.apply(.runRecord)
        guard let source = left.removeValue(forKey: document) else {
          journal.fail(
            .runRecord, "run.json", document, key: path, "documents.csv has no such document, or it stands twice")
          continue
        }
        let own = (input["sha256"].scalar, input["bytes"].scalar, path)
        if own != (source.sha256, source.bytes, source.path) || !document.hasPrefix(source.sha256.prefix(16)) {
          journal.fail(
            .runRecord, "run.json", document, key: path, published: "\(own.0) \(own.1) \(own.2)",
            "documents.csv says \(source.sha256) \(source.bytes) \(source.path)")
        }
      }
    }
    for document in left.keys.sorted() {
      journal.fail(.runRecord, "documents", document, "run.json names no input that gave it")
    }
    let counted = record["counts"]["files"]["read"].integer ?? 0
    if counted > record["inputs"].elements.count || counted > read {
      compare("counts files read", counted, read, &journal)
    }
  }

  /// Every source that was read gave a document, and no other did but those that failed.
  private func checkSources(_ journal: inout Journal) {
    let files = record["counts"]["files"]
    let read = files["read"].integer ?? 0
    let sources = Set(tally.sources.values.map(\.sha256)).count
    journal.apply(.runRecord)
    if sources < read || sources > read + (files["failed"].integer ?? 0) {
      journal.fail(
        .runRecord, "run.json", key: "counts files read", published: String(read),
        "documents come from \(sources) sources")
    }
  }
}

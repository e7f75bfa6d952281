import Accounts
import Classification
import FoundationEssentials
import GRDB
import Load

/// What a run writes into the state of the documents that it has read.
extension StateStore {
  /// The id of a fingerprint, entered if need be.
  func id(of fingerprint: Fingerprint) throws(RunError) -> Int64 {
    try access { db in
      let values: StatementArguments = [
        fingerprint.version, fingerprint.program, fingerprint.configuration, fingerprint.reference,
      ]
      try db.execute(
        sql: "INSERT OR IGNORE INTO fingerprint (version, program, configuration, reference) VALUES (?, ?, ?, ?)",
        arguments: values)
      return try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM fingerprint WHERE version = ? AND program = ? AND configuration = ? AND reference = ?
          """, arguments: values) ?? 0
    }
  }

  /// The hash of a source; nil where its bytes could not be read.
  func hash(of row: Int64) throws(RunError) -> String? {
    try access { db in
      try String.fetchOne(db.cachedStatement(sql: "SELECT sha256 FROM source WHERE id = ?"), arguments: [row])
    }
  }

  /// Enters what was read of a source.
  func enter(
    _ source: ProcessedSource, row: Int64, fingerprint: Int64, runID: String, decisions: String
  ) throws(RunError) {
    try access { db in
      try db.cachedStatement(
        sql:
          "UPDATE source SET pending = 0, fingerprint = ?, outcome = 'read', run = ?, decisions = ?, stale = ? WHERE id = ?"
      ).execute(arguments: [
        fingerprint, runID, decisions,
        source.stale.isEmpty ? "" : String(decoding: try JSONEncoder().encode(source.stale), as: UTF8.self), row,
      ])
      for (index, document) in source.documents.enumerated() {
        try enter(document, ordinal: index + 1, of: row, db)
        if let entry = document.quarantine, !document.isSetAside {
          try record(entry, of: row, db)
        }
      }
      if let failure = source.failure { try record(failure, of: row, fingerprint: fingerprint, db) }
    }
  }

  private func enter(_ document: ProcessedSource.Document, ordinal: Int, of source: Int64, _ db: Database) throws {
    let rendering = document.rendering
    let counts = rendering.counts
    let all = FormSet.finalAccount.forms.map(\.rawValue)
    let forms = rendering.formsFilled.reduce(0) { set, form in set | (all.firstIndex(of: form).map { 1 << $0 } ?? 0) }
    var values: [any DatabaseValueConvertible] = [
      rendering.documentID, source, ordinal, rendering.partition.folder,
      document.isSetAside ? "set_aside" : rendering.outcome.rawValue, forms, counts.unresolved, counts.repaired,
    ]
    values += Status.allCases.map { counts.byStatus[$0] ?? 0 }
    values += [counts.errors, counts.warnings, counts.infos]
    values += [counts.numbersUsed, counts.numbersDeclared, counts.numbersUnplaced]
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO document (id, source, ordinal, partition, outcome, forms, unresolved, repairs,
          \(Status.allCases.map(\.rawValue).joined(separator: ", ")), errors, warnings, infos,
          numbers_used, numbers_declared, numbers_unplaced)
        VALUES (\(values.map { _ in "?" }.joined(separator: ", ")))
        """
    ).execute(arguments: StatementArguments(values))
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO fresh (id) VALUES (?)").execute(
      arguments: [rendering.documentID])
  }

  /// Enters why a source, or a document of it, was not read.
  func record(_ failure: StageFailure, of row: Int64, fingerprint: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE source SET fingerprint = ? WHERE id = ?").execute(arguments: [fingerprint, row])
    try record(QuarantineEntry(failure, documentID: nil), of: row, db)
  }

  private func record(_ entry: QuarantineEntry, of row: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE source SET outcome = 'quarantined', stage = ?, reason = ?, message = ?, transient = ? WHERE id = ?
        """
    ).execute(arguments: [entry.stage, entry.reason, entry.message, entry.transient, row])
  }

  /// The documents of a partition in the order of their sources, with whether this run has read them.
  func documents(in partition: Partition) throws(RunError) -> [PlacedDocument] {
    try access { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT document.id, fresh.id IS NOT NULL FROM document JOIN source ON source.id = document.source
            LEFT JOIN fresh ON fresh.id = document.id WHERE partition = ? ORDER BY path, root, ordinal
            """), arguments: [partition.folder]
      ).map { PlacedDocument(id: $0[0], isNew: $0[1]) }
    }
  }

  /// The partitions that have documents.
  func partitions() throws(RunError) -> [Partition] {
    try access { try String.fetchAll($0, sql: "SELECT DISTINCT partition FROM document ORDER BY partition") }
      .map { Partition(folder: $0) }
  }

  /// The files of a partition in the release that the state describes.
  func parts(of partition: Partition) throws(RunError) -> [WrittenPart] {
    try access { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT kind, bytes, sha256 FROM part WHERE partition = ? ORDER BY kind"),
        arguments: [partition.folder]
      ).map { WrittenPart(kind: $0[0], partition: partition, bytes: $0[1], sha256: $0[2]) }
    }
  }

  /// Replaces the files of a partition.
  func replace(partsOf partition: Partition, with parts: [WrittenPart]) throws(RunError) {
    try access { db in
      try db.cachedStatement(sql: "DELETE FROM part WHERE partition = ?").execute(arguments: [partition.folder])
      for part in parts {
        try db.cachedStatement(sql: "INSERT INTO part (partition, kind, bytes, sha256) VALUES (?, ?, ?, ?)").execute(
          arguments: [partition.folder, part.kind, part.bytes, part.sha256])
      }
    }
  }

  /// The decisions that do not hold any more: their evidence changed, or no source has their bytes.
  func staleDecisions(_ book: DecisionBook) throws(RunError) -> [StaleDecision] {
    try access { db in
      var stale: [StaleDecision] = []
      for text in try String.fetchAll(db, sql: "SELECT stale FROM source WHERE stale <> '' ORDER BY path, root") {
        stale += (try? JSONDecoder().decode([StaleDecision].self, from: Data(text.utf8))) ?? []
      }
      for sha256 in book.sources {
        let isKnown = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM source WHERE sha256 = ?)", arguments: [sha256])
        if isKnown == true { continue }
        stale += book.decisions(about: sha256).map {
          StaleDecision(document: $0.documentID, key: $0.key, message: "no source has these bytes any more")
        }
      }
      return stale
    }
  }

  /// The release that the state describes; nil before the first.
  func release() throws(RunError) -> String? { try value(of: "release") }

  /// Lets the state describe a release.
  func setRelease(_ runID: String) throws(RunError) { try set("release", to: runID) }

  /// A value that is kept from run to run.
  func value(of key: String) throws(RunError) -> String? {
    try access { try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key]) }
  }

  /// Keeps a value.
  func set(_ key: String, to value: String) throws(RunError) {
    try access {
      try $0.execute(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }

  /// Forgets all sources: the release that it describes is gone, so that everything is read again.
  func forgetEverything() throws(RunError) {
    try access { db in
      try db.execute(sql: "DELETE FROM source; DELETE FROM document; DELETE FROM part; DELETE FROM meta;")
    }
  }
}

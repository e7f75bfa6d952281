import Accounts
import FoundationEssentials
import GRDB
import Load

/// A source whose documents are to be read in this run.
struct PendingSource: Sendable {
  /// Its row in the state.
  var row: Int64
  /// Its file.
  var file: InputFile
}

extension FoundFiles {
  /// The source whose turn is of that number, counted from 1.
  func source(inTurn number: Int) throws(RunError) -> PendingSource {
    try access { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT source, \(InputFile.columns) FROM turn JOIN file ON file.id = turn.file WHERE turn.id = ?"),
        arguments: [number])
      guard let row else { preconditionFailure("not that many sources have a turn") }
      return PendingSource(row: row[0], file: InputFile(row, from: 1))
    }
  }
}

/// Writes into the state what a run learns of its sources before it reads their documents.
struct PendingSources {
  let store: StateStore
  let files: FoundFiles
  /// The id of the fingerprint of this run.
  let fingerprint: Int64
  let runID: String
  /// Files modified at this time or later may change again without their time showing it.
  let racyTime: Int
  /// The partitions that lose documents.
  private(set) var touched: Set<String> = []
  /// Sources that could not be read.
  private(set) var failures: [StageFailure] = []

  init(store: StateStore, files: FoundFiles, fingerprint: Int64, runID: String, racyTime: Int) {
    self.store = store
    self.files = files
    self.fingerprint = fingerprint
    self.runID = runID
    self.racyTime = racyTime
  }

  /// Enters one source.
  mutating func add(_ hashed: HashedSource) throws(RunError) {
    var pending = self
    try store.access { db in
      if let failure = hashed.failure {
        try pending.fail(hashed, failure, db)
      } else {
        switch (hashed.change.cause, hashed.change.row) {
        case (.withdrawn, let row?): try pending.withdraw(row, db)
        case (.stale, let row?): try pending.drop(documentsOf: row, db)
        case (_, let row?): try pending.update(row, hashed, db)
        case (_, nil): try pending.insert(hashed, db)
        }
      }
    }
    self = pending
  }

  /// Decides which of several sources with the same bytes stands for all: the first in their order.
  mutating func electLeaders() throws(RunError) {
    var pending = self
    try store.access { db in
      // One after the other: a list of all would be as long as the archive.
      let hashes = try String.fetchCursor(db, sql: "SELECT sha256 FROM affected ORDER BY sha256")
      while let hash = try hashes.next() {
        let rows = try Row.fetchAll(
          db.cachedStatement(sql: "SELECT id, leads FROM source WHERE sha256 = ? ORDER BY path, root"),
          arguments: [hash])
        for (index, row) in rows.enumerated() {
          let (id, leads) = (row[0] as Int64, row[1] as Bool)
          if index == 0, !leads {
            try pending.set("leads = 1, pending = 1", of: id, db)
          } else if index > 0, leads {
            try pending.drop(documentsOf: id, db)
            try pending.set("leads = 0, pending = 0, outcome = 'duplicate'", of: id, db)
          } else if index > 0 {
            try pending.set("pending = 0, outcome = 'duplicate', fingerprint = NULL", of: id, db)
          }
        }
      }
    }
    self = pending
  }

  /// Gives the sources whose documents are to be read their turns, in their order, and says how many those are.
  func giveTurns() throws(RunError) -> Int {
    try files.access { list in
      let turn = try list.makeStatement(
        sql: "INSERT INTO turn (source, file) SELECT ?, id FROM file WHERE path = ? AND root = ?")
      try store.access { db in
        let rows = try Row.fetchCursor(
          db, sql: "SELECT id, path, root FROM source WHERE pending AND leads ORDER BY path, root")
        while let row = try rows.next() {
          try turn.execute(arguments: [row[0] as Int64, row[1] as Data, row[2] as String])
        }
      }
      return try Int.fetchOne(list, sql: "SELECT COUNT(*) FROM turn") ?? 0
    }
  }

  private func insert(_ hashed: HashedSource, _ db: Database) throws {
    guard let file = hashed.change.file else { return }
    try db.cachedStatement(
      sql: "INSERT INTO source (root, path, size, modified, sha256, pending, run) VALUES (?, ?, ?, ?, ?, 1, ?)"
    ).execute(
      arguments: [
        file.root, Data(file.relativePath.bytes), file.size, storedTime(of: file), hashed.sha256, runID,
      ])
    try affect(hashed.sha256, db)
  }

  private mutating func update(_ row: Int64, _ hashed: HashedSource, _ db: Database) throws {
    guard let file = hashed.change.file else { return }
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT sha256, fingerprint, stage, leads FROM source WHERE id = ?"), arguments: [row])
    try db.cachedStatement(sql: "UPDATE source SET size = ?, modified = ?, retry = 0 WHERE id = ?").execute(
      arguments: [file.size, storedTime(of: file), row])
    let (sha256, madeBy) = (known?["sha256"] as String?, known?["fingerprint"] as Int64?)
    let leads = known?["leads"] as Bool? ?? false
    if hashed.change.cause == .changed, sha256 == hashed.sha256, madeBy == fingerprint || !leads { return }
    try affect(sha256, db)
    try affect(hashed.sha256, db)
    try drop(documentsOf: row, db)
    try db.cachedStatement(sql: "UPDATE source SET sha256 = ?, leads = 0 WHERE id = ?").execute(
      arguments: [hashed.sha256, row])
  }

  private mutating func withdraw(_ row: Int64, _ db: Database) throws {
    try affect(String.fetchOne(db, sql: "SELECT sha256 FROM source WHERE id = ?", arguments: [row]), db)
    try drop(documentsOf: row, db)
    try db.cachedStatement(sql: "DELETE FROM source WHERE id = ?").execute(arguments: [row])
  }

  private mutating func fail(_ hashed: HashedSource, _ failure: StageFailure, _ db: Database) throws {
    failures.append(failure)
    var id = hashed.change.row
    if let row = id {
      try withdraw(row, db)
      id = nil
    }
    try insert(hashed, db)
    try set("pending = 0", of: db.lastInsertedRowID, db)
    try store.record(failure, of: db.lastInsertedRowID, fingerprint: fingerprint, db)
  }

  /// Forgets the documents of a source and lets it be read.
  private mutating func drop(documentsOf row: Int64, _ db: Database) throws {
    touched.formUnion(
      try String.fetchAll(
        db.cachedStatement(sql: "SELECT DISTINCT partition FROM document WHERE source = ?"), arguments: [row]))
    try db.cachedStatement(sql: "DELETE FROM document WHERE source = ?").execute(arguments: [row])
    try set(
      "pending = 1, retry = 0, outcome = '', stage = '', reason = '', message = '', transient = 0", of: row, db)
  }

  private func set(_ assignments: String, of row: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE source SET \(assignments) WHERE id = ?").execute(arguments: [row])
  }

  private func affect(_ sha256: String?, _ db: Database) throws {
    guard let sha256 else { return }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO affected (sha256) VALUES (?)").execute(arguments: [sha256])
  }

  /// The time that the next run compares: none where the file may yet change within the clock's tick.
  private func storedTime(of file: InputFile) -> Int { file.modified >= racyTime ? -1 : file.modified }
}

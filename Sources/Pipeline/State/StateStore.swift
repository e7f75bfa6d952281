import FoundationEssentials
import GRDB
import Load

/// What a pipeline knows of its sources from one run to the next: a SQLite database beside the releases.
///
/// It describes one release, the one that its last run published or found unchanged, and is written only when that
/// release is on disk: it may be older than `current`, never newer. Whoever cannot believe it reads the sources again.
final class StateStore: Sendable {
  /// The name of the database within the output folder.
  static let fileName = "state.sqlite"
  /// The layout of the tables; a database of another one is put aside.
  private static let layout = 2

  private let queue: DatabaseQueue
  /// Whether it can only be read.
  let isReadOnly: Bool

  /// Opens the state of an output folder for a run; one that cannot be read is replaced by an empty one.
  convenience init(output: String) throws(RunError) {
    let path = "\(output)/\(Self.fileName)"
    do {
      try self.init(path: path)
      if try Self.isForeign(self) { throw DatabaseError(resultCode: .SQLITE_NOTADB) }
    } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) {
      for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
      do { try self.init(path: path) } catch { throw Self.failure(error) }
    } catch {
      throw Self.failure(error)
    }
  }

  private init(path: String) throws {
    isReadOnly = false
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true  // one transaction spans a run
    configuration.journalMode = .wal  // status and quarantine can be asked while a run writes
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { db in
      if try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 { try Self.createTables(db) }
    }
  }

  /// Opens the state of an output folder for reading only; nil where there is none.
  static func forReading(output: String) throws(RunError) -> StateStore? {
    let path = "\(output)/\(fileName)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      let store = try StateStore(readingAt: path)
      return try isForeign(store) ? nil : store
    } catch {
      throw failure(error)
    }
  }

  private init(readingAt path: String) throws {
    isReadOnly = true
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func isForeign(_ store: StateStore) throws -> Bool {
    try store.queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA user_version") } != layout
  }

  /// Runs `body` in the database; its errors are failures to read or write the state.
  func access<Result>(_ body: (Database) throws -> Result) throws(RunError) -> Result {
    try queue.access(orThrow: Self.failure, body)
  }

  /// Begins the transaction of a run: nothing of it lasts before `commit`.
  func begin() throws(RunError) {
    try access { db in
      try db.beginTransaction(.immediate)
      try db.execute(
        sql: """
          -- What is kept of these tables in memory does not grow with the archive.
          PRAGMA main.cache_size = -1024;
          PRAGMA temp.cache_size = -256;
          CREATE TEMP TABLE IF NOT EXISTS affected (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
          CREATE TEMP TABLE IF NOT EXISTS fresh (id TEXT PRIMARY KEY) WITHOUT ROWID;
          DELETE FROM affected; DELETE FROM fresh;
          """)
    }
  }

  /// Makes all that was written since `begin` last.
  func commit() throws(RunError) {
    try access { try $0.commit() }
  }

  /// Forgets all that was written since `begin`.
  func rollback() throws(RunError) {
    try access { db in
      if db.isInsideTransaction { try db.rollback() }
    }
  }

  private static func failure(_ error: any Error) -> RunError {
    RunError(.inputOutput, "The state (\(fileName)) cannot be read or written: \(error).")
  }

  private static func createTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE fingerprint (
          id INTEGER PRIMARY KEY, version TEXT NOT NULL, program TEXT NOT NULL, configuration TEXT NOT NULL,
          reference TEXT NOT NULL, UNIQUE (version, program, configuration, reference));
        CREATE TABLE source (
          id INTEGER PRIMARY KEY, root TEXT NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL,
          modified INTEGER NOT NULL, sha256 TEXT, leads INTEGER NOT NULL DEFAULT 0,
          pending INTEGER NOT NULL DEFAULT 0, retry INTEGER NOT NULL DEFAULT 0, fingerprint INTEGER,
          outcome TEXT NOT NULL DEFAULT '', stage TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
          message TEXT NOT NULL DEFAULT '', transient INTEGER NOT NULL DEFAULT 0, run TEXT NOT NULL DEFAULT '',
          decisions TEXT NOT NULL DEFAULT '', stale TEXT NOT NULL DEFAULT '',
          UNIQUE (path, root));
        CREATE INDEX source_sha256 ON source (sha256);
        CREATE INDEX source_pending ON source (pending) WHERE pending;
        CREATE INDEX source_failed ON source (stage) WHERE stage <> '';
        CREATE TABLE document (
          id TEXT PRIMARY KEY, source INTEGER NOT NULL, ordinal INTEGER NOT NULL, partition TEXT NOT NULL,
          outcome TEXT NOT NULL, forms INTEGER NOT NULL, unresolved INTEGER NOT NULL, repairs INTEGER NOT NULL,
          reported INTEGER NOT NULL, aligned INTEGER NOT NULL, corrected INTEGER NOT NULL, derived INTEGER NOT NULL,
          ambiguous INTEGER NOT NULL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL, infos INTEGER NOT NULL,
          numbers_used INTEGER NOT NULL, numbers_declared INTEGER NOT NULL, numbers_unplaced INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX document_source ON document (source);
        CREATE INDEX document_partition ON document (partition);
        CREATE TABLE part (
          partition TEXT NOT NULL, kind TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
          PRIMARY KEY (partition, kind)) WITHOUT ROWID;
        PRAGMA user_version = \(layout);
        """)
  }
}

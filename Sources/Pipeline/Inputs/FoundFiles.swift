import FoundationEssentials
import GRDB

/// The files that a run has found, and what it has to do with them: lists on disk, in a database without a name that is
/// gone with the run, since those of a whole archive would take more memory than all the rest of the run.
public final class FoundFiles: Sendable {
  private let queue: DatabaseQueue

  /// Makes empty lists.
  init() throws(RunError) {
    do {
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true  // one transaction, never committed: nothing of it is to last
      queue = try DatabaseQueue(path: "", configuration: configuration)
      try queue.inDatabase { db in
        try db.execute(
          sql: """
            -- What is kept in memory does not grow with the lists.
            PRAGMA cache_size = -256;
            PRAGMA journal_mode = OFF;
            CREATE TABLE file (
              id INTEGER PRIMARY KEY, path BLOB NOT NULL, root TEXT NOT NULL, input INTEGER NOT NULL,
              other BLOB, size INTEGER NOT NULL, modified INTEGER NOT NULL, UNIQUE (path, root));
            CREATE TABLE change (
              id INTEGER PRIMARY KEY, cause TEXT NOT NULL, why TEXT NOT NULL, source INTEGER, file INTEGER);
            CREATE TABLE turn (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, file INTEGER NOT NULL);
            """)
        try db.beginTransaction()
      }
    } catch {
      throw Self.failure(error)
    }
  }

  /// Runs `body` in the database of the lists.
  func access<Result>(_ body: (Database) throws -> Result) throws(RunError) -> Result {
    try queue.access(orThrow: Self.failure, body)
  }

  /// Adds a file that was found under the input of that place among the inputs, unless it is there already.
  func add(_ file: InputFile, input: Int) throws(RunError) {
    try access { db in
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO file (path, root, input, other, size, modified) VALUES (?, ?, ?, ?, ?, ?)"
      ).execute(
        arguments: [
          Data(file.relativePath.bytes), file.root, input, file.otherPath.map { Data($0.bytes) }, file.size,
          file.modified,
        ])
    }
  }

  /// How many there are.
  func count() throws(RunError) -> Int {
    try access { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM file") ?? 0 }
  }

  /// All of them in memory, by relative path as bytes and then in the order of the inputs.
  func all() throws(RunError) -> [InputFile] {
    try access { db in
      try Row.fetchAll(db, sql: "SELECT \(InputFile.columns) FROM file ORDER BY path, input").map { InputFile($0) }
    }
  }

  private static func failure(_ error: any Error) -> RunError {
    RunError(.inputOutput, "The list of the files found cannot be kept in the folder of temporary files: \(error).")
  }
}

extension InputFile {
  /// The columns of the list that `init(_:from:)` reads.
  static let columns = "path, root, other, size, modified"

  /// The file that a row of the list holds from that column on.
  init(_ row: Row, from column: Int = 0) {
    let other = row[column + 2] as Data?
    self.init(
      root: row[column + 1], relativePath: FilePath(bytes: row[column] as Data), otherPath: other.map(FilePath.init),
      size: row[column + 3], modified: row[column + 4])
  }
}

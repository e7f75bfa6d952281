import FoundationEssentials
import GRDB
import Glibc

/// The sources of a partitioned pipeline that could not be read, from run to run.
public struct Quarantine {
  /// A source in quarantine.
  public struct Entry: Encodable, Hashable, Sendable {
    /// Its path relative to its input.
    public var path: String
    /// The input that it stands under.
    public var input: String
    /// The stage that gave up.
    public var stage: String
    /// A stable id of the reason.
    public var reason: String
    /// One sentence for people.
    public var message: String
    /// Whether the next run tries again of itself.
    public var transient: Bool
    /// Whether the next run tries again because somebody asked for it.
    public var retry: Bool
    /// The run that gave up.
    public var run: String
  }

  private let output: String

  /// The quarantine of an output folder.
  public init(output: String) {
    self.output = output
  }

  /// The sources in it, by path.
  ///
  /// - Throws: a `RunError` of status `inputMissing` where the output has no state.
  public func entries() throws(RunError) -> [Entry] {
    guard let store = try StateStore.forReading(output: output) else { throw noState }
    return try store.access { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT path, root, stage, reason, message, transient, retry, run FROM source WHERE stage <> ''
          ORDER BY path, root
          """
      ).map { row in
        Entry(
          path: FilePath(bytes: row[0] as Data).description, input: row[1], stage: row[2], reason: row[3],
          message: row[4], transient: row[5], retry: row[6], run: row[7])
      }
    }
  }

  /// Lets the next run try sources again whose path one of the globs matches, or all; gives how many those are.
  public func retry(_ globs: [String]) throws(RunError) -> Int {
    guard access("\(output)/\(StateStore.fileName)", F_OK) == 0 else { throw noState }
    let lock = try OutputLock(output: output)
    defer { lock.release() }
    let store = try StateStore(output: output)
    return try store.access { db in
      var count = 0
      for row in try Row.fetchAll(db, sql: "SELECT id, path FROM source WHERE stage <> ''") {
        let path = FilePath(bytes: row[1] as Data)
        let isMeant = globs.isEmpty || path.matches(anyOf: globs)
        if !isMeant { continue }
        try db.execute(sql: "UPDATE source SET retry = 1 WHERE id = ?", arguments: [row[0] as Int64])
        count += 1
      }
      return count
    }
  }

  private var noState: RunError {
    RunError(.inputMissing, "There is no state of a partitioned pipeline in \(output).")
  }
}

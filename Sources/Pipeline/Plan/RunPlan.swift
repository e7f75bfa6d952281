import FoundationEssentials
import GRDB
import Load

/// What a run would do, and why; nothing is written, and no source is read.
public struct RunPlan: Sendable {
  /// A source that the run would read or forget.
  public struct Entry: Sendable {
    /// Its path relative to its input.
    public var path: String
    /// The input that it stands under.
    public var input: String
    /// Why.
    public var cause: SourceChange.Cause
  }

  /// The sources, in their order.
  public var entries: [Entry] = []
  /// Sources that stay as they are.
  public var unchanged = 0
  /// Sources that are not selected.
  public var unselected = 0
  /// Folders and links that cannot be followed.
  public var failures = 0
  /// The release that the run builds on; nil where it starts anew.
  public var base: String?
  /// Partitions of that release whose documents would be read again or forgotten.
  public var partitions: [String] = []

  /// Plans a run.
  public static func make(_ configuration: PipelineConfiguration) throws(RunError) -> RunPlan {
    let found = try InputDiscovery.discover(configuration.inputs)
    var plan = RunPlan()
    var store: StateStore?
    if configuration.partitioning != .none { store = try StateStore.forReading(output: configuration.output) }
    if let release = try store?.release(),
      FileManager.default.fileExists(atPath: "\(configuration.output)/releases/\(release)")
    {
      plan.base = release
    } else {
      store = nil
    }
    let scan = try SourceScan.run(
      found, store: store, fingerprint: Fingerprint.current(configuration, store: store),
      selection: configuration.selection,
      isFullRefresh: configuration.isFullRefresh,
      book: configuration.decisions.map(DecisionFile.read) ?? DecisionBook())
    plan.unchanged = scan.unchanged
    plan.unselected = scan.unselected
    plan.failures = found.failures.count
    var rows: [Int64] = []
    for number in 0..<scan.changes {
      let change = try found.files.change(number + 1)
      plan.entries.append(try entry(change, store))
      if let row = change.row { rows.append(row) }
    }
    plan.partitions = try store?.partitions(of: rows) ?? []
    return plan
  }

  private static func entry(_ change: SourceChange, _ store: StateStore?) throws(RunError) -> Entry {
    if let file = change.file { return Entry(path: file.name, input: file.root, cause: change.cause) }
    let known = try change.row.flatMap { row throws(RunError) in try store?.place(of: row) }
    return Entry(path: known?.path ?? "", input: known?.root ?? "", cause: change.cause)
  }
}

extension StateStore {
  /// Where a source stands.
  func place(of row: Int64) throws(RunError) -> (path: String, root: String)? {
    try access { db in
      try Row.fetchOne(db, sql: "SELECT path, root FROM source WHERE id = ?", arguments: [row]).map {
        (FilePath(bytes: $0[0] as Data).description, $0[1])
      }
    }
  }

  /// The partitions of the documents of sources, in order.
  func partitions(of rows: [Int64]) throws(RunError) -> [String] {
    try access { db in
      var partitions: Set<String> = []
      let statement = try db.cachedStatement(sql: "SELECT DISTINCT partition FROM document WHERE source = ?")
      for row in rows { partitions.formUnion(try String.fetchAll(statement, arguments: [row])) }
      return partitions.sorted()
    }
  }
}

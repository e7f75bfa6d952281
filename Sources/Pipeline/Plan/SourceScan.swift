import Accounts
import FoundationEssentials
import GRDB
import Load

/// Compares the files that are there with the sources that the state knows, by size and time: no file is read.
///
/// What the run has something to do with is put into the list of changes, in the order of the sources.
struct SourceScan {
  /// How many sources are read or forgotten, by cause.
  private(set) var counts: [String: Int] = [:]
  /// Sources that stay as they are.
  private(set) var unchanged = 0
  /// Sources that are not selected.
  private(set) var unselected = 0

  private let found: DiscoveredInputs
  private let selection: Selection
  private let isFullRefresh: Bool
  private let staleness: [Int64: String]
  private let book: DecisionBook

  /// The row of a known source, as far as it matters here.
  private struct Known {
    var id: Int64
    var root: String
    var path: FilePath
    var size: Int
    var modified: Int
    var leads: Bool
    var fingerprint: Int64?
    var mayTryAgain: Bool
    var sha256: String?
    var decisions: String

    init(_ row: Row) {
      id = row[0]
      root = row[1]
      path = FilePath(bytes: row[2] as Data)
      size = row[3]
      modified = row[4]
      leads = row[5]
      fingerprint = row[6]
      mayTryAgain = row[7]
      sha256 = row[8]
      decisions = row[9]
    }
  }

  private init(
    _ found: DiscoveredInputs, store: StateStore?, fingerprint: Fingerprint, selection: Selection, isFullRefresh: Bool,
    book: DecisionBook = DecisionBook()
  ) throws(RunError) {
    self.found = found
    self.selection = selection
    self.isFullRefresh = isFullRefresh
    self.book = book
    staleness = try store?.staleness(under: fingerprint) ?? [:]
  }

  /// Scans.
  ///
  /// - Parameter store: the state; nil where there is none.
  static func run(
    _ found: DiscoveredInputs, store: StateStore?, fingerprint: Fingerprint, selection: Selection, isFullRefresh: Bool,
    book: DecisionBook = DecisionBook()
  ) throws(RunError) -> SourceScan {
    var scan = try SourceScan(
      found, store: store, fingerprint: fingerprint, selection: selection, isFullRefresh: isFullRefresh,
      book: book)
    try found.files.access { list in
      var files = try FilesInOrder(list)
      if let store { try store.access { try scan.join($0, &files) } }
      while let file = files.next {
        try scan.addNew(file, files)
        try files.advance()
      }
    }
    return scan
  }

  /// How many changes there are.
  var changes: Int { counts.values.reduce(0, +) }

  private mutating func join(_ db: Database, _ files: inout FilesInOrder) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, root, path, size, modified, leads, fingerprint, retry OR (transient AND stage <> ''),
          sha256, decisions FROM source ORDER BY path, root
        """)
    while let row = try rows.next() {
      let known = Known(row)
      while let file = files.next, file.precedes(known.path, root: known.root) {
        try addNew(file, files)
        try files.advance()
      }
      if let file = files.next, file.relativePath == known.path, file.root == known.root {
        try compare(known, with: file, files, db)
        try files.advance()
      } else {
        try withdraw(known, files, db)
      }
    }
  }

  private mutating func addNew(_ file: InputFile, _ files: FilesInOrder) throws {
    if selection.admits(file.relativePath, modified: file.modified), !selection.needsDocuments {
      try add(.new, row: nil, file: files.number, files)
    } else {
      unselected += 1
    }
  }

  private mutating func compare(_ known: Known, with file: InputFile, _ files: FilesInOrder, _ db: Database) throws {
    guard try isSelected(known, modified: file.modified, db) else {
      unselected += 1
      return
    }
    guard let cause = cause(known, file) else {
      unchanged += 1
      return
    }
    try add(cause, row: known.id, file: files.number, files)
  }

  private mutating func add(
    _ cause: SourceChange.Cause, row: Int64?, file: Int64?, _ files: FilesInOrder
  ) throws {
    try files.list.add(cause, row: row, file: file)
    counts[cause.name, default: 0] += 1
  }

  private func cause(_ known: Known, _ file: InputFile) -> SourceChange.Cause? {
    if isFullRefresh { return .refreshed }
    if known.size != file.size || known.modified != file.modified { return .changed }
    if known.mayTryAgain { return .retried }
    // Copies of another source have no results that could be stale.
    if known.leads, let id = known.fingerprint, let why = staleness[id] { return .stale(why: why) }
    if known.leads, known.decisions != book.text(of: known.sha256) {
      return .stale(why: "a reviewer's decision about it changed")
    }
    return nil
  }

  private mutating func withdraw(_ known: Known, _ files: FilesInOrder, _ db: Database) throws {
    // What stands below a folder that cannot be read now is not gone for that.
    let isHidden = found.failures.contains { failure in
      failure.document == FilePath(known.root).description || known.path.description.hasPrefix(failure.document + "/")
        || failure.document == known.path.description
    }
    if isHidden {
      unchanged += 1
    } else if try isSelected(known, modified: known.modified, db) {
      try add(.withdrawn, row: known.id, file: nil, files)
    } else {
      unselected += 1
    }
  }

  private func isSelected(_ known: Known, modified: Int, _ db: Database) throws -> Bool {
    if selection.isEverything { return true }
    guard selection.admits(known.path, modified: modified) else { return false }
    guard selection.needsDocuments else { return true }
    let partitions = try String.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT partition FROM document WHERE source = ?"), arguments: [known.id])
    return selection.admits(
      partitions.map { folder in
        let partition = Partition(folder: folder)
        return (partition.year, partition.divisionCode)
      })
  }
}

/// The files found in the order of sources, one after the other.
private struct FilesInOrder {
  /// The database of the list.
  let list: Database
  private let rows: RowCursor
  /// The number of the next file in the list.
  private(set) var number: Int64?
  /// The next file; nil behind the last.
  private(set) var next: InputFile?

  init(_ list: Database) throws {
    self.list = list
    rows = try Row.fetchCursor(list, sql: "SELECT id, \(InputFile.columns) FROM file ORDER BY path, root")
    try advance()
  }

  mutating func advance() throws {
    let row = try rows.next()
    number = row?[0]
    next = row.map { InputFile($0, from: 1) }
  }
}

extension InputFile {
  /// Whether it stands before the source of that path and root in the order of sources.
  func precedes(_ other: FilePath, root otherRoot: String) -> Bool {
    relativePath == other ? root.utf8.lexicographicallyPrecedes(otherRoot.utf8) : relativePath < other
  }
}

extension StateStore {
  /// Why results do not stand under `current`, by the id of the fingerprint that they were made under.
  func staleness(under current: Fingerprint) throws(RunError) -> [Int64: String] {
    try access { db in
      var reasons: [Int64: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, version, program, configuration, reference FROM fingerprint") {
        let made = Fingerprint(version: row[1], program: row[2], configuration: row[3], reference: row[4])
        reasons[row[0]] = made.staleness(under: current)
      }
      return reasons
    }
  }
}

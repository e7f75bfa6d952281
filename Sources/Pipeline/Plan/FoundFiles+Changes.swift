import GRDB

/// What a run has something to do with, as the scan finds it.
extension FoundFiles {
  /// The change of that number, counted from 1.
  func change(_ number: Int) throws(RunError) -> SourceChange {
    try access { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT cause, why, source, file, \(InputFile.columns) FROM change LEFT JOIN file ON file.id = change.file
            WHERE change.id = ?
            """), arguments: [number])
      guard let row, let cause = SourceChange.Cause(row[0], why: row[1]) else {
        preconditionFailure("the scan has found that many changes")
      }
      return SourceChange(cause: cause, row: row[2], file: row[3] == nil ? nil : InputFile(row, from: 4))
    }
  }
}

extension Database {
  /// Adds a change to the list.
  func add(_ cause: SourceChange.Cause, row: Int64?, file: Int64?) throws {
    var why = ""
    if case .stale(let reason) = cause { why = reason }
    try cachedStatement(sql: "INSERT INTO change (cause, why, source, file) VALUES (?, ?, ?, ?)").execute(
      arguments: [cause.name, why, row, file])
  }
}

extension SourceChange.Cause {
  /// The cause of that name.
  fileprivate init?(_ name: String, why: String) {
    let all: [Self] = [.new, .changed, .stale(why: why), .retried, .refreshed, .withdrawn]
    guard let cause = all.first(where: { $0.name == name }) else { return nil }
    self = cause
  }
}

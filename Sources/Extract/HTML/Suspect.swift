/// An open element that looks like navigation, and what had been read when it started.
struct Suspect {
  /// Number of events.
  var events: Int
  /// Length of the pool of text.
  var pool: Int
  /// Bytes of text outside links.
  var plainBytes: Int
  /// Number of open tables.
  var tables: Int
  /// The open cell.
  var cell: Int?

  /// A longer table than this is data, whatever the element around it is called.
  static let longestTable = 3
  /// More text outside links than this is content, in bytes: some 400 Chinese characters.
  static let mostPlainBytes = 1200
}

extension PageReader {
  /// Remembers where an element starts that looks like navigation.
  mutating func suspect() {
    suspects.append(
      Suspect(
        events: events.count, pool: flow.pool.count, plainBytes: flow.plainBytes, tables: tables.count,
        cell: tables.last?.cell?.event))
  }

  /// Drops what the innermost suspect holds, unless it holds a table or much text, or has torn a table apart.
  mutating func settleSuspect() {
    guard let suspect = suspects.popLast() else { return }
    guard tables.count == suspect.tables, tables.last?.cell?.event == suspect.cell else { return }
    guard events.count > suspect.events, flow.plainBytes - suspect.plainBytes <= Suspect.mostPlainBytes else { return }
    if lastDataTable >= suspect.events { return }
    events.removeLast(events.count - suspect.events)
    flow.cut(to: suspect.pool)
  }
}

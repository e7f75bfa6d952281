/// One row of a dataset by the names of its columns.
struct TableRow {
  let columns: [String: Int]
  let values: [String]

  /// The value in a column; empty where the row is too short.
  subscript(name: String) -> String {
    guard let index = columns[name], index < values.count else { return "" }
    return values[index]
  }
}

/// Reads a CSV file (RFC 4180) in pieces of bounded size, record by record, and hashes its bytes on the way.
final class TableStream {
  /// The header row.
  private(set) var header: [String] = []
  /// Lines that broke the grammar.
  private(set) var isMalformed = false

  private let stream: ByteStream
  private var columns: [String: Int] = [:]
  private var pending: TableRow?
  /// A record of more bytes is no row of a release.
  private static let longestRecord = 1 << 24

  /// Opens a file and reads its header; nil where it cannot be read.
  init?(_ path: String) {
    guard let stream = ByteStream(path) else { return nil }
    self.stream = stream
    header = record() ?? []
    columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    pending = nextRow()
  }

  /// The row that comes next; nil at the end.
  var next: TableRow? { pending }

  /// Goes on to the row behind the next.
  func advance() { pending = nextRow() }

  /// How many bytes the file has, and their SHA-256; reads what is left.
  func finish() -> (bytes: Int, sha256: String) {
    while pending != nil { advance() }
    return (stream.count, stream.digest)
  }

  private func nextRow() -> TableRow? {
    record().map { TableRow(columns: columns, values: $0) }
  }

  /// The fields of the next record; nil at the end.
  private func record() -> [String]? {
    var fields: [String] = []
    var field: [UInt8] = []
    var length = 0
    var isQuoted = false
    var wasQuoted = false
    func end() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    while let byte = stream.next() {
      length += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted: isQuoted = false
      case UInt8(ascii: "\"") where wasQuoted:
        field.append(byte)
        isQuoted = true
      case UInt8(ascii: "\""):
        if !field.isEmpty { isMalformed = true }
        isQuoted = true
        wasQuoted = true
      case UInt8(ascii: ",") where !isQuoted: end()
      case UInt8(ascii: "\n") where !isQuoted:
        end()
        return fields
      default:
        if wasQuoted && !isQuoted { isMalformed = true }
        if length < Self.longestRecord { field.append(byte) } else { isMalformed = true }
      }
    }
    guard length > 0 else { return nil }
    isMalformed = true  // the last record has no line end, or a quotation mark is open
    end()
    return fields
  }
}

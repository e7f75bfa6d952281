import Crypto
import Glibc

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
  /// Bytes read.
  private(set) var bytes = 0
  /// Lines that broke the grammar.
  private(set) var isMalformed = false

  private let descriptor: Int32
  private var hash = SHA256()
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  private var piecePosition = 0
  private var pieceEnd = 0
  private var columns: [String: Int] = [:]
  private var pending: TableRow?
  /// A record of more bytes is no row of a release.
  private static let longestRecord = 1 << 24

  /// Opens a file and reads its header; nil where it cannot be read.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    header = record() ?? []
    columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    pending = nextRow()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The row that comes next; nil at the end.
  var next: TableRow? { pending }

  /// Goes on to the row behind the next.
  func advance() { pending = nextRow() }

  /// The SHA-256 of all bytes; reads what is left.
  func digest() -> String {
    while pending != nil { advance() }
    return ReleaseFiles.hexadecimal(hash.finalize())
  }

  private func nextRow() -> TableRow? {
    record().map { TableRow(columns: columns, values: $0) }
  }

  private func byte() -> UInt8? {
    if piecePosition == pieceEnd {
      var taken = -1
      repeat {
        taken = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      } while taken < 0 && errno == EINTR
      guard taken > 0 else { return nil }
      piece.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<taken])) }
      bytes += taken
      piecePosition = 0
      pieceEnd = taken
    }
    defer { piecePosition += 1 }
    return piece[piecePosition]
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
    while let byte = byte() {
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

/// Reads a file of a partition document by document, in pieces of bounded size.
///
/// CSV starts each row with the `document_id`, JSON Lines each object with the member `document_id`; the rows of a
/// document stand together.
final class PartReader {
  private static let pieceSize = 1 << 18
  private static let member = Array("{\"document_id\": \"".utf8)

  private let disk: any Disk
  private let file: DiskFile
  private let isCSV: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The end of the record that comes next, line feed included; nil where it is not known yet.
  private var recordEnd: Int?

  /// Opens the file at `path` and skips its header.
  init(_ path: String, kind: PartKind, on disk: any Disk) throws(DiskError) {
    self.disk = disk
    file = try disk.open(path)
    isCSV = kind.isCSV
    if isCSV, try findRecord() { skip() }
  }

  deinit {
    try? disk.close(file)
  }

  /// The document whose record comes next; nil at the end of the file.
  func nextDocument() throws(DiskError) -> String? {
    guard try findRecord(), let end = recordEnd else { return nil }
    let idStart = isCSV ? start : start + Self.member.count
    let mark = isCSV ? UInt8(ascii: ",") : UInt8(ascii: "\"")
    guard idStart < end else { return "" }
    let id = buffer[idStart..<end].prefix { $0 != mark }
    return String(decoding: id, as: UTF8.self)
  }

  /// Takes the next record, line feed included; empty at the end of the file.
  func take() throws(DiskError) -> ArraySlice<UInt8> {
    guard try findRecord(), let end = recordEnd else { return [] }
    defer { skip() }
    return buffer[start..<end]
  }

  private func skip() {
    if let end = recordEnd { start = end }
    recordEnd = nil
  }

  /// Looks for the end of the next record and reads on until it is found; false at the end of the file.
  private func findRecord() throws(DiskError) -> Bool {
    if recordEnd != nil { return true }
    var scanned = start
    var isQuoted = false
    while true {
      if let end = Self.lineEnd(in: buffer, from: scanned, isQuoted: &isQuoted, isCSV: isCSV) {
        recordEnd = end
        return true
      }
      if isAtEnd {
        if start < buffer.count { recordEnd = buffer.count }
        return start < buffer.count
      }
      if start > 0 {
        buffer.removeFirst(start)
        start = 0
      }
      scanned = buffer.count
      try readPiece()
    }
  }

  private func readPiece() throws(DiskError) {
    let piece = try disk.read(file, upTo: Self.pieceSize)
    if piece.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: piece) }
  }

  /// The place behind the next line feed that stands outside quotes.
  private static func lineEnd(in bytes: [UInt8], from start: Int, isQuoted: inout Bool, isCSV: Bool) -> Int? {
    var quoted = isQuoted
    let end = bytes.withUnsafeBufferPointer { buffer -> Int? in
      var index = start
      while index < buffer.count {
        let byte = buffer[index]
        index &+= 1
        if byte == UInt8(ascii: "\n"), !quoted { return index }
        if isCSV, byte == UInt8(ascii: "\"") { quoted.toggle() }
      }
      return nil
    }
    isQuoted = quoted
    return end
  }
}

import Glibc

/// Where the bytes of a file of a partition are.
enum PartSource: Hashable, Sendable {
  /// In the file at a path.
  case file(String)
  /// In memory, since the file is not written yet.
  case memory([UInt8])
}

/// Reads a file of a partition document by document, in pieces of bounded size.
///
/// CSV starts each row with the `document_id`, JSON Lines each object with the member `document_id`; the rows of a
/// document stand together. A night copies most documents as they are, so that nothing is made of their bytes: only the
/// ends of records are searched, and their ids compared.
final class PartReader {
  private static let pieceSize = 1 << 18
  private static let memberLength = "{\"document_id\": \"".utf8.count

  private let disk: any Disk
  /// Nil where all of it is in memory.
  private let file: DiskFile?
  private let isCSV: Bool
  private var buffer: [UInt8]
  /// How much of the buffer is filled.
  private var filled: Int
  /// The record that comes next, line feed included; empty at the end of the file.
  private var record = 0..<0
  /// Its document.
  private var documentID: [UInt8] = []

  /// Opens the file and skips its header.
  init(_ source: PartSource, kind: PartKind, on disk: any Disk) throws(DiskError) {
    self.disk = disk
    isCSV = kind.isCSV
    switch source {
    case .file(let path):
      file = try disk.open(path)
      buffer = [UInt8](repeating: 0, count: Self.pieceSize)
      filled = 0
    case .memory(let bytes):
      file = nil
      buffer = bytes
      filled = bytes.count
    }
    try findRecord()
    if isCSV {
      record = record.upperBound..<record.upperBound
      try findRecord()
    }
    documentID = idOfRecord()
  }

  deinit {
    if let file { try? disk.close(file) }
  }

  /// The document whose records come next; nil at the end of the file.
  var nextDocument: String? { record.isEmpty ? nil : String(decoding: documentID, as: UTF8.self) }

  /// Takes all records of the next document, and hands them on in pieces; they end with a line feed.
  func take(_ use: (UnsafeRawBufferPointer) throws(DiskError) -> Void) throws(DiskError) {
    var start = record.lowerBound
    repeat {
      record = record.upperBound..<record.upperBound
      if findBufferedRecord() { continue }
      try handOn(start..<record.lowerBound, use)
      try findRecord()
      start = record.lowerBound
    } while !record.isEmpty && continuesDocument()
    try handOn(start..<record.lowerBound, use)
    documentID = idOfRecord()
  }

  /// All records of the next document.
  func takeWhole() throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    try take { bytes.append(contentsOf: $0) }
    return bytes
  }

  private func handOn(
    _ range: Range<Int>, _ use: (UnsafeRawBufferPointer) throws(DiskError) -> Void
  ) throws(DiskError) {
    if range.isEmpty { return }
    try buffer.withUnsafeBufferPointer { (bytes) throws(DiskError) in
      try use(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])))
    }
  }

  /// Lets `record` be the next one, and reads on until it is whole.
  private func findRecord() throws(DiskError) {
    while !findBufferedRecord() {
      guard try readOn() else {
        record = record.lowerBound..<filled
        return
      }
    }
  }

  /// Moves what is not taken to the start of the buffer and fills the rest; false at the end of the file.
  private func readOn() throws(DiskError) -> Bool {
    guard let file else { return false }
    let start = record.lowerBound
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<filled]))
      }
      filled -= start
      record = 0..<0
    }
    if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: filled)) }
    let count = try buffer.withUnsafeMutableBufferPointer { (bytes) throws(DiskError) in
      try disk.read(file, into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[filled...])))
    }
    filled += count
    return count > 0
  }

  /// Finds the end of the record that starts where `record` does, if it stands in the buffer.
  private func findBufferedRecord() -> Bool {
    let start = record.lowerBound
    let end = buffer.withUnsafeBytes { bytes in
      Self.recordEnd(in: UnsafeRawBufferPointer(rebasing: bytes[start..<filled]), isCSV: isCSV)
    }
    if let end { record = start..<(start + end) }
    return end != nil
  }

  /// The place behind the first line feed that stands outside quotes.
  private static func recordEnd(in bytes: UnsafeRawBufferPointer, isCSV: Bool) -> Int? {
    var place = 0
    while let feed = first(UInt8(ascii: "\n"), in: bytes, place..<bytes.count) {
      guard isCSV, let quote = first(UInt8(ascii: "\""), in: bytes, place..<feed) else { return feed + 1 }
      guard let closing = first(UInt8(ascii: "\""), in: bytes, (quote + 1)..<bytes.count) else { return nil }
      place = closing + 1
    }
    return nil
  }

  /// The place of a byte within a range, by the C library's search, which looks at many bytes at once.
  private static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base + range.lowerBound, Int32(byte), range.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }

  /// Where the id of the record starts, and the byte that ends it.
  private var idStart: Int { record.lowerBound + (isCSV ? 0 : Self.memberLength) }
  private var idEnd: UInt8 { isCSV ? UInt8(ascii: ",") : UInt8(ascii: "\"") }

  private func idOfRecord() -> [UInt8] {
    guard idStart < record.upperBound else { return [] }
    return Array(buffer[idStart..<record.upperBound].prefix { $0 != idEnd })
  }

  /// Whether the record is one more of the document that comes next.
  private func continuesDocument() -> Bool {
    let (start, end) = (idStart, idStart + documentID.count)
    guard end < record.upperBound, buffer[end] == idEnd else { return false }
    return buffer.withUnsafeBytes { bytes in
      documentID.withUnsafeBytes { id in
        guard let base = bytes.baseAddress, let id = id.baseAddress else { return false }
        return memcmp(base + start, id, end - start) == 0
      }
    }
  }
}

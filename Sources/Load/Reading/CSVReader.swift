/// Reads CSV by RFC 4180 from bytes, skipping the records that nobody asks for without making text of them.
package struct CSVReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// Starts at the first record of `bytes`, which must outlive the reader.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The fields of the next record, or nil at the end.
  package mutating func next() -> [String]? {
    guard let record = nextRecord() else { return nil }
    return Self.fields(of: record)
  }

  /// The fields of the next record whose first field is `first`, or nil where there is none.
  mutating func next(startingWith first: String) -> [String]? {
    let prefix = Array(first.utf8) + [UInt8(ascii: ",")]
    while let record = nextRecord() {
      if record.starts(with: prefix) { return Self.fields(of: record) }
    }
    return nil
  }

  /// The next record without its line end: a line feed within quotes does not end it.
  private mutating func nextRecord() -> UnsafeBufferPointer<UInt8>? {
    if position >= bytes.count { return nil }
    let start = position
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n") && !isQuoted { break }
      position += 1
    }
    let record = UnsafeBufferPointer(rebasing: bytes[start..<position])
    position += 1
    return record
  }

  private static func fields(of record: UnsafeBufferPointer<UInt8>) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var endsQuote = false  // a quote within quotes: the end of them, or the first of two that stand for one
    for byte in record {
      switch byte {
      case UInt8(ascii: "\"") where !isQuoted:
        isQuoted = true
        if endsQuote { field.append(byte) }
        endsQuote = false
      case UInt8(ascii: "\""):
        isQuoted = false
        endsQuote = true
      case UInt8(ascii: ",") where !isQuoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        endsQuote = false
      default:
        field.append(byte)
      }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }
}

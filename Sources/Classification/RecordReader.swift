/// Splits embedded reference data into records at white space, and records into fields at commas.
enum RecordReader {
  /// Calls `body` with the bytes of each record, in order.
  static func forEachRecord(of data: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    data.withUTF8Buffer { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
        if index > start { body(UnsafeBufferPointer(rebasing: bytes[start..<index])) }
        start = index + 1
      }
    }
  }

  /// The fields of one record, one after the other; empty ones behind the last.
  struct Fields {
    private let record: UnsafeBufferPointer<UInt8>
    private var start = 0

    init(_ record: UnsafeBufferPointer<UInt8>) {
      self.record = record
    }

    mutating func next() -> UnsafeBufferPointer<UInt8> {
      guard start < record.count else { return UnsafeBufferPointer(start: nil, count: 0) }
      var end = start
      while end < record.count, record[end] != UInt8(ascii: ",") { end += 1 }
      defer { start = end + 1 }
      return UnsafeBufferPointer(rebasing: record[start..<end])
    }
  }
}

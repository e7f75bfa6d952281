/// Splits embedded reference data into records at white space.
enum RecordReader {
  /// Calls `body` with the bytes of each record, in order.
  static func forEachRecord(of data: StaticString, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    data.withUTF8Buffer { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
        if index > start { body(bytes[start..<index]) }
        start = index + 1
      }
    }
  }
}

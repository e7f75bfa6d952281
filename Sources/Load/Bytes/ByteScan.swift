/// Finds the bytes that a format must escape, eight at a time: most texts hold none, and then they are copied whole.
enum ByteScan {
  /// The offset of the first byte at or behind `start` that is a control character (below 0x20), `"` or `other`.
  ///
  /// `other` must be below 0x80. Returns `bytes.count` where none is left.
  static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, or other: UInt8) -> Int {
    let count = bytes.count
    let others = UInt64(other) &* ones
    var index = start
    while index &+ 8 <= count {
      let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self)
      if holdsByteBelow32(word) || holdsZero(word ^ quotes) || holdsZero(word ^ others) { break }
      index &+= 8
    }
    while index < count {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == other { return index }
      index &+= 1
    }
    return count
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let quotes: UInt64 = UInt64(UInt8(ascii: "\"")) &* ones

  // Both tests are exact for "any byte", which is all that is asked (Anderson, Bit Twiddling Hacks).
  @inline(__always)
  private static func holdsZero(_ word: UInt64) -> Bool { (word &- ones) & ~word & highBits != 0 }

  @inline(__always)
  private static func holdsByteBelow32(_ word: UInt64) -> Bool { (word &- (ones &* 0x20)) & ~word & highBits != 0 }
}

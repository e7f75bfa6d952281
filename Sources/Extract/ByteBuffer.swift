import Glibc

/// Bytes that someone else owns; hot loops read them without bounds checks in release builds.
typealias ByteBuffer = UnsafeBufferPointer<UInt8>

extension ByteBuffer {
  /// The bytes in `range` as text; they must be UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }

  /// The number of Unicode scalars in `range`.
  func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range { count &+= self[index] & 0xC0 != 0x80 ? 1 : 0 }
    return count
  }

  /// The offset of the first `byte` at or behind `start`.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether the ASCII letters of `word`, which is in lower case, stand at `index` in upper or lower case.
  func holds(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where self[index + offset].lowercased != word.utf8Start[offset] {
      return false
    }
    return true
  }
}

extension UInt8 {
  /// The byte with A to Z made a to z.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether it is an ASCII digit.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether it is an ASCII letter.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

/// What counts as blank in UTF-8: controls, all spaces of Unicode, the ideographic space, zero-width characters, BOM.
enum WhiteSpace {
  /// The length in bytes of the blank character that starts at `index`, or 0 where another character starts.
  @inline(__always)
  static func length(in bytes: ByteBuffer, at index: Int, end: Int) -> Int {
    let first = bytes[index]
    if first <= 0x20 || first == 0x7F { return 1 }
    if first < 0xC2 { return 0 }
    if first == 0xC2 {
      return index + 1 < end && isBlank(bytes[index + 1]) ? 2 : 0
    }
    guard first >= 0xE1, index + 2 < end else { return 0 }
    return isBlank(first, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  /// `range` without blank characters at its ends.
  static func trimmed(_ range: Range<Int>, in bytes: ByteBuffer) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = length(in: bytes, at: start, end: end)
      if length == 0 { break }
      start += length
    }
    while end > start {
      let last = bytes[end - 1]
      if last <= 0x20 || last == 0x7F {
        end -= 1
      } else if last >= 0x80, end - start >= 2, bytes[end - 2] == 0xC2, isBlank(last) {
        end -= 2
      } else if last >= 0x80, end - start >= 3, isBlank(bytes[end - 3], bytes[end - 2], last) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// The second byte behind C2: C1 controls, the no-break space and the soft hyphen.
  private static func isBlank(_ second: UInt8) -> Bool { second <= 0xA0 || second == 0xAD }

  private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE3, 0x80): third == 0x80
    // U+202E turns the order of digits behind it round: it is no blank, and no figure is read beside it.
    case (0xE2, 0x80): third != 0xAE && (third <= 0x8F || (0xA8...0xAF).contains(third))
    case (0xE2, 0x81): (0x9F...0xA4).contains(third)
    case (0xEF, 0xBB): third == 0xBF
    case (0xE1, 0x9A): third == 0x80
    default: false
    }
  }
}

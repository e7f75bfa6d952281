/// Strict UTF-8 (Unicode, table 3-7), with U+FFFD for every maximal malformed subpart and every NUL.
enum UTF8Decoder {
  /// The number of malformed subparts in `bytes`; 0 for valid UTF-8.
  static func malformed(in bytes: ByteBuffer) -> Int {
    var errors = 0
    var index = 0
    while true {
      index = skipASCII(bytes, from: index)
      index = skipChinese(bytes, from: index)
      guard index < bytes.count else { return errors }
      if bytes[index] < 0x80 { continue }
      let length = sequenceLength(bytes, at: index)
      if length < 0 { errors += 1 }
      index += abs(length)
    }
  }

  /// Decodes `bytes`, whose byte order mark is already gone; `isValid` says that nothing needs replacement.
  static func decode(_ bytes: ArraySlice<UInt8>, isValid: Bool) -> DecodedText {
    guard !isValid else { return DecodedText(bytes: Array(bytes), encoding: .utf8) }
    var decoded = DecodedText(bytes: [], encoding: .utf8)
    decoded.bytes.reserveCapacity(bytes.count + 64)
    bytes.withUnsafeBufferPointer { source in
      var index = 0
      while index < source.count {
        let length = source[index] == 0 ? -1 : source[index] < 0x80 ? 1 : sequenceLength(source, at: index)
        if length > 0 {
          decoded.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[index..<(index + length)]))
        } else {
          decoded.appendReplacement()
        }
        index += abs(length)
      }
    }
    return decoded
  }

  /// The first offset at or behind `start` that does not hold an ASCII byte.
  private static func skipASCII(_ bytes: ByteBuffer, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The first offset at or behind `start` without one of the sequences of three bytes that Chinese text is made of.
  private static func skipChinese(_ bytes: ByteBuffer, from start: Int) -> Int {
    var index = start
    while index + 2 < bytes.count, bytes[index] &- 0xE1 < 12,
      bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
    {
      index += 3
    }
    return index
  }

  /// The length of the well-formed sequence at `index`, or the negative length of the malformed subpart there.
  @inline(__always)
  private static func sequenceLength(_ bytes: ByteBuffer, at index: Int) -> Int {
    let first = bytes[index]
    let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return -1
    }
    guard index + 1 < bytes.count, bytes[index + 1] >= lowest, bytes[index + 1] <= highest else { return -1 }
    var known = 2
    while known < length {
      guard index + known < bytes.count, bytes[index + known] & 0xC0 == 0x80 else { return -known }
      known += 1
    }
    return length
  }
}

import Glibc

/// GB18030 (with GBK and GB2312 in it), decoded by the C library's iconv.
enum GB18030Decoder {
  /// How many characters of `bytes` speak against GB18030: malformed ones, and those outside everyday Chinese.
  ///
  /// Real text is made of GB2312's first level (3,755 characters) and its symbols; UTF-8 read as GB18030 gives other pairs.
  static func doubts(in bytes: ByteBuffer) -> (malformed: Int, rare: Int) {
    var malformed = 0
    var rare = 0
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      guard first >= 0x80 else {
        index += 1
        continue
      }
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      if first == 0x80 || first == 0xFF || second < 0x30 || second == 0x7F || second == 0xFF
        || (0x3A..<0x40).contains(second)
      {
        malformed += 1
        index += 1
      } else if second < 0x3A {
        rare += 1
        index += 4
      } else {
        let isCommon = second >= 0xA1 && ((0xA1...0xA3).contains(first) || (0xB0...0xD7).contains(first))
        rare += isCommon ? 0 : 1
        index += 2
      }
    }
    return (malformed, rare)
  }

  /// Decodes `bytes`; nil where the C library lacks the converter.
  static func decode(_ bytes: [UInt8]) -> DecodedText? {
    guard let descriptor = iconv_open("UTF-8", "GB18030"), descriptor != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(descriptor) }
    var decoded = DecodedText(bytes: [], encoding: .gb18030)
    decoded.bytes.reserveCapacity(bytes.count * 3 / 2 + 64)
    let chunk = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 1 << 16)
    defer { chunk.deallocate() }
    bytes.withUnsafeBytes { source in
      // iconv takes a mutable pointer for historical reasons; it does not write through it.
      var input = UnsafeMutablePointer(mutating: source.assumingMemoryBound(to: CChar.self).baseAddress)
      var inputLeft = source.count
      while inputLeft > 0 {
        var output = chunk.baseAddress
        var outputLeft = chunk.count
        let result = iconv(descriptor, &input, &inputLeft, &output, &outputLeft)
        let problem = result == -1 ? errno : 0
        let written = UnsafeRawBufferPointer(chunk)[..<(chunk.count - outputLeft)]
        append(written, to: &decoded)
        if problem == EILSEQ || problem == EINVAL {
          decoded.appendReplacement()
          input = input?.advanced(by: 1)
          inputLeft -= 1
        } else if problem != 0 && problem != E2BIG {
          break
        }
      }
    }
    return decoded
  }

  /// Appends converted bytes; a NUL among them is replaced, since nothing behind it would be read as a string.
  private static func append(_ bytes: Slice<UnsafeRawBufferPointer>, to decoded: inout DecodedText) {
    guard bytes.contains(0) else {
      decoded.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes))
      return
    }
    for byte in bytes {
      if byte == 0 { decoded.appendReplacement() } else { decoded.bytes.append(byte) }
    }
  }
}

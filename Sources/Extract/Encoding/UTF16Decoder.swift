/// UTF-16 in either byte order, with U+FFFD for unpaired surrogates, NUL and a half unit at the end.
enum UTF16Decoder {
  /// Which byte order `bytes` have if they are UTF-16 without a byte order mark; nil if they are something else.
  static func byteOrder(of bytes: ByteBuffer) -> TextEncoding? {
    guard bytes.count >= 2 else { return nil }
    let little = evidence(for: bytes, isLittle: true)
    let big = evidence(for: bytes, isLittle: false)
    return little.score >= big.score
      ? (little.isUTF16 ? .utf16LittleEndian : nil) : (big.isUTF16 ? .utf16BigEndian : nil)
  }

  /// Decodes `bytes`, whose byte order mark is already gone.
  static func decode(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> DecodedText {
    var decoded = DecodedText(bytes: [], encoding: encoding)
    decoded.bytes.reserveCapacity(bytes.count * 3 / 2 + 16)
    let isLittle = encoding == .utf16LittleEndian
    bytes.withUnsafeBufferPointer { source in
      var index = 0
      while index + 1 < source.count {
        let unit = unit(source, at: index, isLittle: isLittle)
        index += 2
        if unit & 0xFC00 == 0xD800, index + 1 < source.count {
          let next = Self.unit(source, at: index, isLittle: isLittle)
          if next & 0xFC00 == 0xDC00 {
            index += 2
            append(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(next & 0x3FF)), to: &decoded)
            continue
          }
        }
        append(UInt32(unit), to: &decoded)
      }
      if index < source.count { decoded.appendReplacement() }
    }
    return decoded
  }

  private static func append(_ scalar: UInt32, to decoded: inout DecodedText) {
    switch scalar {
    case 0, 0xD800...0xDFFF:
      decoded.appendReplacement()
    case ..<0x80:
      decoded.bytes.append(UInt8(scalar))
    case ..<0x800:
      decoded.bytes.append(UInt8(0xC0 | scalar >> 6))
      decoded.bytes.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      decoded.bytes.append(UInt8(0xE0 | scalar >> 12))
      decoded.bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      decoded.bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      decoded.bytes.append(UInt8(0xF0 | scalar >> 18))
      decoded.bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      decoded.bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      decoded.bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  private static func unit(_ bytes: ByteBuffer, at index: Int, isLittle: Bool) -> UInt16 {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    return isLittle ? second << 8 | first : first << 8 | second
  }

  /// What the first units say when they are read in one byte order.
  private struct Evidence {
    var units = 0
    /// Units of the blocks that Chinese text is made of.
    var plausible = 0
    /// Units that only one byte order gives: ASCII and Chinese punctuation.
    var strong = 0
    var ideographs = 0
    /// Ideographs that are two printable ASCII bytes, as all of English text is when it is misread.
    var readableAsASCII = 0

    var score: Int { plausible + 2 * strong }
    var isUTF16: Bool {
      plausible * 10 >= units * 9 && strong * 50 >= units && readableAsASCII * 10 <= ideographs * 6
    }
  }

  private static func evidence(for bytes: ByteBuffer, isLittle: Bool) -> Evidence {
    var evidence = Evidence()
    var index = 0
    while index + 1 < min(bytes.count, 1 << 16) {
      let unit = unit(bytes, at: index, isLittle: isLittle)
      evidence.units += 1
      switch unit {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0x3001...0x3002, 0xFF00...0xFF5E:
        evidence.plausible += 1
        evidence.strong += 1
      case 0x4E00...0x9FFF:
        evidence.plausible += 1
        evidence.ideographs += 1
        let isReadable = (0x20...0x7E).contains(unit >> 8) && (0x20...0x7E).contains(unit & 0xFF)
        evidence.readableAsASCII += isReadable ? 1 : 0
      case 0xA0...0xFF, 0x2000...0x22FF, 0x2460...0x27BF, 0x3000...0x303F, 0xD800...0xDFFF:
        evidence.plausible += 1
      default:
        break
      }
      index += 2
    }
    return evidence
  }
}

import Accounts

/// Bytes to text: finds the encoding from the bytes alone, and refuses what is no text.
enum SourceDecoder {
  /// Decodes one source.
  ///
  /// - Throws: `empty-file`, `binary-file`, or `no-converter` where the C library lacks GB18030.
  static func decode(_ bytes: [UInt8], path: String) throws(StageFailure) -> DecodedText {
    if let kind = bytes.withUnsafeBufferPointer({ BinarySignature.kind(of: $0) }) {
      throw Refusal.binary(path, kind: kind)
    }
    let decoded: DecodedText
    switch bytes.withUnsafeBufferPointer({ plan(for: $0) }) {
    case .utf8(let skip, let isValid):
      decoded = UTF8Decoder.decode(bytes[skip...], isValid: isValid)
    case .utf16(let encoding, let skip):
      decoded = UTF16Decoder.decode(bytes[skip...], as: encoding)
    case .gb18030:
      guard let converted = GB18030Decoder.decode(bytes) else { throw Refusal.noConverter(path) }
      decoded = converted
    case .binary:
      throw Refusal.binary(path, kind: "binary (it holds NUL bytes)")
    }
    let (isBlank, isNoise) = decoded.bytes.withUnsafeBufferPointer { text in
      (WhiteSpace.trimmed(0..<text.count, in: text).isEmpty, isMostlyNoise(text, replacements: decoded.replacements))
    }
    if isBlank { throw Refusal.empty(path) }
    if isNoise { throw Refusal.binary(path, kind: "binary (neither UTF-8 nor UTF-16 nor GB18030)") }
    return decoded
  }

  /// How to decode a source.
  private enum Plan {
    case utf8(skip: Int, isValid: Bool)
    case utf16(TextEncoding, skip: Int)
    case gb18030
    case binary
  }

  private static func plan(for bytes: ByteBuffer) -> Plan {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(.utf16LittleEndian, skip: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(.utf16BigEndian, skip: 2) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let nulCount = bytes.firstIndex(of: 0, from: 0) == nil ? 0 : bytes.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    if nulCount > 0, !hasMark, let encoding = UTF16Decoder.byteOrder(of: bytes) { return .utf16(encoding, skip: 0) }
    // A stray NUL in a long text is damage, to be replaced and counted; more of them are no text.
    if nulCount * 1000 > bytes.count { return .binary }
    let malformed = UTF8Decoder.malformed(in: bytes)
    if hasMark || malformed == 0 { return .utf8(skip: hasMark ? 3 : 0, isValid: malformed == 0 && nulCount == 0) }
    return plan(forMalformed: malformed, in: bytes)
  }

  /// Compares how wrong the bytes are as UTF-8 and as GB18030: every malformed or rare character counts against it.
  ///
  /// Valid UTF-8 read as GB18030 gives rare characters throughout, real GB18030 read as UTF-8 gives malformed ones.
  private static func plan(forMalformed malformed: Int, in bytes: ByteBuffer) -> Plan {
    let doubts = GB18030Decoder.doubts(in: bytes)
    let isUTF8 = malformed < doubts.malformed + doubts.rare || (malformed == doubts.malformed && doubts.rare == 0)
    if isUTF8 { return .utf8(skip: 0, isValid: false) }
    // UTF-16 without any ASCII has no NUL; it is neither of the two.
    if doubts.malformed > 0, let encoding = UTF16Decoder.byteOrder(of: bytes) { return .utf16(encoding, skip: 0) }
    return .gb18030
  }

  /// Whether control characters or replacements make up more than real damage ever does.
  private static func isMostlyNoise(_ text: ByteBuffer, replacements: Int) -> Bool {
    var controls = 0
    for byte in text {
      controls &+= byte < 0x20 && byte &- 0x09 > 4 && byte != 0x1B ? 1 : 0
    }
    let hasManyReplacements = replacements > 8 && replacements * 6 > text.scalarCount(0..<text.count)
    return controls * 10 > text.count || hasManyReplacements
  }
}

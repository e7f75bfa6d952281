/// The encodings that sources come in; GBK and GB2312 are parts of GB18030.
enum TextEncoding: String {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
}

/// A source as valid UTF-8 without a byte order mark and without NUL.
struct DecodedText {
  /// The text.
  var bytes: [UInt8]
  /// What it was decoded from.
  var encoding: TextEncoding
  /// How many malformed sequences became U+FFFD.
  var replacements = 0
  /// Offset in `bytes` of the first U+FFFD that stands for a malformed sequence.
  var firstReplacement: Int?

  /// The UTF-8 of U+FFFD.
  static let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Appends U+FFFD for a malformed sequence, and counts it.
  mutating func appendReplacement() {
    if firstReplacement == nil { firstReplacement = bytes.count }
    replacements += 1
    bytes.append(contentsOf: Self.replacementCharacter)
  }
}

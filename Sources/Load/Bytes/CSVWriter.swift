import Accounts

/// Writes CSV by RFC 4180: fields parted by commas, quoted only where they must be, lines ended by `\n`.
///
/// RFC 4180 has no way to write control characters, and readers stop at them: those but tab, line feed and carriage
/// return become U+FFFD. The JSON outputs keep them.
struct CSVWriter {
  /// The lines written so far.
  private(set) var bytes: [UInt8] = []
  private var isAtLineStart = true

  /// Writes one field of text.
  mutating func field(_ text: String) {
    separate()
    let isPlain =
      text.utf8.withContiguousStorageIfAvailable { utf8 in
        let isPlain = ByteScan.firstSpecial(in: utf8, from: 0, or: UInt8(ascii: ",")) == utf8.count
        if isPlain { bytes.append(contentsOf: utf8) }
        return isPlain
      } ?? false
    if !isPlain { escapedField(text) }
  }

  /// Writes a whole number, or an empty field for "not stated".
  mutating func field(_ number: Int?) {
    separate()
    if let number { bytes.append(decimal: number) }
  }

  /// Writes an amount in yuan, or an empty field for "not stated".
  mutating func field(_ amount: Amount?) {
    separate()
    if let amount { bytes.append(amount: amount) }
  }

  /// Writes a confidence.
  mutating func field(_ confidence: Confidence) {
    separate()
    bytes.append(confidence: confidence)
  }

  /// Starts a line with fields that another writer has written, without their line end.
  mutating func startLine(with fields: [UInt8]) {
    bytes.append(contentsOf: fields)
    isAtLineStart = false
  }

  /// Ends the line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isAtLineStart = true
  }

  /// Makes room for `count` further bytes.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  private mutating func separate() {
    if isAtLineStart {
      isAtLineStart = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func escapedField(_ text: String) {
    let quote = UInt8(ascii: "\"")
    let mustQuote = text.utf8.contains { byte in
      byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
    if mustQuote { bytes.append(quote) }
    for byte in text.utf8 {
      switch byte {
      case quote:
        bytes.append(quote)
        bytes.append(quote)
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x20...:
        bytes.append(byte)
      default:
        bytes.append(text: "\u{FFFD}")
      }
    }
    if mustQuote { bytes.append(quote) }
  }
}

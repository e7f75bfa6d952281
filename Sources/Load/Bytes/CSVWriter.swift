import Accounts

/// Writes CSV by RFC 4180: fields parted by commas, quoted only where they must be, lines ended by `\n`.
///
/// RFC 4180 has no way to write control characters, and readers stop at them: those but tab, line feed and carriage
/// return become U+FFFD. The JSON outputs keep them.
struct CSVWriter: ~Copyable {
  private var buffer = ByteBuffer()
  private var isAtLineStart = true

  /// The lines written so far.
  var bytes: [UInt8] { buffer.bytes }

  /// Writes one field of text.
  mutating func field(_ text: String) {
    separate()
    let isPlain =
      text.utf8.withContiguousStorageIfAvailable { utf8 in
        let isPlain = ByteScan.firstSpecial(in: utf8, from: 0, or: UInt8(ascii: ",")) == utf8.count
        if isPlain { buffer.append(utf8) }
        return isPlain
      } ?? false
    if !isPlain { escapedField(text) }
  }

  /// Writes a whole number, or an empty field for "not stated".
  mutating func field(_ number: Int?) {
    separate()
    if let number { buffer.append(decimal: number) }
  }

  /// Writes an amount in yuan, or an empty field for "not stated".
  mutating func field(_ amount: Amount?) {
    separate()
    if let amount { buffer.append(amount: amount) }
  }

  /// Writes a number with the decimals that it was printed with, or an empty field for "not stated".
  mutating func field(_ number: PrintedNumber?) {
    separate()
    if let number { buffer.append(number: number) }
  }

  /// Writes a stated quantity in its own unit, or an empty field.
  mutating func field(_ value: FactValue?) {
    switch value {
    case .yuan(let amount): field(amount)
    case .percent(let number): field(number)
    case .count(let count): field(Int(count))
    case nil: field("")
    }
  }

  /// Writes a confidence.
  mutating func field(_ confidence: Confidence) {
    separate()
    buffer.append(confidence: confidence)
  }

  /// Starts a line with fields that another writer has written, without their line end.
  mutating func startLine(with fields: [UInt8]) {
    buffer.append(fields)
    isAtLineStart = false
  }

  /// Ends the line.
  mutating func endLine() {
    buffer.append(UInt8(ascii: "\n"))
    isAtLineStart = true
  }

  /// Makes room for `count` further bytes.
  mutating func reserve(_ count: Int) {
    buffer.reserve(count)
  }

  private mutating func separate() {
    if isAtLineStart {
      isAtLineStart = false
    } else {
      buffer.append(UInt8(ascii: ","))
    }
  }

  private mutating func escapedField(_ text: String) {
    let quote = UInt8(ascii: "\"")
    let mustQuote = text.utf8.contains { byte in
      byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
    if mustQuote { buffer.append(quote) }
    for byte in text.utf8 {
      switch byte {
      case quote:
        buffer.append(quote)
        buffer.append(quote)
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x20...:
        buffer.append(byte)
      default:
        buffer.append("\u{FFFD}")
      }
    }
    if mustQuote { buffer.append(quote) }
  }
}

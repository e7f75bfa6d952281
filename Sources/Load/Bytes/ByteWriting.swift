import Accounts

/// Numbers and text appended to a byte buffer without making a `String` first.
extension [UInt8] {
  /// Appends the UTF-8 bytes of `text` as they are.
  @inline(__always)
  mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends `number` in decimal.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(magnitude: UInt64(number.magnitude), digits: 1)
  }

  /// Appends yuan with two decimals, a half cent rounded away from zero: the bytes of `Amount.description`.
  mutating func append(amount: Amount) {
    let cents = (amount.thousandths.magnitude + 5) / 10
    if amount.thousandths < 0 && cents != 0 { append(UInt8(ascii: "-")) }
    append(magnitude: cents / 100, digits: 1)
    append(UInt8(ascii: "."))
    append(magnitude: cents % 100, digits: 2)
  }

  /// Appends a confidence with three decimals.
  mutating func append(confidence: Confidence) {
    append(magnitude: UInt64(confidence.thousandths / 1_000), digits: 1)
    append(UInt8(ascii: "."))
    append(magnitude: UInt64(confidence.thousandths % 1_000), digits: 3)
  }

  /// Appends every byte of `bytes` as two lower-case hexadecimal digits.
  mutating func append(hexadecimal bytes: some Sequence<UInt8>) {
    for byte in bytes {
      append(Self.hexadecimalDigit(byte >> 4))
      append(Self.hexadecimalDigit(byte & 15))
    }
  }

  /// The ASCII digit of a value below 16.
  static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private mutating func append(magnitude: UInt64, digits least: Int) {
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)  // 24 bytes: a 64-bit number has at most 20 digits
    Swift.withUnsafeMutableBytes(of: &digits) { buffer in
      var start = buffer.count
      var rest = magnitude
      while rest != 0 || buffer.count - start < least {
        start -= 1
        buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[start...]))
    }
  }
}

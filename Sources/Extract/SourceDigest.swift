import Crypto

/// The SHA-256 of a source, which names its document.
enum SourceDigest {
  /// The lower-case hexadecimal SHA-256 of `bytes`.
  static func sha256(_ bytes: [UInt8]) -> String {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in hasher.finalize() {
      digits.append(hexadecimal(byte >> 4))
      digits.append(hexadecimal(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}

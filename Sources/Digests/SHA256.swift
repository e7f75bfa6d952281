import CLibCrypto

/// The SHA-256 of bytes that come piece by piece, as OpenSSL computes it.
public final class SHA256 {
  private let context: OpaquePointer

  /// Starts without bytes.
  public init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("libcrypto has no SHA-256")
    }
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Takes more bytes.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The 32 bytes of the digest; nothing may follow.
  public func finalize() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
      count = 32
    }
  }

  /// The digest as 64 lower-case hexadecimal digits; nothing may follow.
  public func hexadecimal() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of `bytes`.
  public static func digest(of bytes: [UInt8]) -> [UInt8] { hash(of: bytes).finalize() }

  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String { hash(of: bytes).hexadecimal() }

  /// The digest of a part of `bytes` as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of bytes: ArraySlice<UInt8>) -> String {
    let hash = SHA256()
    bytes.withUnsafeBytes(hash.update)
    return hash.hexadecimal()
  }

  private static func hash(of bytes: [UInt8]) -> SHA256 {
    let hash = SHA256()
    bytes.withUnsafeBytes(hash.update)
    return hash
  }
}

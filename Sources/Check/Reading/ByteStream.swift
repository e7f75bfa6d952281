import Digests
import Glibc

/// Reads a file byte by byte, in pieces of bounded size, and hashes it on the way.
final class ByteStream {
  /// Bytes read from the file.
  private(set) var count = 0

  private let descriptor: Int32
  private let hash = SHA256()
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var end = 0

  /// Opens a file; nil where it cannot be read.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The next byte; nil at the end of the file.
  func next() -> UInt8? {
    if position == end {
      var taken = -1
      repeat {
        taken = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      } while taken < 0 && errno == EINTR
      guard taken > 0 else { return nil }
      piece.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<taken])) }
      count += taken
      position = 0
      end = taken
    }
    defer { position += 1 }
    return piece[position]
  }

  /// The SHA-256 of what was read.
  var digest: String { hash.hexadecimal() }
}

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

  /// Opens a file; nil where it cannot be read, or is no regular file.
  init?(_ path: String) {
    guard let descriptor = ReleaseFiles.open(Array(path.utf8)) else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

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

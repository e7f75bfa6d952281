import Digests
import Glibc

/// Why a check could not be made.
public enum CheckError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file cannot be read.
  case unreadable(path: String, reason: String)

  /// One sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    }
  }
}

/// Reads files whole, up to a bound, and lists folders.
enum ReleaseFiles {
  /// Larger files of one document are refused; the greatest source that can be configured has as many bytes.
  static let bound = 1 << 30

  /// Opens a regular file; nil for anything else: to open a pipe could wait for ever.
  static func open(_ path: [UInt8]) -> Int32? {
    let descriptor = Glibc.open(path.map(CChar.init(bitPattern:)) + [0], O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return descriptor }
    close(descriptor)
    return nil
  }

  /// All bytes of a file; nil where it cannot be read or exceeds the bound.
  static func bytes(of path: String) -> [UInt8]? { bytes(at: Array(path.utf8)) }

  /// The same for a path that need not be text.
  static func bytes(at path: [UInt8]) -> [UInt8]? {
    guard let descriptor = open(path) else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size <= bound else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let taken = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).baseAddress, buffer.count - count)
      }
      if taken < 0, errno == EINTR { continue }
      guard taken > 0 else { break }
      count += taken
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Whether a folder stands at a path, links not followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted, without `.` and `..`; nil where it cannot be listed.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

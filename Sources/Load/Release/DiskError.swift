import Glibc

/// An operation of the file system that failed.
public struct DiskError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, such as `write` or `rename`.
  public let operation: String
  /// The path that it was tried on.
  public let path: String
  /// The number of the error, such as `ENOSPC`.
  public let code: Int32

  /// Makes an error of `code`.
  public init(operation: String, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// What the system says of the error, such as `No space left on device`.
  public var reason: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }

  /// `cannot write PATH: No space left on device`.
  public var description: String { "cannot \(operation) \(path): \(reason)" }
}

import Accounts
import Glibc

/// Why a file could not be read.
struct FileProblem: Error, Hashable {
  /// A stable id: `vanished`, `unreadable`, `not-a-file` or `too-large`.
  var reason: String
  /// One English sentence.
  var message: String
  /// Whether another try may succeed.
  var isTransient: Bool

  /// Whether nothing stands at the path.
  var isMissing: Bool { reason == "vanished" }

  /// The problem as the failure of `document`.
  func failure(of document: String) -> StageFailure {
    StageFailure(
      stage: .extract, document: document, isTransient: isTransient, reason: reason, message: message)
  }

  /// The problem that the system reports by `code` for `path`.
  static func system(_ code: Int32, path: FilePath) -> FileProblem {
    if code == ENOENT {
      var status = stat()
      if path.withCPath({ lstat($0, &status) }) == 0 {
        return FileProblem(
          reason: "unreadable", message: "The link points at nothing.", isTransient: false)
      }
      return FileProblem(reason: "vanished", message: "The file does not exist.", isTransient: true)
    }
    let transient = [EIO, EAGAIN, EINTR, EMFILE, ENFILE, ENOMEM, ESTALE, ETXTBSY].contains(code)
    return FileProblem(
      reason: "unreadable", message: "It cannot be read: \(SystemError.text(code)).", isTransient: transient)
  }
}

/// Words for the system's error numbers.
enum SystemError {
  /// The system's text for `code`, such as `Permission denied`.
  static func text(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}

/// Reads whole regular files into memory, and never anything that could block.
struct FileReader {
  /// Files with more bytes are not read.
  var maxBytes: Int

  /// The bytes of the file at `path`.
  func read(_ path: FilePath) throws(FileProblem) -> [UInt8] {
    // A pipe or a device must not even be opened: opening may block, or do something.
    var status = stat()
    guard path.withCPath({ stat($0, &status) }) == 0 else { throw .system(errno, path: path) }
    try check(status)
    let descriptor = path.withCPath { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .system(errno, path: path) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw .system(errno, path: path) }
    try check(status)
    return try bytes(descriptor, expected: Int(status.st_size), path: path)
  }

  private func check(_ status: stat) throws(FileProblem) {
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(
        reason: "not-a-file", message: "It is no regular file but \(Self.kind(status)).", isTransient: false)
    }
    if status.st_size > maxBytes { throw tooLarge(Int(status.st_size)) }
  }

  /// Reads to the end, in one call where the file does not grow meanwhile.
  private func bytes(_ descriptor: Int32, expected: Int, path: FilePath) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = expected + 1
    while true {
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < capacity {
          let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), capacity - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { code = errno }
          if got <= 0 { break }
          count += got
        }
      }
      if code != 0 { throw .system(code, path: path) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > maxBytes { throw tooLarge(bytes.count) }
      if chunk.count < capacity { return bytes }
      capacity = 1 << 16
    }
  }

  private func tooLarge(_ size: Int) -> FileProblem {
    FileProblem(
      reason: "too-large", message: "The file has \(size) bytes, more than the limit of \(maxBytes).",
      isTransient: false)
  }

  private static func kind(_ status: stat) -> String {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }
}

import Glibc

/// Keeps other runs away from an output folder until it is released.
///
/// The system drops the lock when the process ends, however it ends; the empty file `.lock` stays.
struct OutputLock {
  private let descriptor: Int32

  /// Takes the lock of the folder `output`, which is made if need be.
  ///
  /// - Throws: a `RunError` of status `locked` or `inputOutput`.
  init(output: String) throws(RunError) {
    try Self.makeFolder(output)
    let path = output + "/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw RunError(.inputOutput, "The output folder cannot be written: \(SystemError.text(errno)). (\(path))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw RunError(.locked, "Another run writes to this output. (\(output))")
    }
  }

  /// Lets other runs in.
  func release() {
    close(descriptor)
  }

  /// Makes a folder and those above it.
  private static func makeFolder(_ path: String) throws(RunError) {
    let bytes = Array(path.utf8)
    for index in bytes.indices.dropFirst() where bytes[index] == FilePath.slash || index == bytes.count - 1 {
      let end = bytes[index] == FilePath.slash ? index : index + 1
      let folder = FilePath(bytes: bytes[..<end])
      let code = folder.withCPath { mkdir($0, 0o755) } == 0 ? 0 : errno
      if code != 0, code != EEXIST {
        throw RunError(.inputOutput, "The output folder cannot be made: \(SystemError.text(code)). (\(folder))")
      }
    }
  }
}

import FoundationEssentials
import Glibc

/// Keeps other runs away from an output folder until it is released.
///
/// The system drops the lock when the process ends, however it ends. The file `.lock` stays and says who held it last.
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
      let holder = Self.holder(descriptor)
      close(descriptor)
      throw RunError(
        .locked, "Another run writes to this output\(holder.isEmpty ? "" : ": \(holder)"). (\(output))")
    }
    sign()
  }

  /// Writes into the file who holds the lock; whoever cannot write it holds the lock all the same.
  private func sign() {
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let name = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let text = "process \(getpid()) on \(name) since \(Date().formatted(.iso8601))"
    ftruncate(descriptor, 0)
    _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// What the holder wrote into the file; empty where it wrote nothing.
  private static func holder(_ descriptor: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &text, text.count, 0)
    return String(decoding: text.prefix(max(0, count)).filter { $0 >= 0x20 }, as: UTF8.self)
  }

  /// Lets other runs in.
  func release() {
    // Not only closed: a process that is just being started has the descriptor too, until it runs its program.
    flock(descriptor, LOCK_UN)
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

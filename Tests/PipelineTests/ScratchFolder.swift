import Foundation

/// A folder of its own for one test, removed when the test lets go of it.
final class ScratchFolder: Sendable {
  let path: String

  /// Makes the folder; `inMemory` on a file system that waits for no disk, where there is one.
  init(inMemory: Bool = false) throws {
    let memory = "/dev/shm/"
    let parent = inMemory && access(memory, W_OK) == 0 ? memory : NSTemporaryDirectory()
    path = parent + "juesuan-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ content: String = "text") throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try content.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }

  /// Makes a link called `name` that points at `target`.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  /// Makes a named pipe.
  func pipe(_ name: String) {
    mkfifo(path + "/" + name, 0o600)
  }

  /// Makes a file of so many bytes that takes no room on disk.
  func sparse(_ name: String, bytes: Int) throws {
    try write(name, "")
    truncate(path + "/" + name, bytes)
  }
}

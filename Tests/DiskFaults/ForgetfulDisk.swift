import Glibc
import Load
import Synchronization

/// A disk whose machine can lose power: what was not waited for is then gone.
///
/// It writes to the real file system, waits for nothing, and remembers how to take back every effect that no `sync` has made last. This is
/// the worst that a file system may do; `losePower` does it.
public final class ForgetfulDisk: Disk {
  private struct Effect {
    /// The directory whose names it changed; nil for the bytes of a file.
    var directory: String?
    /// The file whose bytes it changed.
    var file: String?
    var undo: @Sendable () -> Void
  }

  private let disk = POSIXDisk()
  private let graveyard: String
  private let effects = Mutex<(list: [Effect], buried: Int)>(([], 0))

  /// Makes a disk that keeps what is removed in the directory `graveyard`, on the same file system.
  public init(graveyard: String) {
    self.graveyard = graveyard
  }

  /// Takes back everything that was not waited for.
  public func losePower() {
    let lost = effects.withLock { state in
      defer { state.list = [] }
      return state.list
    }
    for effect in lost.reversed() { effect.undo() }
  }

  private func remember(directory: String? = nil, file: String? = nil, _ undo: @escaping @Sendable () -> Void) {
    effects.withLock { $0.list.append(Effect(directory: directory, file: file, undo: undo)) }
  }

  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Keeps what stands at `path`, and gives what brings it back.
  private func bury(_ path: String) throws(DiskError) -> @Sendable () -> Void {
    if let target = try disk.target(of: path) { return { symlink(target, path) } }
    let grave = effects.withLock { state in
      state.buried += 1
      return "\(graveyard)/\(state.buried)"
    }
    try disk.hardLink(path, to: grave)
    return { Glibc.link(grave, path) }
  }

  /// Makes a directory.
  public func createDirectory(_ path: String) throws(DiskError) {
    let isNew = try disk.kind(of: path) == .absent
    try disk.createDirectory(path)
    if isNew { remember(directory: Self.parent(path)) { rmdir(path) } }
  }

  /// Opens a new file.
  public func create(_ path: String) throws(DiskError) -> DiskFile {
    let file = try disk.create(path)
    remember(directory: Self.parent(path)) { unlink(path) }
    return file
  }

  /// Opens a file for writing at its end.
  public func append(_ path: String) throws(DiskError) -> DiskFile { try disk.append(path) }

  /// Opens a file for reading.
  public func open(_ path: String) throws(DiskError) -> DiskFile { try disk.open(path) }

  /// Reads on.
  public func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
    try disk.read(file, into: buffer)
  }

  /// Writes.
  public func write(_ bytes: UnsafeRawBufferPointer, to file: DiskFile) throws(DiskError) {
    var status = stat()
    let size = fstat(file.descriptor, &status) == 0 ? status.st_size : 0
    try disk.write(bytes, to: file)
    remember(file: file.path) { truncate(file.path, size) }
  }

  /// Waits for the bytes of a file.
  public func sync(_ file: DiskFile) throws(DiskError) {
    effects.withLock { $0.list.removeAll { $0.file == file.path } }
  }

  /// Nothing: what nobody waits for may be lost.
  public func beginSync(_ file: DiskFile) {}

  /// Nothing: what is read stands in memory.
  public func beginReading(_ path: String) {}

  /// Nothing: what is read stands in memory.
  public func endReading(_ path: String) {}

  /// Closes a file.
  public func close(_ file: DiskFile) throws(DiskError) { try disk.close(file) }

  /// Waits for the names of a directory.
  public func syncDirectory(_ path: String) throws(DiskError) {
    effects.withLock { $0.list.removeAll { $0.directory == path } }
  }

  /// Waits for everything.
  public func syncFileSystem(_ path: String) throws(DiskError) {
    effects.withLock { $0.list = [] }
  }

  /// Renames.
  public func rename(_ path: String, to newPath: String) throws(DiskError) {
    var replaced: (@Sendable () -> Void)?
    if try disk.kind(of: newPath) == .other { replaced = try bury(newPath) }
    let restore = replaced
    try disk.rename(path, to: newPath)
    remember(directory: Self.parent(newPath)) {
      Glibc.rename(newPath, path)
      restore?()
    }
  }

  /// Makes a symbolic link.
  public func link(_ path: String, to target: String) throws(DiskError) {
    try disk.link(path, to: target)
    remember(directory: Self.parent(path)) { unlink(path) }
  }

  /// Gives a file a second name.
  public func hardLink(_ path: String, to newPath: String) throws(DiskError) {
    try disk.hardLink(path, to: newPath)
    remember(directory: Self.parent(newPath)) { unlink(newPath) }
  }

  /// Reads a symbolic link.
  public func target(of path: String) throws(DiskError) -> String? { try disk.target(of: path) }

  /// Removes a file.
  public func remove(_ path: String) throws(DiskError) {
    let restore = try bury(path)
    try disk.remove(path)
    remember(directory: Self.parent(path), restore)
  }

  /// Removes a directory.
  public func removeDirectory(_ path: String) throws(DiskError) {
    try disk.removeDirectory(path)
    remember(directory: Self.parent(path)) { mkdir(path, 0o755) }
  }

  /// Looks at a path.
  public func kind(of path: String) throws(DiskError) -> DiskEntryKind { try disk.kind(of: path) }

  /// Lists a directory.
  public func names(in directory: String) throws(DiskError) -> [String] { try disk.names(in: directory) }
}

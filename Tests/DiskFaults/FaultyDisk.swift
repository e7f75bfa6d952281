import Glibc

import Load

/// A disk on which chosen operations fail, as if the machine had stopped there.
public struct FaultyDisk: Disk {
  /// Called before each operation; what it throws, the operation throws.
  public let before: @Sendable (_ operation: String, _ path: String) throws(DiskError) -> Void
  private let disk: any Disk

  /// Makes a disk on which `before` decides what fails.
  public init(
    on disk: any Disk = POSIXDisk(),
    before: @escaping @Sendable (_ operation: String, _ path: String) throws(DiskError) -> Void
  ) {
    self.disk = disk
    self.before = before
  }

  /// Lets the operations fail for which `fails` is true, as on a full disk.
  public init(fails: @escaping @Sendable (_ operation: String, _ path: String) -> Bool) {
    self.init { (operation, path) throws(DiskError) in
      if fails(operation, path) { throw DiskError(operation: operation, path: path, code: ENOSPC) }
    }
  }

  /// Makes a directory.
  public func createDirectory(_ path: String) throws(DiskError) {
    try before("createDirectory", path)
    return try disk.createDirectory(path)
  }

  /// Opens a new file.
  public func create(_ path: String) throws(DiskError) -> DiskFile {
    try before("create", path)
    return try disk.create(path)
  }

  /// Opens a file for writing at its end.
  public func append(_ path: String) throws(DiskError) -> DiskFile {
    try before("append", path)
    return try disk.append(path)
  }

  /// Opens a file for reading.
  public func open(_ path: String) throws(DiskError) -> DiskFile {
    try before("open", path)
    return try disk.open(path)
  }

  /// Reads on.
  public func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
    try before("read", file.path)
    return try disk.read(file, into: buffer)
  }

  /// Writes all, or half of it where the disk is full.
  public func write(_ bytes: UnsafeRawBufferPointer, to file: DiskFile) throws(DiskError) {
    do throws(DiskError) {
      try before("write", file.path)
    } catch {
      // A full disk takes what still fits.
      if error.code == ENOSPC {
        try? disk.write(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), to: file)
      }
      throw error
    }
    try disk.write(bytes, to: file)
  }

  /// Waits for the bytes of a file.
  public func sync(_ file: DiskFile) throws(DiskError) {
    try before("sync", file.path)
    return try disk.sync(file)
  }

  /// Asks for the bytes of a file; that can neither fail nor be relied on.
  public func beginSync(_ file: DiskFile) { disk.beginSync(file) }

  /// Asks for the contents of a file; that can neither fail nor be relied on.
  public func beginReading(_ path: String) { disk.beginReading(path) }

  /// Says that a file will not be read soon; that can neither fail nor be relied on.
  public func endReading(_ path: String) { disk.endReading(path) }

  /// Closes a file.
  public func close(_ file: DiskFile) throws(DiskError) {
    try before("close", file.path)
    return try disk.close(file)
  }

  /// Waits for the names of a directory.
  public func syncDirectory(_ path: String) throws(DiskError) {
    try before("syncDirectory", path)
    return try disk.syncDirectory(path)
  }

  /// Waits for everything.
  public func syncFileSystem(_ path: String) throws(DiskError) {
    try before("syncFileSystem", path)
    return try disk.syncFileSystem(path)
  }

  /// Renames.
  public func rename(_ path: String, to newPath: String) throws(DiskError) {
    try before("rename", path)
    return try disk.rename(path, to: newPath)
  }

  /// Makes a symbolic link.
  public func link(_ path: String, to target: String) throws(DiskError) {
    try before("link", path)
    return try disk.link(path, to: target)
  }

  /// Gives a file a second name.
  public func hardLink(_ path: String, to newPath: String) throws(DiskError) {
    try before("hardLink", newPath)
    return try disk.hardLink(path, to: newPath)
  }

  /// Reads a symbolic link.
  public func target(of path: String) throws(DiskError) -> String? {
    try before("target", path)
    return try disk.target(of: path)
  }

  /// Removes a file.
  public func remove(_ path: String) throws(DiskError) {
    try before("remove", path)
    return try disk.remove(path)
  }

  /// Removes a directory.
  public func removeDirectory(_ path: String) throws(DiskError) {
    try before("removeDirectory", path)
    return try disk.removeDirectory(path)
  }

  /// Looks at a path.
  public func kind(of path: String) throws(DiskError) -> DiskEntryKind {
    try before("kind", path)
    return try disk.kind(of: path)
  }

  /// Lists a directory.
  public func names(in directory: String) throws(DiskError) -> [String] {
    try before("names", directory)
    return try disk.names(in: directory)
  }
}

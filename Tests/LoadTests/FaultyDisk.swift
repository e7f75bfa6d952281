import Glibc

@testable import Load

/// A disk on which chosen operations fail, as if the machine had stopped there.
struct FaultyDisk: Disk {
  /// Called before each operation; what it throws, the operation throws.
  let before: @Sendable (_ operation: String, _ path: String) throws(DiskError) -> Void
  private let disk: any Disk

  init(
    on disk: any Disk = POSIXDisk(),
    before: @escaping @Sendable (_ operation: String, _ path: String) throws(DiskError) -> Void
  ) {
    self.disk = disk
    self.before = before
  }

  /// Lets the operations fail for which `fails` is true, as on a full disk.
  init(fails: @escaping @Sendable (_ operation: String, _ path: String) -> Bool) {
    self.init { (operation, path) throws(DiskError) in
      if fails(operation, path) { throw DiskError(operation: operation, path: path, code: ENOSPC) }
    }
  }

  func createDirectory(_ path: String) throws(DiskError) {
    try before("createDirectory", path)
    return try disk.createDirectory(path)
  }

  func create(_ path: String) throws(DiskError) -> DiskFile {
    try before("create", path)
    return try disk.create(path)
  }

  func append(_ path: String) throws(DiskError) -> DiskFile {
    try before("append", path)
    return try disk.append(path)
  }

  func open(_ path: String) throws(DiskError) -> DiskFile {
    try before("open", path)
    return try disk.open(path)
  }

  func read(_ file: DiskFile, upTo count: Int) throws(DiskError) -> [UInt8] {
    try before("read", file.path)
    return try disk.read(file, upTo: count)
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: DiskFile) throws(DiskError) {
    try before("write", file.path)
    return try disk.write(bytes, to: file)
  }

  func sync(_ file: DiskFile) throws(DiskError) {
    try before("sync", file.path)
    return try disk.sync(file)
  }

  func close(_ file: DiskFile) throws(DiskError) {
    try before("close", file.path)
    return try disk.close(file)
  }

  func syncDirectory(_ path: String) throws(DiskError) {
    try before("syncDirectory", path)
    return try disk.syncDirectory(path)
  }

  func syncFileSystem(_ path: String) throws(DiskError) {
    try before("syncFileSystem", path)
    return try disk.syncFileSystem(path)
  }

  func rename(_ path: String, to newPath: String) throws(DiskError) {
    try before("rename", path)
    return try disk.rename(path, to: newPath)
  }

  func link(_ path: String, to target: String) throws(DiskError) {
    try before("link", path)
    return try disk.link(path, to: target)
  }

  func hardLink(_ path: String, to newPath: String) throws(DiskError) {
    try before("hardLink", newPath)
    return try disk.hardLink(path, to: newPath)
  }

  func target(of path: String) throws(DiskError) -> String? {
    try before("target", path)
    return try disk.target(of: path)
  }

  func remove(_ path: String) throws(DiskError) {
    try before("remove", path)
    return try disk.remove(path)
  }

  func removeDirectory(_ path: String) throws(DiskError) {
    try before("removeDirectory", path)
    return try disk.removeDirectory(path)
  }

  func kind(of path: String) throws(DiskError) -> DiskEntryKind {
    try before("kind", path)
    return try disk.kind(of: path)
  }

  func names(in directory: String) throws(DiskError) -> [String] {
    try before("names", directory)
    return try disk.names(in: directory)
  }
}

import Glibc

@testable import Load

/// A disk on which chosen operations fail, as if the machine had stopped there.
struct FaultyDisk: Disk {
  /// Whether the operation on that path is to fail.
  let fails: @Sendable (_ operation: String, _ path: String) -> Bool
  private let disk = POSIXDisk()

  init(fails: @escaping @Sendable (_ operation: String, _ path: String) -> Bool) {
    self.fails = fails
  }

  private func check(_ operation: String, _ path: String) throws(DiskError) {
    if fails(operation, path) { throw DiskError(operation: operation, path: path, code: ENOSPC) }
  }

  func createDirectory(_ path: String) throws(DiskError) {
    try check("createDirectory", path)
    try disk.createDirectory(path)
  }

  func create(_ path: String) throws(DiskError) -> DiskFile {
    try check("create", path)
    return try disk.create(path)
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: DiskFile) throws(DiskError) {
    try check("write", file.path)
    try disk.write(bytes, to: file)
  }

  func sync(_ file: DiskFile) throws(DiskError) {
    try check("sync", file.path)
    try disk.sync(file)
  }

  func close(_ file: DiskFile) throws(DiskError) {
    try check("close", file.path)
    try disk.close(file)
  }

  func syncDirectory(_ path: String) throws(DiskError) {
    try check("syncDirectory", path)
    try disk.syncDirectory(path)
  }

  func syncFileSystem(_ path: String) throws(DiskError) {
    try check("syncFileSystem", path)
    try disk.syncFileSystem(path)
  }

  func rename(_ path: String, to newPath: String) throws(DiskError) {
    try check("rename", path)
    try disk.rename(path, to: newPath)
  }

  func link(_ path: String, to target: String) throws(DiskError) {
    try check("link", path)
    try disk.link(path, to: target)
  }

  func remove(_ path: String) throws(DiskError) {
    try check("remove", path)
    try disk.remove(path)
  }

  func removeDirectory(_ path: String) throws(DiskError) {
    try check("removeDirectory", path)
    try disk.removeDirectory(path)
  }

  func kind(of path: String) throws(DiskError) -> DiskEntryKind {
    try check("kind", path)
    return try disk.kind(of: path)
  }

  func names(in directory: String) throws(DiskError) -> [String] {
    try check("names", directory)
    return try disk.names(in: directory)
  }
}

/// The few operations through which everything that a run writes reaches the file system.
///
/// One narrow door: a test can watch it, or let any operation fail.
public protocol Disk: Sendable {
  /// Makes a directory; one that is there already is no error.
  func createDirectory(_ path: String) throws(DiskError)
  /// Opens a new file for writing; one that is there already is an error.
  func create(_ path: String) throws(DiskError) -> DiskFile
  /// Opens a file that is there for writing at its end.
  func append(_ path: String) throws(DiskError) -> DiskFile
  /// Opens a file that is there for reading.
  func open(_ path: String) throws(DiskError) -> DiskFile
  /// Asks for the contents of a file that will be read soon, without waiting for them; no error where it is not there.
  func beginReading(_ path: String)
  /// Says that a file will not be read soon: of what is on the medium, memory need hold nothing.
  func endReading(_ path: String)
  /// Reads the next bytes of a file into `buffer` and says how many; none at its end.
  func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int
  /// Writes all of `bytes` at the end of a file.
  func write(_ bytes: UnsafeRawBufferPointer, to file: DiskFile) throws(DiskError)
  /// Waits until all that was written to a file is on the medium.
  func sync(_ file: DiskFile) throws(DiskError)
  /// Asks that the medium take what was written to a file, without waiting for it: whoever waits later waits less.
  func beginSync(_ file: DiskFile)
  /// Closes a file.
  func close(_ file: DiskFile) throws(DiskError)
  /// Waits until the names in a directory are on the medium.
  func syncDirectory(_ path: String) throws(DiskError)
  /// Waits until everything on the file system that holds `path` is on the medium.
  func syncFileSystem(_ path: String) throws(DiskError)
  /// Gives a file or directory another name, in one step; a file of that name is replaced.
  func rename(_ path: String, to newPath: String) throws(DiskError)
  /// Makes a symbolic link at `path` that points at `target`.
  func link(_ path: String, to target: String) throws(DiskError)
  /// Gives a file a second name; both are the same file.
  func hardLink(_ path: String, to newPath: String) throws(DiskError)
  /// Where a symbolic link points; nil where none stands at `path`.
  func target(of path: String) throws(DiskError) -> String?
  /// Removes a file or a symbolic link.
  func remove(_ path: String) throws(DiskError)
  /// Removes an empty directory.
  func removeDirectory(_ path: String) throws(DiskError)
  /// What stands at `path`, links not followed.
  func kind(of path: String) throws(DiskError) -> DiskEntryKind
  /// The names in a directory, sorted, without `.` and `..`.
  func names(in directory: String) throws(DiskError) -> [String]
}

/// An open file.
public struct DiskFile: Hashable, Sendable {
  /// Its descriptor.
  public let descriptor: Int32
  /// Its path when it was opened.
  public let path: String

  /// Makes the handle of an open descriptor.
  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}

/// What can stand at a path.
public enum DiskEntryKind: Sendable {
  /// Nothing stands there.
  case absent
  /// A directory.
  case directory
  /// A file, a symbolic link or anything else.
  case other
}

extension Disk {
  /// Removes whatever stands at `path`, a directory with all that is in it.
  func removeAll(_ path: String) throws(DiskError) {
    switch try kind(of: path) {
    case .absent: return
    case .other: try remove(path)
    case .directory:
      for name in try names(in: path) { try removeAll("\(path)/\(name)") }
      try removeDirectory(path)
    }
  }

  /// Makes a directory with all directories above it.
  func createDirectories(_ path: String) throws(DiskError) {
    let kind = try kind(of: path)
    if kind == .directory { return }
    if kind == .absent, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try createDirectories(String(path[..<slash]))
    }
    try createDirectory(path)
  }

  /// All bytes of a file.
  func contents(of path: String) throws(DiskError) -> [UInt8] {
    let file = try open(path)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    do throws(DiskError) {
      while case let count = try read(file, into: &piece), count > 0 { bytes += piece[..<count] }
    } catch {
      try? close(file)
      throw error
    }
    try close(file)
    return bytes
  }

  /// Reads the next bytes of a file into `buffer` and says how many; none at its end.
  func read(_ file: DiskFile, into buffer: inout [UInt8]) throws(DiskError) -> Int {
    try buffer.withUnsafeMutableBufferPointer { (buffer) throws(DiskError) in
      try read(file, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Writes a whole new file.
  public func writeFile(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    let file = try create(path)
    do throws(DiskError) {
      try write(all: bytes, to: file)
    } catch {
      try? close(file)
      throw error
    }
    try close(file)
  }

  /// Writes all of `bytes` at the end of a file.
  public func write(all bytes: [UInt8], to file: DiskFile) throws(DiskError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(DiskError) in
      try write(UnsafeRawBufferPointer(buffer), to: file)
    }
  }
}

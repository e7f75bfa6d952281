import Glibc

/// The file system of the machine.
public struct POSIXDisk: Disk {
  /// Makes the disk; it holds nothing.
  public init() {}

  /// Makes a directory; one that is there already, or a link to one, is no error.
  public func createDirectory(_ path: String) throws(DiskError) {
    if Glibc.mkdir(path, 0o777) == 0 { return }
    let code = errno
    var status = stat()
    if code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    throw DiskError(operation: "create directory", path: path, code: code)
  }

  /// Opens a new file for writing; one that is there already is an error.
  public func create(_ path: String) throws(DiskError) -> DiskFile {
    let descriptor = try repeated("create", path) { Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    return DiskFile(descriptor: descriptor, path: path)
  }

  /// Opens a file that is there for writing at its end.
  public func append(_ path: String) throws(DiskError) -> DiskFile {
    let descriptor = try repeated("append to", path) { Glibc.open(path, O_WRONLY | O_APPEND | O_CLOEXEC) }
    return DiskFile(descriptor: descriptor, path: path)
  }

  /// Opens a regular file that is there for reading; to open a pipe could wait for ever.
  public func open(_ path: String) throws(DiskError) -> DiskFile {
    let descriptor = try repeated("open", path) { Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      return DiskFile(descriptor: descriptor, path: path)
    }
    Glibc.close(descriptor)
    throw DiskError(operation: "open", path: path, code: EINVAL)
  }

  /// Asks for the contents of a file that will be read soon, without waiting for them; no error where it is not there.
  public func beginReading(_ path: String) { advise(path, POSIX_FADV_WILLNEED) }

  /// Says that a file will not be read soon: of what is on the medium, memory need hold nothing.
  public func endReading(_ path: String) { advise(path, POSIX_FADV_DONTNEED) }

  private func advise(_ path: String, _ advice: Int32) {
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 { return }
    posix_fadvise(descriptor, 0, 0, advice)
    Glibc.close(descriptor)
  }

  /// Reads the next bytes of a file into `buffer` and says how many; none at its end.
  public func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
    try repeated("read", file.path) { Glibc.read(file.descriptor, buffer.baseAddress, buffer.count) }
  }

  /// Writes all of `bytes` at the end of a file.
  public func write(_ bytes: UnsafeRawBufferPointer, to file: DiskFile) throws(DiskError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = UnsafeRawBufferPointer(rebasing: rest)
      let written = try repeated("write", file.path) {
        Glibc.write(file.descriptor, chunk.baseAddress, chunk.count)
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Waits until all that was written to a file is on the medium.
  public func sync(_ file: DiskFile) throws(DiskError) {
    _ = try repeated("sync", file.path) { fsync(file.descriptor) }
  }

  /// Asks that the medium take what was written to a file, without waiting for it; nothing where the system cannot.
  public func beginSync(_ file: DiskFile) {
    let startWriting: UInt32 = 2  // SYNC_FILE_RANGE_WRITE
    _ = Self.syncRange?(file.descriptor, 0, 0, startWriting)
  }

  /// Closes a file.
  public func close(_ file: DiskFile) throws(DiskError) {
    // Linux frees the descriptor even where close is interrupted: trying again could close another thread's file.
    if Glibc.close(file.descriptor) != 0, errno != EINTR {
      throw DiskError(operation: "close", path: file.path, code: errno)
    }
  }

  /// Waits until the names in a directory are on the medium.
  public func syncDirectory(_ path: String) throws(DiskError) {
    try withDirectory(path) { (directory) throws(DiskError) in try sync(directory) }
  }

  /// Waits until everything on the file system that holds `path` is on the medium.
  public func syncFileSystem(_ path: String) throws(DiskError) {
    let operation = "sync file system of"
    guard let syncfs = Self.syncfs else { throw DiskError(operation: operation, path: path, code: ENOSYS) }
    try withDirectory(path) { (directory) throws(DiskError) in
      _ = try repeated(operation, path) { syncfs(directory.descriptor) }
    }
  }

  /// Gives a file or directory another name, in one step; a file of that name is replaced.
  public func rename(_ path: String, to newPath: String) throws(DiskError) {
    _ = try repeated("rename to \(newPath)", path) { Glibc.rename(path, newPath) }
  }

  /// Makes a symbolic link at `path` that points at `target`.
  public func link(_ path: String, to target: String) throws(DiskError) {
    _ = try repeated("link", path) { symlink(target, path) }
  }

  /// Gives a file a second name; both are the same file.
  public func hardLink(_ path: String, to newPath: String) throws(DiskError) {
    _ = try repeated("link to \(newPath)", path) { Glibc.link(path, newPath) }
  }

  /// Where a symbolic link points; nil where none stands at `path`.
  public func target(of path: String) throws(DiskError) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink(path, &buffer, buffer.count - 1)
    if length >= 0 { return String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self) }
    if errno == ENOENT || errno == EINVAL { return nil }
    throw DiskError(operation: "read link", path: path, code: errno)
  }

  /// Removes a file or a symbolic link.
  public func remove(_ path: String) throws(DiskError) {
    _ = try repeated("remove", path) { unlink(path) }
  }

  /// Removes an empty directory.
  public func removeDirectory(_ path: String) throws(DiskError) {
    _ = try repeated("remove directory", path) { rmdir(path) }
  }

  /// What stands at `path`, links not followed.
  public func kind(of path: String) throws(DiskError) -> DiskEntryKind {
    var status = stat()
    if lstat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR ? .directory : .other }
    if errno == ENOENT { return .absent }
    throw DiskError(operation: "look at", path: path, code: errno)
  }

  /// The names in a directory, sorted, without `.` and `..`.
  public func names(in directory: String) throws(DiskError) -> [String] {
    guard let stream = opendir(directory) else { throw DiskError(operation: "list", path: directory, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    if errno != 0 { throw DiskError(operation: "list", path: directory, code: errno) }
    return names.sorted()
  }

  // The calls of those names, which glibc declares only where `_GNU_SOURCE` is defined: its Swift module lacks them.
  private static let syncRange = dlsym(nil, "sync_file_range").map {
    unsafeBitCast($0, to: (@convention(c) @Sendable (Int32, Int64, Int64, UInt32) -> Int32).self)
  }
  private static let syncfs = dlsym(nil, "syncfs").map {
    unsafeBitCast($0, to: (@convention(c) @Sendable (Int32) -> Int32).self)
  }

  /// Calls `body` until it is not interrupted by a signal; a negative result is an error.
  private func repeated<Result: SignedInteger>(
    _ operation: String, _ path: String, _ body: () -> Result
  ) throws(DiskError) -> Result {
    while true {
      let result = body()
      if result >= 0 { return result }
      if errno != EINTR { throw DiskError(operation: operation, path: path, code: errno) }
    }
  }

  private func withDirectory(_ path: String, _ body: (DiskFile) throws(DiskError) -> Void) throws(DiskError) {
    let descriptor = try repeated("open", path) { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    let directory = DiskFile(descriptor: descriptor, path: path)
    do throws(DiskError) {
      try body(directory)
    } catch {
      try? close(directory)
      throw error
    }
    try close(directory)
  }
}

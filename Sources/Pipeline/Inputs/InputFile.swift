import Glibc

/// One file that a run is to read.
public struct InputFile: Hashable, Sendable {
  /// The input, as configured, that it was found under.
  public var root: String
  /// Where it stands relative to that input's folder: the `source_path` of the datasets.
  public var relativePath: FilePath
  /// Where it can be opened, where that is not the relative path within the root.
  let otherPath: FilePath?

  /// Its size in bytes when it was found.
  public var size: Int
  /// When it was last modified, in nanoseconds since 1970.
  public var modified: Int

  /// Makes an input file.
  public init(root: String, relativePath: FilePath, path: FilePath, size: Int = 0, modified: Int = 0) {
    self.init(
      root: root, relativePath: relativePath,
      otherPath: path == FilePath(root).appending(relativePath) ? nil : path, size: size, modified: modified)
  }

  init(root: String, relativePath: FilePath, otherPath: FilePath?, size: Int, modified: Int) {
    self.root = root
    self.relativePath = relativePath
    self.otherPath = otherPath
    self.size = size
    self.modified = modified
  }

  init(root: String, relativePath: FilePath, path: FilePath, status: stat) {
    self.init(
      root: root, relativePath: relativePath, path: path, size: Int(status.st_size),
      modified: Self.nanoseconds(status.st_mtim))
  }

  /// A time in nanoseconds since 1970; as far from it as they go for one beyond 2262, which a file may be stamped with.
  private static func nanoseconds(_ time: timespec) -> Int {
    Int(clamping: Int128(time.tv_sec) * 1_000_000_000 + Int128(time.tv_nsec))
  }

  /// Where it can be opened.
  public var path: FilePath { otherPath ?? FilePath(root).appending(relativePath) }

  /// The relative path as text.
  public var name: String { relativePath.description }
}

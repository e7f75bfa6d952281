/// One file that a run is to read.
public struct InputFile: Hashable, Sendable {
  /// The input, as configured, that it was found under.
  public var root: String
  /// Where it stands relative to that input's folder: the `source_path` of the datasets.
  public var relativePath: FilePath
  /// Where it can be opened.
  public var path: FilePath

  /// Makes an input file.
  public init(root: String, relativePath: FilePath, path: FilePath) {
    self.root = root
    self.relativePath = relativePath
    self.path = path
  }

  /// The relative path as text.
  public var name: String { relativePath.description }
}

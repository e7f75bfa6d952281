import Accounts
import Glibc

/// What was found under the inputs of a run.
public struct DiscoveredInputs: Sendable {
  /// The files to read.
  public let files: FoundFiles
  /// Folders and links that could not be followed.
  public var failures: [StageFailure] = []

  /// Whether nothing at all was found.
  func isEmpty() throws(RunError) -> Bool {
    let count = try files.count()
    return count == 0 && failures.isEmpty
  }
}

/// Finds the files of a run: named ones, those that globs match, and all readable ones below folders.
public struct InputDiscovery {
  /// The extensions that are read below folders; a file that is named is read whatever it is called.
  public static let extensions: Set<String> = ["txt", "text", "md", "html", "htm", "xhtml"]

  private var found: DiscoveredInputs
  /// The place of the input that is searched among the inputs.
  private var input = 0
  private var visited: Set<FileIdentity> = []

  /// Finds all files under `inputs`.
  ///
  /// - Throws: a `RunError` of status `inputMissing` where an input does not exist, or there is no file at all and
  ///   that is not allowed.
  public static func discover(_ inputs: [String], mayBeEmpty: Bool = false) throws(RunError) -> DiscoveredInputs {
    var discovery = InputDiscovery(found: DiscoveredInputs(files: try FoundFiles()))
    for (place, input) in inputs.enumerated() {
      discovery.input = place
      try discovery.add(input)
    }
    if !mayBeEmpty, try discovery.found.isEmpty() {
      throw RunError(
        .inputMissing,
        "There is no file to read (\(extensions.sorted().joined(separator: ", "))) in: "
          + inputs.joined(separator: ", "))
    }
    return discovery.found
  }

  private mutating func add(_ input: String) throws(RunError) {
    visited = []
    var status = stat()
    if lstat(input, &status) == 0 || errno != ENOENT || !Self.isGlob(input) {
      return try add(FilePath(input), relative: nil, root: input)
    }
    let prefix = Self.folderBeforeWildcard(input)
    let matches = Self.matches(input)
    if matches.isEmpty { throw RunError(.inputMissing, "The input matches nothing: \(input)") }
    for match in matches {
      let relative = FilePath(bytes: match.bytes.dropFirst(prefix.bytes.count))
      try add(match, relative: relative, root: input)
    }
  }

  /// Adds what stands at a named or matched path; without `relative`, a folder is its own root.
  private mutating func add(_ path: FilePath, relative: FilePath?, root: String) throws(RunError) {
    var status = stat()
    guard path.withCPath({ stat($0, &status) }) == 0 else {
      let problem = FileProblem.system(errno, path: path)
      if problem.isMissing { throw RunError(.inputMissing, "The input does not exist: \(path)") }
      found.failures.append(problem.failure(of: path.description))
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      try walk(path, relative: relative ?? FilePath(bytes: []), root: root)
    } else {
      try found.files.add(
        InputFile(root: root, relativePath: relative ?? path.split.name, path: path, status: status), input: input)
    }
  }

  private mutating func walk(_ folder: FilePath, relative: FilePath, root: String) throws(RunError) {
    var status = stat()
    guard folder.withCPath({ stat($0, &status) }) == 0, let stream = folder.withCPath({ opendir($0) }) else {
      let name = relative.bytes.isEmpty ? folder : relative
      found.failures.append(FileProblem.system(errno, path: folder).failure(of: name.description))
      return
    }
    defer { closedir(stream) }
    // A link may lead back up: each folder is walked once, by its first path in order.
    guard visited.insert(FileIdentity(status)).inserted else { return }
    for name in Self.names(stream).sorted() where !name.isHidden {
      try visit(folder.appending(name), relative: relative.appending(name), root: root)
    }
  }

  private mutating func visit(_ path: FilePath, relative: FilePath, root: String) throws(RunError) {
    let isReadable = Self.extensions.contains(path.fileExtension)
    var status = stat()
    guard path.withCPath({ stat($0, &status) }) == 0 else {
      // A broken link may have been a folder, unless its name says that it was some other file.
      if isReadable || path.fileExtension.isEmpty {
        found.failures.append(FileProblem.system(errno, path: path).failure(of: relative.description))
      }
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      try walk(path, relative: relative, root: root)
    } else if isReadable {
      try found.files.add(InputFile(root: root, relativePath: relative, path: path, status: status), input: input)
    }
  }

  private static func names(_ stream: OpaquePointer) -> [FilePath] {
    var names: [FilePath] = []
    while let entry = readdir(stream) {
      // The name ends at its zero byte, which may lie before the end of the field.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { field in FilePath(bytes: field.prefix { $0 != 0 }) }
      names.append(name)
    }
    return names
  }

  private static func isGlob(_ input: String) -> Bool {
    input.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }

  /// The part of a glob up to and with the slash before its first wildcard.
  private static func folderBeforeWildcard(_ input: String) -> FilePath {
    let bytes = Array(input.utf8)
    let fixed = bytes.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "[") }
    guard let slash = fixed.lastIndex(of: FilePath.slash) else { return FilePath(bytes: []) }
    return FilePath(bytes: fixed[...slash])
  }

  private static func matches(_ pattern: String) -> [FilePath] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, GLOB_NOSORT, nil, &result) == 0 else { return [] }
    let paths = UnsafeBufferPointer(start: result.gl_pathv, count: Int(result.gl_pathc))
    return paths.compactMap { path in
      path.map { FilePath(bytes: UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:))) }
    }.sorted()
  }
}

/// The device and number that make a folder the same folder by whatever path.
private struct FileIdentity: Hashable {
  let device: UInt
  let number: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}

import FoundationEssentials
import Glibc

/// Reads whole files, and lists the files that make up a dataset.
enum FileBytes {
  /// The bytes of the file at `path`, which must be a regular one: to open a pipe could wait for ever.
  static func read(_ path: String) throws(EvaluationError) -> [UInt8] {
    guard !exists(path) || kind(path) == S_IFREG else {
      throw EvaluationError(.unreadable, path: path, "It is no regular file.")
    }
    do {
      return try [UInt8](Data(contentsOf: URL(filePath: path)))
    } catch {
      guard exists(path) else {
        throw EvaluationError(.missing, path: path, "The file does not exist.")
      }
      throw EvaluationError(.unreadable, path: path, "The file cannot be read.")
    }
  }

  /// The files of the dataset `name` of the release in `directory`: one file, or the parts of a folder of partitions.
  static func parts(of name: String, in directory: String) throws(EvaluationError) -> [String] {
    let (file, folder) = ("\(directory)/\(name).csv", "\(directory)/\(name)")
    if exists(file) { return [file] }
    // The folder `documents` of a release that is not partitioned holds canonical JSON only.
    let parts = csvFiles(below: folder)
    if parts.isEmpty { throw EvaluationError(.missing, path: file, "The file does not exist.") }
    return parts
  }

  /// Whether anything stands at `path`.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// What stands at `path`, links followed, or at a link itself.
  private static func kind(_ path: String, atLink: Bool = false) -> mode_t {
    var status = stat()
    return (atLink ? lstat(path, &status) : stat(path, &status)) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// The file's name within its folder.
  static func lastComponent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  private static func csvFiles(below folder: String) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
    return names.sorted().flatMap { name in
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".csv") { return [path] }
      // A link may lead back up.
      return kind(path, atLink: true) == S_IFDIR ? csvFiles(below: path) : []
    }
  }
}

import FoundationEssentials
import Glibc

/// Files of a release that somebody else may have written.
enum RegularFile {
  /// The contents of a regular file; an error for anything else, since to open a pipe could wait for ever.
  static func contents(_ path: String, options: Data.ReadingOptions) throws(ReleaseReaderError) -> Data {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .unreadable(path: path, reason: strerror(errno).map { String(cString: $0) } ?? "it is not there")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, reason: "it is no regular file")
    }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: options)
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }
}

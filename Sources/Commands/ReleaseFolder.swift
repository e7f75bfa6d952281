import FoundationEssentials
import Glibc
import Load
import Pipeline

/// Finds a release on disk and what it has keys for.
enum ReleaseFolder {
  /// The folder of the release at `path`, or of the current one where `path` is an output folder.
  static func resolve(_ path: String) throws(RunError) -> String {
    for folder in [path, path + "/current"] where access(folder + "/datapackage.json", F_OK) == 0 { return folder }
    throw RunError(.inputMissing, "There is no release: \(path)")
  }

  /// The keys that a document's provenance holds; none where it cannot be read.
  static func keys(of documentID: String, in directory: String) -> [String] {
    (try? ReleaseReader(directory: directory).keys(of: documentID)) ?? []
  }
}

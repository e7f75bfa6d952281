import Accounts
import Digests

/// Finds the file of a document under the inputs that were named, and keeps the last one that was read.
final class SourceFinder {
  /// A file that was found.
  struct File {
    var bytes: [UInt8]
    var sha256: String
  }

  private let inputs: [String]
  private var lastPath = ""
  private var last: File?

  /// Looks under these folders and files.
  init(_ inputs: [String]) {
    self.inputs = inputs
  }

  /// The file of a path relative to an input, the one with the hash before others; nil where there is none.
  func file(_ path: String, sha256: String) -> File? {
    if path == lastPath, let last, last.sha256 == sha256 { return last }
    var found: File?
    let relative = SourcePath.bytes(path)
    for input in inputs.map({ Array($0.utf8) }) {
      let isFile = input == relative || input.reversed().starts(with: relative.reversed() + [UInt8(ascii: "/")])
      let candidates = isFile ? [input] : [input + [UInt8(ascii: "/")] + relative]
      for candidate in candidates {
        guard let bytes = ReleaseFiles.bytes(at: candidate) else { continue }
        let file = File(bytes: bytes, sha256: SHA256.hexadecimal(of: bytes))
        if found == nil || file.sha256 == sha256 { found = file }
      }
      if found?.sha256 == sha256 { break }
    }
    lastPath = path
    last = found
    return found
  }
}

import Digests
import Foundation
import Testing

/// A copy of a release that a test changes by hand, as someone would who wants it to say something else.
struct TamperedRelease {
  /// The copy.
  let folder: String

  /// Copies the release in `folder` into a scratch folder.
  init(copying release: String, into scratch: ScratchFolder) throws {
    folder = scratch.path + "/tampered"
    // A copy of the link `current` would be a link.
    let original = URL(fileURLWithPath: release).resolvingSymlinksInPath().path
    try FileManager.default.copyItem(atPath: original, toPath: folder)
  }

  /// Changes the lines of a file that hold all of `parts`; there must be one at least.
  func edit(_ file: String, where parts: [String], _ change: (String) -> String?) throws {
    let path = "\(folder)/\(file)"
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let found = lines.indices.filter { index in parts.allSatisfy { lines[index].contains($0) } }
    try #require(!found.isEmpty, "\(file) has no line with \(parts)")
    for index in found.reversed() {
      if let changed = change(lines[index]) { lines[index] = changed } else { lines.remove(at: index) }
    }
    try lines.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// Replaces a text in the lines of a file that hold all of `parts`.
  func replace(_ file: String, where parts: [String], _ old: String, by new: String) throws {
    try edit(file, where: parts) { line in
      #expect(line.contains(old), "\(file): no \(old) in \(line)")
      return line.replacingOccurrences(of: old, with: new)
    }
  }

  /// Removes a file.
  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
  }

  /// Gives `datapackage.json` the bytes and the hashes that the datasets have now.
  func rehash() throws {
    let url = URL(fileURLWithPath: folder + "/datapackage.json")
    var text = try String(contentsOf: url, encoding: .utf8)
    let package = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    for resource in package?["resources"] as? [[String: Any]] ?? [] {
      guard let path = resource["path"] as? String, let hash = resource["hash"] as? String,
        let bytes = resource["bytes"] as? Int
      else { continue }
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
      let digest = SHA256.hexadecimal(of: Array(data))
      text = text.replacingOccurrences(
        of: "\"bytes\": \(bytes),\n      \"hash\": \"\(hash)\"",
        with: "\"bytes\": \(data.count),\n      \"hash\": \"sha256:\(digest)\"")
    }
    try text.write(to: url, atomically: false, encoding: .utf8)
  }
}

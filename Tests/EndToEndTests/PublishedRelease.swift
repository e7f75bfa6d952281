import Foundation
import Testing

/// A release on disk, as a reader sees it.
struct PublishedRelease {
  /// The folder of the release.
  let folder: String

  /// The current release of an output folder.
  init(output: String) {
    folder = output + "/current"
  }

  /// The rows of a dataset as lists of fields, the header first; the fields of the tests hold no line breaks.
  func rows(_ dataset: String) throws -> [[String]] {
    let text = try String(contentsOfFile: "\(folder)/\(dataset).csv", encoding: .utf8)
    return text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The column `name` of a dataset.
  func column(_ name: String, of dataset: String) throws -> [String] {
    let rows = try rows(dataset)
    let index = try #require(rows.first?.firstIndex(of: name))
    return rows.dropFirst().map { $0[index] }
  }

  /// The run record.
  func record() throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/run.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// All files with their bytes, but for the run record, which holds times.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    // With a slash behind it, the link `current` is followed.
    let folder = folder + "/"
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name != "run.json" {
      files[name] = FileManager.default.contents(atPath: folder + name)
    }
    return files
  }
}

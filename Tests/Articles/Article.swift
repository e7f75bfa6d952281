import Foundation

/// A document of the repository with parts that are written by its code, so that they say what the code does.
///
/// Such a part stands between `<!-- NAME: ... -->` and `<!-- end of NAME -->`. `JUESUAN_RECORD_DOCS=1` writes it anew
/// before it is compared.
public struct Article {
  /// The root of the repository.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// Whether what differs is to be written anew.
  public static let isRecording = ProcessInfo.processInfo.environment["JUESUAN_RECORD_DOCS"] == "1"

  private let file: URL

  /// A document, by its path from the root.
  public init(_ path: String) {
    file = Self.root.appendingPathComponent(path)
  }

  /// The whole text.
  public var text: String {
    get throws { try String(contentsOf: file, encoding: .utf8) }
  }

  /// Writes the text anew, if that is asked for.
  public func record(_ text: String) throws {
    if Self.isRecording { try Data(text.utf8).write(to: file) }
  }

  /// The lines of a part as they stand, with those that the code gives for it written first if that is asked for.
  public func part(_ name: String, recording lines: [String]) throws -> [String] {
    var all = try text.components(separatedBy: "\n")
    guard let start = all.firstIndex(where: { $0.hasPrefix("<!-- \(name): ") }),
      let end = all[start...].firstIndex(of: "<!-- end of \(name) -->")
    else { throw NoPart(name: name, file: file.lastPathComponent) }
    if Self.isRecording {
      all.replaceSubrange((start + 1)..<end, with: lines)
      try record(all.joined(separator: "\n"))
      return lines
    }
    return Array(all[(start + 1)..<end])
  }

  /// A table in Markdown, between blank lines.
  public static func table(_ header: [String], _ rows: [[String]]) -> [String] {
    let lines = [header, header.map { _ in "---" }] + rows
    return [""] + lines.map { "| " + $0.joined(separator: " | ") + " |" } + [""]
  }

  /// A part that a document does not have.
  private struct NoPart: Error {
    var name: String
    var file: String
  }
}

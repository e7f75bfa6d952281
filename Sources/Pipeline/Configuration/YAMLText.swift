import Yams

/// YAML as juesuan takes it: one document without aliases.
///
/// A few lines of aliases of aliases stand for more nodes than any machine can visit, so a text that refers to one of
/// its anchors is refused before it is composed. Nesting is bounded by the parser, size by whoever reads the file.
enum YAMLText {
  /// Composes the text of the file at `path`; nil for an empty one.
  ///
  /// - Throws: a `RunError` of status `configuration` that names file and line.
  static func compose(_ yaml: String, path: String) throws(RunError) -> Node? {
    if let (line, name) = alias(in: yaml) {
      throw RunError(
        .configuration, "\(path):\(line): Anchors and aliases such as '&\(name)' and '*\(name)' are not read.")
    }
    do {
      return try Yams.compose(yaml: yaml)
    } catch {
      throw syntaxError(error, path: path)
    }
  }

  /// The first `*name` of an `&name`, where a node may begin; nil without any.
  private static func alias(in yaml: String) -> (line: Int, name: String)? {
    let bytes = Array(yaml.utf8)
    var anchors: Set<ArraySlice<UInt8>> = []
    var line = 1
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      guard bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "*"),
        index == 0 || beginnings.contains(bytes[index - 1])
      else { continue }
      let name = bytes[(index + 1)...].prefix(while: isOfName)
      if name.isEmpty { continue }
      if bytes[index] == UInt8(ascii: "&") {
        anchors.insert(name)
      } else if anchors.contains(name) {
        return (line, String(decoding: name, as: UTF8.self))
      }
    }
    return nil
  }

  /// What an anchor or alias may stand right behind.
  private static let beginnings = Set(" \t\r\n[{,".utf8)

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func syntaxError(_ error: any Error, path: String) -> RunError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      RunError(.configuration, "\(path):\(mark.line): This is not YAML: \(problem).")
    case .duplicatedKeysInMapping(let duplicates, let context):
      RunError(
        .configuration, "\(path):\(context.mark.line): The key '\(duplicates.first ?? "")' stands here twice.")
    default:
      RunError(.configuration, "\(path): This is not YAML: \(error)")
    }
  }
}

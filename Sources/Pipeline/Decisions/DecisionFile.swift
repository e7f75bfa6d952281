import Accounts
import FoundationEssentials
import Yams

/// Reads reviewers' decisions: YAML files, each a list of decisions.
public enum DecisionFile {
  private static let keys = ["source", "document", "key", "was", "amount", "by", "date", "reason"]
  private static let evidenceKeys = ["amount", "low", "high", "printed"]

  /// Reads all `.yaml` and `.yml` files of a folder, in the order of their names.
  ///
  /// - Throws: a `RunError` of status `configuration` that names file and line, or `inputMissing`.
  public static func read(folder: String) throws(RunError) -> DecisionBook {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw RunError(.inputMissing, "The folder of decisions cannot be read. (\(folder))")
    }
    var decisions: [Decision] = []
    for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let path = "\(folder)/\(name)"
      let bytes: [UInt8]
      do {
        bytes = try FileReader(maxBytes: 64 << 20).read(FilePath(path))
      } catch {
        throw RunError(.configuration, "The decisions cannot be read. \(error.message) (\(path))")
      }
      decisions += try parse(String(decoding: bytes, as: UTF8.self), path: path)
    }
    return DecisionBook(decisions)
  }

  /// Reads the decisions of one file.
  package static func parse(_ yaml: String, path: String) throws(RunError) -> [Decision] {
    guard let root = try YAMLText.compose(yaml, path: path), root.null == nil else { return [] }
    let reader = PipelineFileReader(path: path)
    guard let list = root.sequence else { throw reader.error(root, "A list of decisions is expected.") }
    var decisions: [Decision] = []
    for node in list { decisions.append(try decision(node, reader)) }
    return decisions
  }

  private static func decision(_ node: Node, _ reader: PipelineFileReader) throws(RunError) -> Decision {
    var texts: [String: String] = [:]
    var was = Decision.Evidence()
    for (key, value) in try reader.entries(node, known: keys, of: "a decision") {
      if key == "was" {
        for (name, text) in try reader.entries(value, known: evidenceKeys, of: "'was'") {
          let text = text.scalar?.string ?? ""
          switch name {
          case "amount": was.amount = text
          case "low": was.low = text
          case "high": was.high = text
          default: was.printed = text
          }
        }
      } else {
        texts[key] = try reader.string(value, key: key)
      }
    }
    for key in keys where texts[key] == nil && key != "was" && key != "document" {
      throw reader.error(node, "The decision lacks '\(key)'.")
    }
    let source = texts["source"] ?? ""
    guard source.utf8.count == 64 else { throw reader.error(node, "'source' must be the SHA-256 of the source.") }
    guard let amount = yuan(texts["amount"] ?? "") else {
      throw reader.error(node, "'amount' must be yuan with two decimals, such as 8777300.00.")
    }
    return Decision(
      sha256: source, documentID: texts["document"] ?? String(source.prefix(16)), key: texts["key"] ?? "", was: was,
      amount: amount, by: texts["by"] ?? "", date: texts["date"] ?? "", reason: texts["reason"] ?? "")
  }

  /// An amount in yuan as the datasets write it.
  private static func yuan(_ text: String) -> Amount? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let cents = Int64(parts[0] + parts[1])
    else { return nil }
    let amount = Amount(clamping: Int128(cents) * 10)
    return amount.isReadable ? amount : nil
  }
}

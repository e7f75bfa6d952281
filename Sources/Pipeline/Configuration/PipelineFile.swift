import Accounts
import Classification
import Yams

/// A pipeline file: YAML that says what a run reads and where it writes.
///
/// Paths in it are relative to the folder of the file. Every mistake is an error of status `configuration` that names
/// file and line; nothing is ignored.
public enum PipelineFile {
  /// Reads the pipeline file at `path`.
  public static func read(_ path: String) throws(RunError) -> PipelineSettings {
    let bytes: [UInt8]
    do {
      bytes = try FileReader(maxBytes: 1 << 20).read(FilePath(path))
    } catch {
      let status: ExitStatus = error.isMissing ? .inputMissing : .configuration
      throw RunError(status, "The pipeline file cannot be read. \(error.message) (\(path))")
    }
    return try parse(String(decoding: bytes, as: UTF8.self), path: path)
  }

  /// Parses the text of the pipeline file at `path`.
  package static func parse(_ yaml: String, path: String) throws(RunError) -> PipelineSettings {
    guard let root = try YAMLText.compose(yaml, path: path) else {
      throw RunError(.configuration, "\(path): The pipeline file is empty.")
    }
    return try PipelineFileReader(path: path).settings(root)
  }
}

/// Turns the nodes of one pipeline file into settings.
struct PipelineFileReader {
  let path: String

  private static let keys = [
    "inputs", "output", "jobs", "isolation", "limits", "partition", "retention", "gates", "decisions", "metrics",
    "openlineage",
    "on_success", "on_failure", "on_warning", "no_input", "no_change",
  ]
  private static let limitKeys = ["max_file_bytes", "seconds_per_document", "memory_per_document"]
  private static let gateKeys = [
    "min_documents", "max_documents", "min_complete", "min_fill", "max_unresolved_rise", "max_changed_values",
  ]
  private static let retentionKeys = ["releases"]

  func settings(_ root: Node) throws(RunError) -> PipelineSettings {
    var settings = PipelineSettings()
    for (key, value) in try entries(root, known: Self.keys, of: "the pipeline file") {
      switch key {
      case "inputs": settings.inputs = try strings(value, key: key).map(resolved)
      case "output": settings.output = resolved(try string(value, key: key))
      case "jobs": settings.jobs = try positiveInteger(value, key: key)
      case "isolation": settings.isolation = try choice(value, key: key)
      case "partition": settings.partitioning = try choice(value, key: key)
      case "retention":
        for (name, bound) in try entries(value, known: Self.retentionKeys, of: "'retention'") {
          settings.releasesKept = try positiveInteger(bound, key: name)
        }
      case "metrics": settings.metrics = resolved(try string(value, key: key))
      case "openlineage": settings.lineage = resolved(try string(value, key: key))
      case "on_success": settings.hooks.onSuccess = try string(value, key: key)
      case "on_failure": settings.hooks.onFailure = try string(value, key: key)
      case "on_warning": settings.hooks.onWarning = try string(value, key: key)
      case "decisions": settings.decisions = resolved(try string(value, key: key))
      case "gates": settings.gates = try gates(value)
      case "no_input": settings.noInput = try choice(value, key: key)
      case "no_change": settings.noChange = try choice(value, key: key)
      default:
        for (limit, bound) in try entries(value, known: Self.limitKeys, of: "'limits'") {
          switch limit {
          case "seconds_per_document":
            settings.secondsPerDocument = try documentLimit(bound, key: limit)
          case "memory_per_document": settings.memoryPerDocument = try documentLimit(bound, key: limit)
          default: settings.maxFileBytes = try positiveInteger(bound, key: limit)
          }
        }
      }
    }
    return settings
  }

  private func gates(_ node: Node) throws(RunError) -> Gates {
    var gates = Gates()
    for (key, value) in try entries(node, known: Self.gateKeys, of: "'gates'") {
      switch key {
      case "min_documents": gates.minDocuments = try wholeNumber(value, key: key)
      case "max_documents": gates.maxDocuments = try wholeNumber(value, key: key)
      case "min_complete": gates.minComplete = try share(value, key: key)
      case "max_unresolved_rise": gates.maxUnresolvedRise = try share(value, key: key)
      case "max_changed_values": gates.maxChangedValues = try wholeNumber(value, key: key)
      default:
        let forms = FormSet.finalAccount.forms.map(\.rawValue)
        for (name, least) in try entries(value, known: forms, of: "'min_fill'") {
          if let form = FormSet.finalAccount[name] { gates.minFill[form] = try share(least, key: name) }
        }
      }
    }
    return gates
  }

  /// One of a few words.
  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, key: String
  ) throws(RunError) -> Choice {
    guard let choice = Choice(rawValue: node.scalar?.string ?? "") else {
      throw error(node, "'\(key)' must be one of: \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return choice
  }

  /// A whole number above zero, or `none`.
  private func documentLimit(_ node: Node, key: String) throws(RunError) -> DocumentLimit {
    node.scalar?.string == "none" ? .unlimited : .most(try positiveInteger(node, key: key))
  }

  private func share(_ node: Node, key: String) throws(RunError) -> Double {
    guard let share = node.float, (0...1).contains(share) else {
      throw error(node, "'\(key)' must be a share from 0 to 1, not '\(node.scalar?.string ?? "a list")'.")
    }
    return share
  }

  private func wholeNumber(_ node: Node, key: String) throws(RunError) -> Int {
    guard let number = node.int, number >= 0 else {
      throw error(node, "'\(key)' must be a whole number, not '\(node.scalar?.string ?? "a list")'.")
    }
    return number
  }

  /// The keys and values of a mapping, all keys known.
  func entries(_ node: Node, known: [String], of owner: String) throws(RunError) -> [(String, Node)] {
    guard let mapping = node.mapping else { throw error(node, "Keys and values are expected in \(owner).") }
    var entries: [(String, Node)] = []
    for (keyNode, value) in mapping {
      let key = keyNode.string ?? ""
      guard known.contains(key) else {
        let nearest = NearestNames.nearest(to: key, in: known).first ?? ""
        throw error(
          keyNode,
          "There is no key '\(key)' in \(owner). The nearest is '\(nearest)'; known: \(known.joined(separator: ", ")).")
      }
      entries.append((key, value))
    }
    return entries
  }

  func string(_ node: Node, key: String) throws(RunError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty, node.null == nil else {
      throw error(node, "'\(key)' must be a path.")
    }
    return text
  }

  private func strings(_ node: Node, key: String) throws(RunError) -> [String] {
    guard let sequence = node.sequence else { return [try string(node, key: key)] }
    var strings: [String] = []
    for element in sequence { strings.append(try string(element, key: key)) }
    if strings.isEmpty { throw error(node, "'\(key)' names nothing.") }
    return strings
  }

  private func positiveInteger(_ node: Node, key: String) throws(RunError) -> Int {
    let range = SettingRange.of(key)
    guard let number = node.int, range.contains(number) else {
      throw error(node, "'\(key)' must be \(range.words), not '\(node.scalar?.string ?? "a list")'.")
    }
    return number
  }

  private func resolved(_ relative: String) -> String {
    if relative.utf8.first == UInt8(ascii: "/") { return relative }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return relative }
    return String(path[...slash]) + relative
  }

  func error(_ node: Node, _ message: String) -> RunError {
    RunError(.configuration, "\(path):\(node.mark?.line ?? 1): \(message)")
  }
}

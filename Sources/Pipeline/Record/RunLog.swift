import FoundationEssentials
import Load

/// The log of a run, `OUTPUT/runs/<run id>.jsonl`: one event per line, also of runs that fail.
final class RunLog {
  private let disk: any Disk
  private let file: DiskFile
  private var pending: [UInt8] = []
  private let encoder: JSONEncoder

  /// The folder of run logs and records.
  static func folder(of output: String) -> String { "\(output)/runs" }

  /// Opens the log of a run.
  init(output: String, runID: String, disk: any Disk) throws(DiskError) {
    self.disk = disk
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try disk.createDirectory(Self.folder(of: output))
    file = try disk.create("\(Self.folder(of: output))/\(runID).jsonl")
  }

  deinit {
    try? disk.close(file)
  }

  /// Appends an event.
  func add(_ event: RunEvent) throws(DiskError) {
    guard let line = try? encoder.encode(event) else { return }
    pending.append(contentsOf: line)
    pending.append(UInt8(ascii: "\n"))
    if pending.count > 1 << 16 { try flush() }
  }

  /// Writes what is pending.
  func flush() throws(DiskError) {
    if pending.isEmpty { return }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    try disk.write(all: bytes, to: file)
  }
}

/// One event of a run.
struct RunEvent: Encodable {
  /// What happened: `started`, `read`, `duplicate`, `quarantined`, `withdrawn`, `gate`, `published`, `finished`.
  var event: String
  /// When; UTC.
  var time = Date().formatted(.iso8601)
  var path: String?
  var input: String?
  var cause: String?
  var sha256: String?
  var documentIDs: [String]?
  var stage: String?
  var reason: String?
  var message: String?
  var release: String?
  var exitCode: Int32?

  init(_ event: String) {
    self.event = event
  }

  private enum CodingKeys: String, CodingKey {
    case event, time, path, input, cause, sha256
    case documentIDs = "document_ids"
    case stage, reason, message, release
    case exitCode = "exit_code"
  }
}

/// Why a stage could not go on with a document; the document goes to quarantine, the run goes on.
public struct StageFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The stages of a run, in order.
  public enum Stage: String, Sendable {
    case extract, clean, transform, load
  }

  /// The stage that failed.
  public var stage: Stage
  /// Path of the document, relative to the input root.
  public var document: String
  /// The line of the source that it failed on, if known.
  public var line: Int?
  /// Whether another try may succeed without any change (a vanished or locked file), or not (a binary file).
  public var isTransient: Bool
  /// A stable id, such as `empty-file`, `binary-file`, `too-large`, `unreadable`, `no-content`, `budget`.
  public var reason: String
  /// One English sentence: what is wrong and what to do.
  public var message: String

  /// Makes a failure.
  public init(
    stage: Stage, document: String, line: Int? = nil, isTransient: Bool = false, reason: String, message: String
  ) {
    self.stage = stage
    self.document = document
    self.line = line
    self.isTransient = isTransient
    self.reason = reason
    self.message = message
  }

  /// `path:line: stage: message (reason)`.
  public var description: String {
    "\(document)\(line.map { ":\($0)" } ?? ""): \(stage.rawValue): \(message) (\(reason))"
  }
}

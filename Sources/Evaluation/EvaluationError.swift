/// Why a release could not be compared with a truth.
public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is.
  public enum Kind: Sendable {
    /// A file or folder that is needed does not exist.
    case missing
    /// A file is there but cannot be read.
    case unreadable
    /// A file does not hold what it must.
    case malformed
  }

  /// What kind of trouble it is.
  public let kind: Kind
  /// The file or folder.
  public let path: String
  /// The 1-based line of the file; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong, in one English sentence.
  public let reason: String

  /// Makes an error.
  public init(_ kind: Kind, path: String, line: Int? = nil, _ reason: String) {
    self.kind = kind
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// `PATH:LINE: reason`.
  public var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)" }
}

/// A source that a run has something to do with, and why.
public struct SourceChange: Hashable, Sendable {
  /// Why a source is read, or forgotten.
  public enum Cause: Hashable, Sendable {
    /// No run has seen it.
    case new
    /// Its size or its time is not what it was; the bytes tell whether it has changed.
    case changed
    /// Its results were made by another program, configuration or reference data.
    case stale(why: String)
    /// It failed in a way that may pass, or somebody asked for another try.
    case retried
    /// All sources are read again.
    case refreshed
    /// It is gone.
    case withdrawn
  }

  /// The cause.
  public var cause: Cause
  /// Its row in the state; nil where it is new.
  var row: Int64?
  /// Its file; nil where it is withdrawn.
  var file: InputFile?
}

extension SourceChange.Cause {
  /// The kind of cause, as `plan` counts it.
  public var name: String {
    switch self {
    case .new: "new"
    case .changed: "changed"
    case .stale: "stale"
    case .retried: "retried"
    case .refreshed: "refreshed"
    case .withdrawn: "withdrawn"
    }
  }

  /// The cause in a few words.
  public var explanation: String {
    switch self {
    case .new: "no run has seen it"
    case .changed: "its size or time is not what it was"
    case .stale(let why): why
    case .retried: "it failed, and another try may succeed"
    case .refreshed: "all is read again"
    case .withdrawn: "it is gone"
    }
  }
}

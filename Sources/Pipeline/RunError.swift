/// Why the program could not do what it was told to: no data problem, so no document is to blame.
public struct RunError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The exit code that it leads to.
  public var status: ExitStatus
  /// What is wrong and where, for people.
  public var message: String

  /// Makes an error.
  public init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// The message.
  public var description: String { message }
}

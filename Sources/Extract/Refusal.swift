import Accounts

/// The reasons for which extract refuses a source, as failures with their stable ids.
enum Refusal {
  static func empty(_ path: String) -> StageFailure {
    failure(path, "empty-file", "The file has no text, only white space or nothing; export it again.")
  }

  static func binary(_ path: String, kind: String) -> StageFailure {
    failure(path, "binary-file", "The file is \(kind), not text or HTML; export it as text or HTML.")
  }

  static func tooLarge(_ path: String, bytes: Int, limit: Int) -> StageFailure {
    failure(
      path, "too-large",
      "The file has \(bytes) bytes, more than the limit of \(limit); split it, or raise the limit.")
  }

  static func noContent(_ path: String, format: SourceFormat) -> StageFailure {
    let what = format == .html ? "The page has no text outside scripts, styles and navigation" : "The file has no text"
    return failure(path, "no-content", "\(what); save the page that holds the disclosure itself.")
  }

  static func noConverter(_ path: String) -> StageFailure {
    failure(
      path, "no-converter",
      "The C library of this machine cannot convert GB18030; install its gconv modules (Debian: libc6).")
  }

  private static func failure(_ path: String, _ reason: String, _ message: String) -> StageFailure {
    StageFailure(stage: .extract, document: path, reason: reason, message: message)
  }
}

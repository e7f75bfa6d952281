import Accounts

/// The first stage: bytes to lines and cells.
public enum Extractor {
  /// Reads one source.
  ///
  /// - Throws: a `StageFailure` for a source without content: empty, binary, too large.
  public static func extract(_ bytes: [UInt8], path: String) throws(StageFailure) -> ExtractedDocument {
    throw StageFailure(stage: .extract, document: path, reason: "unwritten", message: "not yet built")
  }
}

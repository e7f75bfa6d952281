/// One source of a run: what was read, and which documents it gave.
public struct InputEntry: Encodable, Equatable, Sendable {
  /// Path relative to its input.
  public var path: String
  /// The input, as configured, that it was found under.
  public var input: String
  /// Its size; nil where it could not be read.
  public var bytes: Int?
  /// Its SHA-256; nil where it could not be read.
  public var sha256: String?
  /// The documents that it gave, in order.
  public var documentIDs: [String]
  /// Other paths with the same bytes, in order; they gave no documents of their own.
  public var duplicates: [String]

  private enum CodingKeys: String, CodingKey {
    case path, input, bytes, sha256
    case documentIDs = "document_ids"
    case duplicates
  }
}

/// What kind of file a source is.
public enum SourceFormat: String, Sendable, CaseIterable {
  case text
  case html
}

/// How a source parts its cells; the one that most of its table lines have.
public enum SourceLayout: String, Sendable, CaseIterable {
  case tabs
  case spaces
  case pipes
  case cells
  case html
}

/// The identity of one source file: what was read, and how.
public struct SourceRecord: Hashable, Sendable {
  /// Path relative to the input root.
  public var path: String
  /// Lower-case hexadecimal SHA-256 of the bytes.
  public var sha256: String
  /// Number of bytes.
  public var bytes: Int
  /// Text or HTML.
  public var format: SourceFormat
  /// How its cells are parted.
  public var layout: SourceLayout
  /// The encoding that its bytes were decoded from, such as `UTF-8` or `GB18030`.
  public var encoding: String

  /// Makes the record of one file.
  public init(
    path: String, sha256: String, bytes: Int, format: SourceFormat, layout: SourceLayout, encoding: String
  ) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.format = format
    self.layout = layout
    self.encoding = encoding
  }

  /// The document id: the first 16 hexadecimal digits of the hash.
  public var documentID: String { String(sha256.prefix(16)) }
}

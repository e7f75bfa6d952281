import Digests

/// Checks that a JSON document ends with the SHA-256 of all its bytes before the digits, as its member `content_sha256`.
enum DigestCheck {
  private static let length = 64

  /// Compares what a document says of its content with its bytes.
  ///
  /// - Parameter published: the last member of the document.
  static func check(
    _ bytes: [UInt8], names published: String, _ dataset: String, _ document: String, _ journal: inout Journal
  ) {
    let end = bytes.lastIndex(of: UInt8(ascii: "\"")) ?? 0
    let content = bytes.prefix(max(0, end - length))
    journal.compare(
      .digest, dataset, document, key: "content_sha256", published: published,
      expected: SHA256.hexadecimal(of: content), "its content")
  }

  /// Compares what a document says of its provenance with the lines of it.
  static func check(
    provenance: [UInt8], of document: PublishedDocument, _ journal: inout Journal
  ) {
    guard case .object = document.canonical else { return }
    journal.compare(
      .digest, "provenance", document.id, key: "provenance_sha256",
      published: document.canonical["provenance_sha256"].scalar, expected: SHA256.hexadecimal(of: provenance),
      "the provenance")
  }
}

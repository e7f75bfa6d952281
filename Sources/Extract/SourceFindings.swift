import Accounts

/// What extract finds wrong with the bytes of a source.
enum SourceFindings {
  /// A finding when malformed sequences had to be replaced, with their number and the first line.
  static func replacements(in text: DecodedText) -> [Finding] {
    guard let offset = text.firstReplacement else { return [] }
    let line = text.bytes.withUnsafeBufferPointer { lineNumber(of: offset, in: $0) }
    let what = text.replacements == 1 ? "One sequence" : "\(text.replacements) sequences"
    let were = text.replacements == 1 ? "was" : "were"
    return [
      Finding(
        .replacedBytes,
        message: "\(what) of bytes that \(text.encoding.rawValue) does not allow \(were) replaced by U+FFFD, "
          + "first on line \(line).",
        sourceLine: line)
    ]
  }

  /// A finding when a page declares another encoding than its bytes have; ASCII agrees with all but UTF-16.
  static func declaration(in page: ByteBuffer, decodedFrom encoding: TextEncoding) -> [Finding] {
    guard let declared = DeclaredCharset.find(in: page) else { return [] }
    guard !DeclaredCharset.encodings(named: declared).contains(encoding) else { return [] }
    guard page.contains(where: { $0 >= 0x80 }) else { return [] }
    return [
      Finding(
        .wrongDeclaredEncoding, printed: declared, expected: encoding.rawValue,
        message: "The page declares \(declared), but its bytes are \(encoding.rawValue).")
    ]
  }

  /// A finding for a source with more cells than the limit.
  static func cut(cells: Int) -> Finding {
    Finding(.truncatedSource, message: "The source has more than \(cells) cells; what follows was left out.")
  }

  /// A finding for a page whose elements stand deeper in each other than the limit.
  static func tooDeep(depth: Int) -> Finding {
    Finding(
      .truncatedSource,
      message: "Elements are nested more than \(depth) deep, or tables more than 32; the structure below was left out.")
  }

  /// A finding for a page with a tag that has more attributes than are read.
  static let tooManyAttributes = Finding(
    .workLimited, message: "A tag has more attributes than any element of HTML; the last ones are not read.")

  /// A finding for a page that the parser gave up.
  static func unread() -> Finding {
    Finding(.truncatedSource, message: "The HTML parser stopped before the end of the page; what follows was left out.")
  }

  /// The 1-based number of the line that holds `offset`, counting LF, CRLF and CR.
  private static func lineNumber(of offset: Int, in text: ByteBuffer) -> Int {
    var line = 1
    for index in 0..<offset {
      let isReturn = text[index] == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A)
      line += isReturn || text[index] == 0x0A ? 1 : 0
    }
    return line
  }
}

import Accounts
import Digests

/// The first stage: bytes to lines and cells.
public enum Extractor {
  /// Reads one source: finds its encoding and its format from the bytes, then its lines and cells.
  ///
  /// - Parameters:
  ///   - bytes: all bytes of the file.
  ///   - path: the path relative to the input root, for the record and for messages.
  ///   - limits: what the source may cost at most.
  /// - Throws: a `StageFailure` for a source without content: `empty-file`, `binary-file`, `too-large`, `no-content`,
  ///   and `no-converter` where the C library cannot decode GB18030.
  public static func extract(
    _ bytes: [UInt8], path: String, limits: ExtractLimits = ExtractLimits()
  ) throws(StageFailure) -> ExtractedDocument {
    guard !bytes.isEmpty else { throw Refusal.empty(path) }
    guard bytes.count <= limits.maximumBytes else {
      throw Refusal.tooLarge(path, bytes: bytes.count, limit: limits.maximumBytes)
    }
    var decoded = try SourceDecoder.decode(bytes, path: path)
    var document = ExtractedDocument(
      source: SourceRecord(
        path: path, sha256: SHA256.hexadecimal(of: bytes), bytes: bytes.count, format: .text, layout: .spaces,
        encoding: decoded.encoding.rawValue),
      lines: [], findings: SourceFindings.replacements(in: decoded))
    let reading = decoded.bytes.withUnsafeBufferPointer { FormatSniffer.reading(of: $0) }
    if reading != .text { PassedOver.erase(in: &decoded.bytes) }
    if reading != .text, AttributeLimit.erase(in: &decoded.bytes) {
      document.findings.append(SourceFindings.tooManyAttributes)
    }
    decoded.bytes.withUnsafeBufferPointer { text in
      switch reading {
      case .text:
        readText(text, limits: limits, into: &document)
      case .page:
        document.findings += SourceFindings.declaration(in: text, decodedFrom: decoded.encoding)
        readPage(text, keepsLineEnds: false, limits: limits, into: &document)
      case .textWithTables:
        readPage(text, keepsLineEnds: true, limits: limits, into: &document)
      }
    }
    guard !document.lines.isEmpty else { throw Refusal.noContent(path, format: document.source.format) }
    return document
  }

  private static func readText(_ text: ByteBuffer, limits: ExtractLimits, into document: inout ExtractedDocument) {
    var extractor = TextExtractor(text, limits: limits)
    extractor.extract()
    document.source.layout = extractor.votes.winner
    document.lines = extractor.lines
    if extractor.isCut { document.findings.append(SourceFindings.cut(cells: limits.maximumCells)) }
  }

  private static func readPage(
    _ page: ByteBuffer, keepsLineEnds: Bool, limits: ExtractLimits, into document: inout ExtractedDocument
  ) {
    document.source.format = .html
    document.source.layout = .html
    let (lines, findings) = PageExtractor.extract(page, keepsLineEnds: keepsLineEnds, limits: limits)
    document.lines = lines
    document.findings += findings
  }
}

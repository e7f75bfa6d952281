import Accounts

/// HTML to lines: one for every block of text, and one for every row of a table.
enum PageExtractor {
  /// Reads a page.
  ///
  /// - Parameters:
  ///   - page: valid UTF-8 without NUL.
  ///   - keepsLineEnds: whether line ends outside tables part lines, as in text that holds tables in markup.
  ///   - limits: what the page may cost at most.
  static func extract(
    _ page: ByteBuffer, keepsLineEnds: Bool, limits: ExtractLimits
  ) -> (lines: [SourceLine], findings: [Finding]) {
    let reader = PageReader(page, keepsLineEnds: keepsLineEnds, limits: limits)
    guard let parsed = MarkupParser.parse(page, with: reader) else { return ([], [SourceFindings.unread()]) }
    var findings: [Finding] = []
    if parsed.reader.isTooDeep {
      findings.append(SourceFindings.tooDeep(depth: limits.maximumDepth))
    } else if parsed.reader.isCut {
      findings.append(SourceFindings.cut(cells: limits.maximumCells))
    } else if !parsed.isWhole {
      findings.append(SourceFindings.unread())
    }
    return (PageAssembler.lines(of: parsed.reader), findings)
  }
}

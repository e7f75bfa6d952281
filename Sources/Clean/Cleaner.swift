import Accounts

/// The second stage: lines and cells to sections, paragraphs and whole tables.
public enum Cleaner {
  /// Cleans one source; a file that holds several disclosures gives several documents, in order.
  public static func clean(_ extracted: ExtractedDocument) -> [CleanedDocument] {
    let (lines, reduced) = Furniture.strip(extracted.lines)
    let document = document(extracted, lines, reduced)
    let starts = DisclosureStarts.lines(in: lines, tables: document.tables)
    guard starts.count > 1 else { return [document] }
    return starts.indices.map { index in
      let range = (index == 0 ? 0 : starts[index])..<(index + 1 < starts.count ? starts[index + 1] : lines.count)
      var own = self.document(extracted, Array(lines[range]), Array(reduced[range]))
      own.ordinal = index + 1
      return own
    }
  }

  private static func document(
    _ extracted: ExtractedDocument, _ lines: [SourceLine], _ reduced: [ReducedLine]
  ) -> CleanedDocument {
    let contents = ContentsList.ranges(in: lines, reduced: reduced)
    var isTaken = Array(repeating: false, count: lines.count)
    for range in contents { for index in range { isTaken[index] = true } }
    let (tables, isClaimed) = TableFinder.find(in: lines, reduced: reduced, isContents: isTaken)
    let (preamble, sections) = Sections.read(
      lines, reduced: reduced, contents: contents, excluding: isClaimed)
    return CleanedDocument(
      source: extracted.source, preamble: preamble, sections: sections, tables: tables,
      findings: extracted.findings + SectionNumbers.findings(sections))
  }
}

import Accounts

/// The second stage: lines and cells to sections, paragraphs and whole tables.
public enum Cleaner {
  /// Cleans one source; a file that holds several disclosures gives several documents, in order.
  public static func clean(_ extracted: ExtractedDocument) -> [CleanedDocument] {
    let lines = Furniture.strip(extracted.lines)
    let document = document(extracted, lines)
    let starts = DisclosureStarts.lines(in: lines, tables: document.tables)
    guard starts.count > 1 else { return [document] }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : lines.count
      var own = self.document(extracted, Array(lines[(index == 0 ? 0 : starts[index])..<end]))
      own.ordinal = index + 1
      return own
    }
  }

  private static func document(_ extracted: ExtractedDocument, _ lines: [SourceLine]) -> CleanedDocument {
    // Rows of a grid are no text; only rows of two cells may be entries of a contents list.
    let facts = LineFacts.all(lines, skipping: lines.map { $0.width > 2 })
    let contents = ContentsList.ranges(in: lines, facts: facts)
    var isTaken = Array(repeating: false, count: lines.count)
    for range in contents { for index in range { isTaken[index] = true } }
    let (tables, isClaimed) = TableFinder.find(in: lines, facts: facts, isContents: isTaken)
    let (preamble, sections) = Sections.read(lines, facts: facts, contents: contents, excluding: isClaimed)
    return CleanedDocument(
      source: extracted.source, preamble: preamble, sections: sections, tables: tables,
      findings: extracted.findings + SectionNumbers.findings(sections))
  }
}

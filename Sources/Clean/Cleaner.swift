import Accounts

extension SourceLine {
  /// Whether it stands before another line of the source.
  fileprivate func begins(before other: SourceLine) -> Bool {
    (number, cells.first?.span.column ?? 0) < (other.number, other.cells.first?.span.column ?? 0)
  }
}

/// The second stage: lines and cells to sections, paragraphs and whole tables.
public enum Cleaner {
  /// Cleans one source; a file that holds several disclosures gives several documents, in order.
  public static func clean(_ extracted: ExtractedDocument) -> [CleanedDocument] {
    let (lines, reduced) = Furniture.strip(extracted.lines)
    let layout = Layout(lines, reduced)
    let starts = DisclosureStarts.lines(in: lines, tables: layout.tables)
    guard starts.count > 1 else {
      var whole = document(extracted, layout)
      whole.lines = extracted.lines
      return [whole]
    }
    let bounds = starts.dropFirst().map { start in
      extracted.lines.firstIndex { !$0.begins(before: lines[start]) } ?? extracted.lines.count
    }
    return starts.indices.map { index in
      let range = (index == 0 ? 0 : starts[index])..<(index + 1 < starts.count ? starts[index + 1] : lines.count)
      var own = document(extracted, Layout(Array(lines[range]), Array(reduced[range])))
      own.ordinal = index + 1
      let end = index < bounds.count ? bounds[index] : extracted.lines.count
      own.lines = Array(extracted.lines[(index == 0 ? 0 : min(bounds[index - 1], end))..<end])
      return own
    }
  }

  /// Lines parted into contents lists, tables and text.
  private struct Layout {
    let lines: [SourceLine]
    let reduced: [ReducedLine]
    let contents: [Range<Int>]
    let tables: [CleanedTable]
    /// Which lines tables have claimed.
    let isClaimed: [Bool]

    init(_ lines: [SourceLine], _ reduced: [ReducedLine]) {
      self.lines = lines
      self.reduced = reduced
      contents = ContentsList.ranges(in: lines, reduced: reduced)
      var isContents = Array(repeating: false, count: lines.count)
      for range in contents { for index in range { isContents[index] = true } }
      (tables, isClaimed) = TableFinder.find(in: lines, reduced: reduced, isContents: isContents)
    }
  }

  private static func document(_ extracted: ExtractedDocument, _ layout: Layout) -> CleanedDocument {
    let (preamble, sections) = Sections.read(
      layout.lines, reduced: layout.reduced, contents: layout.contents, excluding: layout.isClaimed)
    return CleanedDocument(
      source: extracted.source, preamble: preamble, sections: sections, tables: layout.tables,
      findings: extracted.findings + SectionNumbers.findings(sections))
  }
}

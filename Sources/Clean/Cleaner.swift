import Accounts
import Classification

extension SourceLine {
  /// Whether it stands before another line of the source.
  fileprivate func begins(before other: SourceLine) -> Bool {
    (number, cells.first?.span.column ?? 0) < (other.number, other.cells.first?.span.column ?? 0)
  }
}

/// The second stage: lines and cells to sections, paragraphs and whole tables.
public enum Cleaner {
  /// Cleans one source; a file that holds several disclosures gives several documents, in order.
  ///
  /// - Parameter report: the forms of the kind of report that is expected.
  public static func clean(
    _ extracted: ExtractedDocument, as report: FormSet = .finalAccount
  ) -> [CleanedDocument] {
    let (lines, reduced) = Furniture.strip(extracted.lines)
    let layout = Layout(lines, reduced, report)
    let starts = DisclosureStarts.lines(in: lines, tables: layout.tables, report)
    guard starts.count > 1 else {
      var whole = document(extracted, layout)
      whole.lines = extracted.lines
      return [whole]
    }
    let bounds = bounds(of: starts.dropFirst().map { lines[$0] }, in: extracted.lines)
    return starts.indices.map { index in
      let range = (index == 0 ? 0 : starts[index])..<(index + 1 < starts.count ? starts[index + 1] : lines.count)
      var own = document(extracted, Layout(Array(lines[range]), Array(reduced[range]), report))
      own.ordinal = index + 1
      let end = index < bounds.count ? bounds[index] : extracted.lines.count
      own.lines = Array(extracted.lines[(index == 0 ? 0 : min(bounds[index - 1], end))..<end])
      return own
    }
  }

  /// Where each of the lines stands among those of the source, of which it may be no longer one.
  private static func bounds(of starts: [SourceLine], in lines: [SourceLine]) -> [Int] {
    var bound = 0
    return starts.map { start in
      while bound < lines.count, lines[bound].begins(before: start) { bound += 1 }
      return bound
    }
  }

  /// Lines parted into contents lists, tables and text.
  private struct Layout {
    let lines: [SourceLine]
    let reduced: [ReducedLine]
    let contents: [Range<Int>]
    /// What was left out at a limit.
    var findings: [Finding] = []
    let tables: [CleanedTable]
    /// Which lines tables have claimed.
    let isClaimed: [Bool]

    init(_ lines: [SourceLine], _ reduced: [ReducedLine], _ report: FormSet) {
      self.lines = lines
      self.reduced = reduced
      let search = ContentsList.search(lines, reduced: reduced)
      contents = search.ranges
      var isContents = Array(repeating: false, count: lines.count)
      for range in contents { for index in range { isContents[index] = true } }
      (tables, isClaimed) = TableFinder.find(in: lines, reduced: reduced, isContents: isContents, report)
      if !search.isWhole { findings.append(Self.unsearched) }
      findings += lines.filter(\.holdsTooMuch).map(Self.uncut)
    }

    private static let unsearched = Finding(
      .workLimited, message: "Too many lines look like the first entry of a contents list; the rest was not searched.")

    private static func uncut(_ line: SourceLine) -> Finding {
      Finding(
        .workLimited,
        message: "A cell holds more than \(CleanLimits.longestCell) bytes; the numbers in it are not read as figures.",
        sourceLine: line.number)
    }
  }

  private static func document(_ extracted: ExtractedDocument, _ layout: Layout) -> CleanedDocument {
    let (preamble, sections) = Sections.read(
      layout.lines, reduced: layout.reduced, contents: layout.contents, excluding: layout.isClaimed)
    return CleanedDocument(
      source: extracted.source, preamble: preamble, sections: sections, tables: layout.tables,
      findings: extracted.findings + layout.findings + SectionNumbers.findings(sections))
  }
}

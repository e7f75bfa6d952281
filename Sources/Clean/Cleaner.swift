import Accounts

/// The second stage: lines and cells to sections, paragraphs and whole tables.
public enum Cleaner {
  /// Cleans one source; a file that holds several disclosures gives several documents, in order.
  public static func clean(_ extracted: ExtractedDocument) -> [CleanedDocument] {
    let lines = extracted.lines
    let (tables, _) = TableFinder.find(in: lines, isContents: Array(repeating: false, count: lines.count))
    return [CleanedDocument(source: extracted.source, tables: tables, findings: extracted.findings)]
  }
}

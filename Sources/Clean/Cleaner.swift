import Accounts

/// The second stage: lines and cells to sections, paragraphs and whole tables.
public enum Cleaner {
  /// Cleans one source; a file that holds several disclosures gives several documents, in order.
  public static func clean(_ extracted: ExtractedDocument) -> [CleanedDocument] {
    [CleanedDocument(source: extracted.source)]
  }
}

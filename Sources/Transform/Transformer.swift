import Accounts

/// The third stage: sections and tables to figures with proofs.
public enum Transformer {
  /// Reads one disclosure.
  public static func transform(_ cleaned: CleanedDocument) -> Disclosure {
    Disclosure(source: cleaned.source, ordinal: cleaned.ordinal)
  }
}

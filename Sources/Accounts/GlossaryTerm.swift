/// One term that the disclosure explains: a row of the dataset `glossary`.
public struct GlossaryTerm: Hashable, Sendable {
  /// The term as printed.
  public var term: String
  /// What the disclosure says that it means.
  public var definition: String
  /// The subject code where the term is a class/section/item path of the classification; empty otherwise.
  public var code: String
  /// Where the term stands.
  public var span: SourceSpan
  /// The stretches of text that term and definition were read from.
  public var sources: [ValueSource] = []

  /// Makes a term.
  public init(term: String, definition: String, code: String = "", span: SourceSpan) {
    self.term = term
    self.definition = definition
    self.code = code
    self.span = span
  }
}

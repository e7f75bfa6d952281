/// How a disclosure is exported.
public enum Layout: String, Sendable, CaseIterable {
  /// Text, cells parted by tabs.
  case tabs
  /// Text, cells parted by single spaces, empty ones lost.
  case spaces
  /// Text in Markdown, cells parted by pipes.
  case pipes
  /// Text, one cell per line.
  case cells
  /// Text, each table in another of the three layouts that part cells within a line.
  case mixed
  /// HTML as a web editor writes it: headings, `thead`, `th`, spans.
  case semanticHTML = "html-semantic"
  /// HTML as an office program writes it: `mso-` styles, `o:p`, `&nbsp;`, layout tables, missing end tags.
  case officeHTML = "html-office"

  /// Whether it is a web page.
  public var isHTML: Bool { self == .semanticHTML || self == .officeHTML }
}

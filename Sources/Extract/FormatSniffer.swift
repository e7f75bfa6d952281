import Accounts

/// Tells HTML from text by what stands in the source; file names lie.
enum FormatSniffer {
  /// How a source is to be read.
  enum Reading {
    case text
    /// A page, in which line ends are white space.
    case page
    /// Text with tables in markup among its lines, as OCR programs write it: line ends outside the tables are kept.
    case textWithTables
  }

  /// Decides by the tags that stand in `text`; stray line breaks, paragraphs and check boxes leave it text.
  static func reading(of text: ByteBuffer) -> Reading {
    var hasTable = false
    var hasCells = false
    var hasParagraph = false
    var index = 0
    let trimmedStart = WhiteSpace.trimmed(0..<text.count, in: text).lowerBound
    while let tag = text.firstIndex(of: UInt8(ascii: "<"), from: index) {
      if documentTags.contains(where: { holds($0, at: tag, in: text) }) { return .page }
      if tag == trimmedStart, openingTags.contains(where: { holds($0, at: tag, in: text) }) { return .page }
      hasTable = hasTable || holds("<table", at: tag, in: text)
      hasCells = hasCells || holds("<td", at: tag, in: text) || holds("<tr", at: tag, in: text)
      hasParagraph = hasParagraph || holds("<p", at: tag, in: text)
      index = tag + 1
    }
    guard hasCells else { return .text }
    let startsWithTag = trimmedStart < text.count && text[trimmedStart] == UInt8(ascii: "<")
    if startsWithTag && (hasParagraph || !hasTable) { return .page }
    return hasTable ? .textWithTables : .text
  }

  /// Tags that make a source a page wherever they stand.
  private static let documentTags: [StaticString] = ["<!doctype html", "<html", "<body", "<head", "<frameset"]

  /// Tags that make a source a page when nothing stands before them.
  private static let openingTags: [StaticString] = [
    "<div", "<section", "<article", "<main", "<center", "<form", "<meta", "<title", "<style", "<script", "<link", "<h1",
    "<h2", "<h3", "<ul", "<ol", "<span", "<font", "<!doctype", "<?xml",
  ]

  /// Whether `tag` stands at `index` as a whole name.
  private static func holds(_ tag: StaticString, at index: Int, in text: ByteBuffer) -> Bool {
    guard text.holds(tag, at: index) else { return false }
    let next = index + tag.utf8CodeUnitCount
    return next >= text.count || !(text[next].isLetter || text[next].isDigit)
  }
}

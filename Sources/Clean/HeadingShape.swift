import Accounts

/// Tells headings from numbered text.
enum HeadingShape {
  /// Whether a paragraph is the heading of a section.
  ///
  /// `一、` and `（一）` need a short text without a sentence in it; `1.` an even shorter one; text without a number the
  /// mark of a heading in the source (`#`, h1 to h6).
  static func isHeading(_ title: NormalText, marker: HeadingMarker?, ending: LineFacts.Ending, level: Int?) -> Bool {
    guard !title.units.contains(where: isSentenceMark), !explains(title) else { return false }
    let endsLikeText = ending == .full
    switch marker?.style {
    case nil: return level != nil && title.count <= 40 && !endsLikeText
    case .part, .bracketedArabic, .circled: return false
    case .chinese, .bracketedChinese:
      return title.count <= 60 && (!endsLikeText || title.count <= 40 && HeadingWords.endsHeading(title))
    case .arabic:
      return title.count <= 25 && ending == .open && !title.units.contains(0x2C)
        && HeadingWords.endsHeading(title)
    }
  }

  private static func isSentenceMark(_ unit: UInt16) -> Bool {
    unit == 0x3002 || unit == 0x3B || unit == 0x3A
  }

  /// Whether a term is explained (`基本支出是指…`): glossary text, not a heading.
  private static func explains(_ title: NormalText) -> Bool {
    definitions.stand(in: title)
  }

  private static let definitions: Words = ["是指", "指单位"]
}

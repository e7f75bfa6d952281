import Accounts

/// The places of a disclosure that say who published it and for which year.
struct IdentificationEvidence: Sendable {
  /// The lines of the title page, as printed.
  var titleLines: [String] = []
  /// Headings of the parts, in the contents and in the text.
  var partHeadings: [String] = []
  /// Headings of sections and titles of tables.
  var titles: [String] = []
  /// What the forms print as the reporting unit.
  var reporters: [String]
  /// Paragraphs of the text.
  var paragraphs: [String] = []
  /// Those of them that say what the unit is and which units it has.
  var overview: [String] = []

  /// Collects the places.
  init(_ document: CleanedDocument, reporters: [String]) {
    self.reporters = reporters
    readPreamble(document.preamble)
    for section in document.sections {
      if Self.isPartHeading(NormalText(section.number)) {
        partHeadings.append(section.title)
      } else if !section.title.isEmpty {
        titles.append(section.title)
      }
      paragraphs += section.paragraphs.map(\.text)
      if section.part == .duties || section.part == nil { overview += section.paragraphs.map(\.text) }
    }
    titles += document.tables.map(\.title).filter { !$0.isEmpty }
    if titleLines.isEmpty, let first = document.sections.first, first.part == nil {
      titleLines = first.paragraphs.prefix(3).map(\.text)
    }
  }

  private mutating func readPreamble(_ preamble: [Paragraph]) {
    var isTitlePage = true
    for paragraph in preamble {
      let normal = NormalText(paragraph.text)
      if Self.contentsWords.contains(normal) {
        isTitlePage = false
      } else if Self.isPartHeading(normal) {
        isTitlePage = false
        partHeadings.append(Self.withoutPartNumber(paragraph.text))
      } else if isTitlePage, titleLines.count < Self.longestTitlePage {
        titleLines.append(paragraph.text)
      } else {
        titles.append(paragraph.text)
      }
    }
  }

  private static func isPartHeading(_ normal: NormalText) -> Bool {
    guard normal.units.first == 0x7B2C else { return false }
    return normal.units.prefix(7).contains(0x90E8) && normal.units.prefix(8).contains(0x5206)
  }

  private static func withoutPartNumber(_ text: String) -> String {
    guard let end = text.firstIndex(of: "分") else { return text }
    return String(text[text.index(after: end)...])
  }

  private static let contentsWords: Set<NormalText> = ["目录", "目次"]
  private static let longestTitlePage = 40
}

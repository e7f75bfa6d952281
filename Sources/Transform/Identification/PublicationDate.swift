import Accounts

/// Finds the day on which a disclosure was published.
enum PublicationDate {
  /// The ISO date; empty where none is printed, or only a month.
  ///
  /// A line that says so (`发布时间：`), or else a date alone on the title page. In the text such a line must begin with
  /// the label, since sentences speak of dates too.
  static func date(_ evidence: IdentificationEvidence) -> String {
    let titlePage = evidence.titleLines.lazy.compactMap { labelledDate(NormalText($0), within: true) }
    if let date = titlePage.first { return date }
    if let date = evidence.titleLines.lazy.compactMap(dateAlone).first { return date }
    return evidence.paragraphs.lazy.filter { $0.utf8.count <= 150 && mayBeginWithLabel($0) }
      .compactMap { labelledDate(NormalText($0), within: false) }.first ?? ""
  }

  /// Whether the first character is one that a label begins with.
  private static func mayBeginWithLabel(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first == "发" || first == "公" || first == "成" || first == "更" || first == "（" || first == "("
  }

  /// The date behind a label, which may stand within the line or must begin it.
  private static func labelledDate(_ normal: NormalText, within: Bool) -> String? {
    guard normal.count <= 150 else { return nil }
    for label in labels {
      guard let start = normal.firstIndex(of: label), within || start <= 1 else { continue }
      if let date = date(in: normal.units[(start + label.count)...]) { return date }
    }
    for label in plainLabels where within && normal.hasPrefix(label) {
      if let date = date(in: normal.units[label.count...]) { return date }
    }
    return nil
  }

  /// The date that a text begins with, a colon aside.
  private static func date(in units: ArraySlice<UInt16>) -> String? {
    let mention = YearMention.all(in: NormalText(units: units.drop { $0 == 0x3A })).first
    return mention?.range.lowerBound == 0 ? mention?.isoDate : nil
  }

  /// The date of a line that holds nothing else, brackets aside.
  private static func dateAlone(_ line: String) -> String? {
    guard line.utf8.count <= 80 else { return nil }
    let normal = NormalText(units: NormalText(line).units.filter { $0 != 0x28 && $0 != 0x29 })
    guard let mention = YearMention.all(in: normal).first, mention.range == 0..<normal.count else { return nil }
    return mention.isoDate
  }

  private static let labels: [NormalText] = [
    "发布日期", "发布时间", "公开日期", "公开时间", "发文日期", "成文日期", "发表时间", "发表日期", "更新时间", "更新日期",
  ]
  private static let plainLabels: [NormalText] = ["日期:", "时间:"]
}

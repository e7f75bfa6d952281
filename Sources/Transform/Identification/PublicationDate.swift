import Accounts

/// Finds the day on which a disclosure was published.
enum PublicationDate {
  /// The ISO date; empty where none is printed, or only a month.
  ///
  /// A line that says so (`发布时间：`) wherever it stands, or else a date alone on the title page. Dates within sentences
  /// never count.
  static func date(_ evidence: IdentificationEvidence) -> String {
    let labelled = (evidence.titleLines + evidence.titles + evidence.paragraphs).lazy.compactMap(labelledDate)
    if let date = labelled.first { return date }
    return evidence.titleLines.lazy.compactMap(dateAlone).first ?? ""
  }

  private static func labelledDate(_ line: String) -> String? {
    guard line.utf8.count <= 400 else { return nil }
    let normal = NormalText(line)
    for label in labels {
      guard let start = normal.firstIndex(of: label) else { continue }
      let rest = NormalText(units: normal.units[(start + label.count)...].drop { $0 == 0x3A })
      guard let mention = YearMention.all(in: rest).first, mention.range.lowerBound == 0 else { continue }
      if let date = mention.isoDate { return date }
    }
    return nil
  }

  /// The date of a line that holds nothing else, brackets aside.
  private static func dateAlone(_ line: String) -> String? {
    guard line.utf8.count <= 80 else { return nil }
    let normal = NormalText(units: NormalText(line).units.filter { $0 != 0x28 && $0 != 0x29 })
    guard let mention = YearMention.all(in: normal).first, mention.range == 0..<normal.count else { return nil }
    return mention.isoDate
  }

  private static let labels: [NormalText] = [
    "发布日期", "发布时间", "公开日期", "公开时间", "发文日期", "成文日期", "发表时间", "发表日期", "更新时间", "更新日期", "日期:", "时间:",
  ]
}

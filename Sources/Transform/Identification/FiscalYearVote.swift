import Accounts

/// Tells the fiscal year by majority of the titles, the narrative breaking ties.
struct FiscalYearVote: Sendable {
  private var votes: [Int: Int] = [:]
  private let paragraphs: [String]

  /// Counts the years of all titles.
  init(_ evidence: IdentificationEvidence) {
    paragraphs = evidence.paragraphs
    addTitlePage(evidence.titleLines)
    for heading in evidence.partHeadings { add(titlesOf: heading, weight: 2) }
    for title in evidence.titles where title.utf8.count <= 300 { add(titlesOf: title, weight: 1) }
  }

  /// The year that the titles speak for, or else the narrative; nil where two years have equal claims.
  var year: FiscalYear? {
    let leaders = Self.leaders(of: votes)
    if leaders.count == 1 { return FiscalYear(leaders[0]) }
    let narrative = narrativeVotes()
    let decided = Self.leaders(of: leaders.isEmpty ? narrative : narrative.filter { leaders.contains($0.key) })
    return decided.count == 1 ? FiscalYear(decided[0]) : nil
  }

  /// The title page counts most: a line that names the report most of all, dates not at all.
  private mutating func addTitlePage(_ lines: [String]) {
    for (index, line) in lines.enumerated() where line.utf8.count <= 300 {
      let normal = NormalText(line)
      let next = index + 1 < lines.count ? NormalText(lines[index + 1]) : NormalText(units: [])
      let namesReport = Self.namesReport(normal) || Self.namesReport(next)
      add(normal, weight: namesReport ? 6 : 1)
    }
  }

  private mutating func add(titlesOf title: String, weight: Int) {
    add(NormalText(title), weight: weight)
  }

  private mutating func add(_ normal: NormalText, weight: Int) {
    let mentions = YearMention.all(in: normal).filter { $0.month == nil }
    let fiscal = mentions.filter(\.isFiscal)
    for mention in fiscal.isEmpty ? mentions : fiscal { votes[mention.year, default: 0] += weight }
  }

  /// The years of the narrative: a fiscal year counts once for each mention, the last day of the year three times.
  private func narrativeVotes() -> [Int: Int] {
    var votes: [Int: Int] = [:]
    for mention in paragraphs.lazy.flatMap({ YearMention.all(in: NormalText($0)) }) {
      if mention.isFiscal { votes[mention.year, default: 0] += 1 }
      if mention.month == 12, mention.day == 31 { votes[mention.year, default: 0] += 3 }
    }
    return votes
  }

  private static func namesReport(_ normal: NormalText) -> Bool {
    normal.contains("决算") || normal.contains("预算")
  }

  private static func leaders(of votes: [Int: Int]) -> [Int] {
    let most = votes.values.max()
    return votes.filter { $0.value == most }.map(\.key).sorted()
  }
}

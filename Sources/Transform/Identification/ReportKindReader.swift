import Accounts

/// Tells final accounts from budgets by their titles; what the narrative says about the year's budget does not count.
enum ReportKindReader {
  /// The kind that most titles speak for; the title page counts three times.
  static func kind(_ evidence: IdentificationEvidence) -> ReportKind {
    var balance = 0
    for line in evidence.titleLines where line.utf8.count <= 300 { balance += 3 * vote(line) }
    for line in evidence.partHeadings where line.utf8.count <= 300 { balance += vote(line) }
    for line in evidence.titles where line.utf8.count <= 300 { balance += vote(line) }
    if balance == 0 {
      balance = evidence.paragraphs.reduce(0) { $0 + narrativeVote($1) }
    }
    return balance > 0 ? .finalAccount : balance < 0 ? .budget : .unknown
  }

  /// 1 for a title of a final account, -1 for one of a budget, 0 for others.
  private static func vote(_ title: String) -> Int {
    let normal = NormalText(title)
    if normal.contains(finalWord) { return 1 }
    return rest(of: normal).contains(budgetWord) ? -1 : 0
  }

  /// 1 where spending is stated as final, -1 where it is planned.
  private static func narrativeVote(_ paragraph: String) -> Int {
    let normal = NormalText(paragraph)
    if normal.contains("支出决算") || normal.contains("决算数") { return 1 }
    return normal.contains("预算安排") || normal.contains("收入预算") ? -1 : 0
  }

  /// The title without the words in which 预算 names a kind of money or of management.
  private static func rest(of title: NormalText) -> NormalText {
    var rest = title
    for phrase in neutral {
      while let start = rest.firstIndex(of: phrase) {
        rest = NormalText(units: rest.units[..<start] + rest.units[(start + phrase.count)...])
      }
    }
    return rest
  }

  private static let finalWord: NormalText = "决算"
  private static let budgetWord: NormalText = "预算"
  private static let neutral: [NormalText] = [
    "一般公共预算", "政府性基金预算", "国有资本经营预算", "公共财政预算", "预算绩效", "预算执行", "预算单位", "预算管理", "预算支出",
    "年初预算", "全年预算",
  ]
}

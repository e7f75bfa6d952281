import Accounts
import Classification

/// Compares what several places print of a project, recomputes its rate, and adds the projects up.
struct ProjectChecks {
  private let projects: [Project]
  private let ledger: Ledger
  private let summary: [Project]
  private let forms: [Project]

  /// The findings of all projects of a disclosure.
  static func findings(_ projects: [Project], _ ledger: Ledger) -> [Finding] {
    let check = ProjectChecks(projects, ledger)
    return [
      check.rates(), check.places(), check.compareUses(), check.count(), check.sums(), check.limits(),
    ].flatMap(\.self)
  }

  private init(_ projects: [Project], _ ledger: Ledger) {
    self.projects = projects
    self.ledger = ledger
    summary = projects.filter { $0.source == .summary }
    forms = projects.filter { $0.source == .form }
  }

  // MARK: rates

  private func rates() -> [Finding] {
    projects.compactMap { project in
      guard let printed = project.executionRate, let actual = project.quote("actual"),
        let budget = project.quote("budget")
      else { return nil }
      let rate = Rate(printed: printed, part: actual, base: budget)
      return NarrativeRates.finding(
        rate, of: "its budget", key: project.key("execution_rate"), label: project.label,
        line: project.line(of: "execution_rate"))
    }
  }

  // MARK: places

  /// The summary in the narrative against the form in the attachments.
  private func places() -> [Finding] {
    ProjectPairs.pairs(summary.map(\.name), forms.map(\.name)).flatMap { left, right in
      ["budget", "actual"].compactMap { field -> Finding? in
        guard let stated = summary[left].quote(field), let printed = forms[right].quote(field) else { return nil }
        return .difference(
          .projectDiffers, stated, printed, fact: summary[left].key(field),
          "\(summary[left].label) and its form on line \(forms[right].span.line), \(field)")
      }
    }
  }

  /// The amounts that the narrative gives as uses of the budget against the summary and the forms.
  private func compareUses() -> [Finding] {
    let names = uses.map(\.key.subject)
    let places = [summary, forms].map { place in
      (projects: place, match: ProjectPairs.Match(names, place.map(\.name)))
    }
    return uses.indices.flatMap { index -> [Finding] in
      var findings: [Finding] = []
      for (place, match) in places {
        guard let (other, isWeak) = match[index], let stated = uses[index].quote,
          let printed = place[other].quote("actual"), !isWeak || stated.agreement(with: printed) == .rounded
        else { continue }
        let finding = Finding.difference(
          .projectDiffers, stated, printed, fact: uses[index].key.fact.rawValue,
          "\(uses[index].key.label) and \(place[other].label) on line \(place[other].span.line)")
        if let finding { findings.append(finding) }
      }
      return findings
    }
  }

  /// The projects that the narrative names as uses of the budget.
  private var uses: [Fact] { ledger.facts.filter { $0.key.fact.rawValue == "general_public.project_use" } }

  /// Says where there are more names than are compared.
  private func limits() -> [Finding] {
    let (left, right) = (max(summary.count, uses.count), max(summary.count, forms.count))
    guard ProjectPairs.areTooMany(left, right) else { return [] }
    return [
      Finding(.workLimited, message: "So many projects are named that only those with equal names were compared.")
    ]
  }

  // MARK: all of them

  /// The number of projects that were evaluated against those that the summary and the forms report.
  private func count() -> [Finding] {
    guard let stated = ledger.fact(FactKey(FactName("performance", "projects"))), let count = stated.count else {
      return []
    }
    let counts = [summary.count, forms.count].filter { $0 > 0 }
    guard let reported = counts.max(), counts.allSatisfy({ $0 != count }) else { return [] }
    return [
      Finding(
        .projectCountDiffers, severity: counts.count == 1 && reported < count ? .info : nil,
        fact: "performance.projects", printed: "\(count)", expected: "\(reported)",
        message: "The narrative says that \(count) projects were evaluated; \(reported) are reported.",
        sourceLine: stated.span.line)
    ]
  }

  /// What all projects of a place spent against the amount that was evaluated, or else all project expenditure.
  private func sums() -> [Finding] {
    [summary, forms].compactMap { place in
      guard let first = place.first, place.count > 1, let sum = Self.sum(place, "actual") else { return nil }
      let isAll = ledger.fact(FactKey(FactName("performance", "projects")))?.count == Int64(place.count)
      let stated = isAll ? ledger.quote("performance", "amount").map { ($0, "performance.amount") } : nil
      let cell = CellKey(.gk03, .none, .total, .project)
      let spent = ledger.quote(cell).map { ($0, cell.description) }
      // A list of some projects may come to less than all, and never to more.
      guard let (whole, name) = stated ?? spent, stated != nil || sum.amount > whole.amount else { return nil }
      // What was evaluated may be the budgets.
      if stated != nil, Self.sum(place, "budget")?.agreement(with: whole) == .exact { return nil }
      return .difference(
        .projectSumDiffers, sum, whole, fact: "\(first.source.rawValue)//actual", "The sum of the projects and \(name)")
    }
  }

  private static func sum(_ projects: [Project], _ field: String) -> Quote? {
    let quotes = projects.compactMap { $0.quote(field) }
    return quotes.count == projects.count ? Quote.sum(quotes) : nil
  }
}

extension Project {
  /// Its budget or actual amount with what the last digit is worth.
  func quote(_ field: String) -> Quote? {
    guard let amount = field == "budget" ? budget : actual else { return nil }
    return Quote(
      amount, printed: sources.first { $0.field == field }?.printed ?? "", line: line(of: field))
  }

  /// Where a field is printed.
  func line(of field: String) -> Int { sources.first { $0.field == field }?.span.line ?? span.line }

  /// The key of one of its values, as provenance has it.
  func key(_ field: String) -> String { "\(source.rawValue)/\(name)/\(field)" }

  /// What it is, for people.
  var label: String { "project \(name) (\(source.rawValue))" }
}

import Accounts
import Classification

/// Tells where the disclosures of one file start: a department with its subordinate units prints the forms again for
/// each of them.
enum DisclosureStarts {
  /// The indices of the lines at which disclosures start, the first one included; one index where there is only one.
  static func lines(in lines: [SourceLine], tables: [CleanedTable], _ report: FormSet) -> [Int] {
    var starts = [0]
    var seen: Set<Form> = []
    var lastLine = 0
    var search = lines.startIndex
    let titles = tables.map { TableTitle(NormalText($0.title), among: report) }
    let counts = formCounts(titles)
    for (index, table) in tables.enumerated() {
      guard table.isForm, case .form(let form)? = titles[index] else { continue }
      if form == report.forms.first, seen.count >= minimumForms, counts[index] >= minimumForms {
        // The lines of the disclosures before hold none of the next: each line is looked at once.
        while search < lines.endIndex, lines[search].number <= lastLine { search += 1 }
        starts.append(start(of: table, in: lines[search...], after: lastLine))
        seen = []
      }
      seen.insert(form)
      lastLine = table.span.line
    }
    return starts
  }

  /// Fewer forms than these are a table printed twice, not a disclosure of its own.
  private static let minimumForms = 4

  /// How many different titles stand at each table and behind it.
  private static func formCounts(_ titles: [TableTitle?]) -> [Int] {
    var different: Set<TableTitle> = []
    return titles.reversed().map { title in
      if let title { different.insert(title) }
      return different.count
    }.reversed()
  }

  private static func isShort(_ line: SourceLine) -> Bool {
    let text = NormalText(line.text)
    return text.count <= 45 && !text.units.contains(0x3002) && !text.hasPrefix("注:")
  }

  /// The first part heading between the last table of the disclosure before and this one's first, or else its title.
  private static func start(of table: CleanedTable, in lines: ArraySlice<SourceLine>, after lastLine: Int) -> Int {
    let last = lines.firstIndex { $0.number > table.span.line } ?? lines.endIndex
    let between = lines[..<last].indices.filter { lines[$0].number > lastLine }
    let heading = between.first { index in
      let text = NormalText(lines[index].text)
      return TableEnd.isPartHeading(text) && text.hasPrefix("第一")
    }
    guard let heading else { return between.last ?? 0 }
    // The title page and the contents stand above the first part, in short lines.
    var start = heading
    while start > (between.first ?? heading), lines[start - 1].width == 1, isShort(lines[start - 1]) { start -= 1 }
    return start
  }
}

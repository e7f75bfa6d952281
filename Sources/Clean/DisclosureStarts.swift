import Accounts
import Classification

/// Tells where the disclosures of one file start: a department with its subordinate units prints the forms again for
/// each of them.
enum DisclosureStarts {
  /// The indices of the lines at which disclosures start, the first one included; one index where there is only one.
  static func lines(in lines: [SourceLine], tables: [CleanedTable]) -> [Int] {
    var starts = [0]
    var seen: Set<Form> = []
    var lastLine = 0
    for (index, table) in tables.enumerated() {
      guard table.isForm, case .form(let form)? = TableTitle(NormalText(table.title)) else { continue }
      if form == .gk01, seen.count >= minimumForms, formCount(in: tables[index...]) >= minimumForms {
        starts.append(start(of: table, in: lines, after: lastLine))
        seen = []
      }
      seen.insert(form)
      lastLine = table.span.line
    }
    return starts
  }

  /// Fewer forms than these are a table printed twice, not a disclosure of its own.
  private static let minimumForms = 4

  private static func formCount(in tables: ArraySlice<CleanedTable>) -> Int {
    Set(tables.compactMap { TableTitle(NormalText($0.title)) }).count
  }

  private static func isShort(_ line: SourceLine) -> Bool {
    let text = NormalText(line.text)
    return text.count <= 45 && !text.units.contains(0x3002) && !text.hasPrefix("注:")
  }

  /// The first part heading between the last table of the disclosure before and this one's first, or else its title.
  private static func start(of table: CleanedTable, in lines: [SourceLine], after lastLine: Int) -> Int {
    let between = lines.indices.filter { lines[$0].number > lastLine && lines[$0].number <= table.span.line }
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

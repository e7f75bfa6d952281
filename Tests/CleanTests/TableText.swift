import Accounts

@testable import Clean

/// The tables in text as `sourceLines` reads it, and which of its lines they took.
func foundTables(_ text: String) -> (tables: [CleanedTable], isClaimed: [Bool]) {
  let lines = sourceLines(text)
  return TableFinder.find(
    in: lines, reduced: lines.map(ReducedLine.init), isContents: Array(repeating: false, count: lines.count))
}

extension SourceLine {
  /// The line as a row of a table.
  var tableRow: TableRow { TableTokens.row(self, reduced: ReducedLine(self)) }

  /// Whether it says nothing but the unit of amounts.
  var isUnitLine: Bool { TableHead.isUnitLine(self, reduced: ReducedLine(self)) }
}

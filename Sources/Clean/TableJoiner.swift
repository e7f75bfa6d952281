import Accounts
import Classification

/// Joins the pieces of a table that a page break cut: the same form again at once, or the same header again untitled.
enum TableJoiner {
  /// The tables with their pieces joined, in order.
  static func join(_ tables: [CleanedTable]) -> [CleanedTable] {
    var joined: [CleanedTable] = []
    for table in tables {
      if !joined.isEmpty, continues(table, joined[joined.count - 1]) {
        joined[joined.count - 1].rows += table.rows
        joined[joined.count - 1].notes += table.notes
      } else {
        joined.append(table)
      }
    }
    return joined
  }

  private static func continues(_ table: CleanedTable, _ last: CleanedTable) -> Bool {
    if table.title.isEmpty {
      return header(of: table) == header(of: last) && last.notes.isEmpty
    }
    guard case .form(let form)? = TableTitle(NormalText(table.title)) else { return false }
    return TableTitle(NormalText(last.title)) == .form(form)
  }

  /// The texts of the first row.
  private static func header(of table: CleanedTable) -> [NormalText] {
    table.rows.first?.tokens.map(\.normal) ?? []
  }
}

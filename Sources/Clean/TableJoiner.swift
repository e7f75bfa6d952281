import Accounts
import Classification

/// Joins the pieces of a table that a page break cut: the same form again at once, or the same header again untitled.
enum TableJoiner {
  /// The tables with their pieces joined, in order.
  static func join(_ tables: [CleanedTable], _ report: FormSet = .finalAccount) -> [CleanedTable] {
    var joined: [CleanedTable] = []
    for table in tables {
      if !joined.isEmpty, continues(table, joined[joined.count - 1], report) {
        joined[joined.count - 1].rows += table.rows
        joined[joined.count - 1].notes += table.notes
      } else {
        joined.append(table)
      }
    }
    return joined
  }

  private static func continues(_ table: CleanedTable, _ last: CleanedTable, _ report: FormSet) -> Bool {
    if table.title.isEmpty {
      return header(of: table) == header(of: last) && last.notes.isEmpty
    }
    guard table.isForm, last.isForm, case .form(let form)? = TableTitle(NormalText(table.title), among: report) else {
      return false
    }
    return TableTitle(NormalText(last.title), among: report) == .form(form)
  }

  /// The texts of the first row.
  private static func header(of table: CleanedTable) -> [NormalText] {
    table.rows.first?.tokens.map(\.normal) ?? []
  }
}

import Accounts
import Classification

/// Columns that a total, class or section leaves blank: no row below it has a figure there.
enum BlankColumns {
  /// The printed rows of a form by subject that a row is a part of: 合计, its class and its section.
  static func wholes(above row: Int, in ledger: Ledger) -> [Int] {
    let own = ledger.rows[row]
    guard own.form.isBySubject, own.key != "total" else { return [] }
    let keys = ["total"] + SubjectTable.ancestorCodes(of: own.key)
    return keys.compactMap { ledger.row(own.form, .none, $0) }.filter { whole in
      ledger.rows[whole].values.contains { $0?.isPrinted == true }
    }
  }

  /// The claim that a whole makes.
  static func claim(of whole: Int, in ledger: Ledger) -> String {
    let own = ledger.rows[whole]
    return "\(own.form.rawValue): columns that \(own.key == "total" ? "合计" : own.key) leaves blank"
  }

  /// Whether values of a row fill a column that a whole leaves blank while it fills others.
  static func areFilled(by values: [Ledger.Value?], of whole: Int, in ledger: Ledger) -> Bool {
    values.indices.contains { column in
      values[column] != nil && ledger.rows[whole].values[column] == nil
        && !ledger.rows[whole].unknown.contains(column)
    }
  }

  /// The claim that values of a row contradict; nil where they contradict none.
  static func contradiction(of values: [Ledger.Value?], in row: Int, _ ledger: Ledger) -> String? {
    wholes(above: row, in: ledger).first { areFilled(by: values, of: $0, in: ledger) }.map { claim(of: $0, in: ledger) }
  }
}

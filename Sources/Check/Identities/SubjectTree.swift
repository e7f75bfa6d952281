import Accounts

/// How the printed subjects of a form nest: each below the longest other printed code that its own begins with.
struct SubjectTree {
  /// The subjects that no other printed one holds.
  private(set) var top: [Int] = []
  /// The subjects right below a printed one.
  private(set) var children: [Int: [Int]] = [:]
  private let codes: [Int: String]

  /// Nests the subject rows of a form.
  init(_ form: Form, in ledger: Ledger) {
    let rows = ledger.rows(of: form).filter { ledger.rows[$0].isSubject }
    codes = Dictionary(rows.map { ($0, ledger.rows[$0].key) }) { first, _ in first }
    let rowOfCode = Dictionary(rows.map { (ledger.rows[$0].key, $0) }) { first, _ in first }
    for row in rows {
      var prefix = ledger.rows[row].key.dropLast(2)
      while prefix.utf8.count >= 3, rowOfCode[String(prefix)] == nil { prefix = prefix.dropLast(2) }
      if prefix.utf8.count >= 3, let parent = rowOfCode[String(prefix)] {
        children[parent, default: []].append(row)
      } else {
        top.append(row)
      }
    }
  }

  /// The top subjects whose codes begin with `prefix`.
  func top(below prefix: String) -> [Int] { top.filter { codes[$0]?.hasPrefix(prefix) == true } }
}

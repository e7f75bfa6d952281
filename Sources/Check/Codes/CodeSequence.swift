import Accounts
import Classification

/// A completed code between its neighbours: which other subjects would fit its printed beginning, name and place.
struct CodeSequence {
  private let row: PublishedForm.Row
  private let before: String?
  private let after: String?
  private let table: SubjectTable
  private let year: FiscalYear?
  private let longestName: Int
  /// Whether the form prints classes and sections, so that every item stands below its own.
  private let isNested: Bool

  /// Looks at row `index` of rows that stand one below the other.
  init(_ rows: [PublishedForm.Row], _ index: Int, _ table: SubjectTable, year: FiscalYear?) {
    row = rows[index]
    before = rows[..<index].last { !$0.key.isEmpty }?.key
    after = rows[(index + 1)...].first { !$0.key.isEmpty }?.key
    self.table = table
    self.year = year
    longestName = rows.map { NormalText($0.namePrinted).count }.max() ?? 0
    isNested = rows.first { !$0.key.isEmpty }?.key.utf8.count == 3
  }

  /// Whether the code stands above the one before it and below the one behind it.
  var isInOrder: Bool {
    (before.map { $0 < row.key } ?? true) && (after.map { row.key < $0 } ?? true)
  }

  /// The other subjects that fit.
  var others: [String] {
    namesakes.filter { $0 != row.key && fits($0) }
  }

  /// The subjects that begin as printed and bear the printed name: by the names of the year, else by former ones.
  ///
  /// Names that a column cut are about as long as its longest: a much shorter one is whole where some subject has it.
  var namesakes: [String] {
    let name = NormalText(row.namePrinted)
    let subjects = table.subjects(withPrefix: row.codePrinted)
    guard !name.isEmpty else { return subjects.map(\.code) }
    let whole = name.count + 4 < longestName ? subjects.filter { $0.normalName == name } : []
    let named = whole.isEmpty ? subjects.filter { $0.normalName.hasPrefix(name) } : whole
    guard named.isEmpty else {
      let inForce = named.filter(isInForce)
      return (inForce.isEmpty ? Array(named) : inForce).map(\.code)
    }
    return subjects.filter { table.isName(name, of: $0.code) }.map(\.code)
  }

  /// Years that are known from changes only may be off by one.
  private func isInForce(_ subject: Subject) -> Bool {
    guard let year, !subject.isValid(in: year) else { return true }
    guard subject.trust == .known || subject.trust == .uncertain else { return false }
    return [year.year - 1, year.year + 1].contains { subject.isValid(in: FiscalYear($0)) }
  }

  private func fits(_ code: String) -> Bool {
    if let before, !follows(code, before) { return false }
    if let after, !follows(after, code) { return false }
    return true
  }

  private func follows(_ code: String, _ previous: String) -> Bool {
    guard previous < code else { return false }
    guard isNested, code.utf8.count > 3 else { return true }
    return previous.hasPrefix(code.dropLast(2))
  }
}

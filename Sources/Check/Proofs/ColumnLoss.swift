import Accounts

/// The column that an export dropped from a form by subject: whoever drops a column drops it from every row.
struct ColumnLoss {
  /// A set of possibilities: bit 0 for no column lost, bit 1 + n for column n.
  private typealias Ways = UInt32

  /// What each row allows as it is published.
  private var ways: [Int: Ways] = [:]
  private let columns: Int

  /// The forms that may have lost a column: those by subject in which no row fills all columns.
  static func all(in document: PublishedDocument, _ ledger: Ledger) -> [Form: ColumnLoss] {
    let lost = Set(document.figures.filter { $0.hasStep("restore-lost-column") }.map(\.key))
    var losses: [Form: ColumnLoss] = [:]
    for form in ledger.forms where form.isBySubject {
      let rows = ledger.rows(of: form).filter { !ledger.rows[$0].figures.isEmpty }
      let printed = document.form(form)
      // A row without a known subject counts too.
      let isFull = printed.map { form in form.rows.contains { $0.figures.count == form.columns.count } } ?? true
      guard let first = rows.first, !isFull else { continue }
      var loss = ColumnLoss(columns: ledger.rows[first].columns.count)
      // Where a figure cannot be read, its column may be the one that seems lost.
      for row in rows where !ledger.rows[row].hasUnread && (!ledger.rows[row].isOpen || isPlaced(ledger.rows[row])) {
        let own = ledger.rows[row]
        let restored =
          own.isOpen
          ? rangeOfLost(own) : own.columns.firstIndex { lost.contains(CellKey(form, own.side, RowKey(own.key), $0)) }
        loss.ways[row] = loss.ways(of: own.values, lost: restored)
        // What stands in a column that the datasets do not hold may have been lost or not.
        if let way = loss.ways[row] { loss.ways[row] = own.hidden.reduce(way) { $0 | 2 << Ways($1) } }
      }
      losses[form] = loss
    }
    return losses
  }

  private init(columns: Int) { self.columns = columns }

  /// Whether the columns of all printed figures are decided, and what stayed open is printed nowhere; what stands in
  /// columns that the datasets do not hold is not known.
  private static func isPlaced(_ row: Ledger.Row) -> Bool {
    let count = row.values.count { $0?.isPrinted == true }
    return count == row.figures.count || count > 0 && count < row.figures.count && !row.hidden.isEmpty
  }

  /// The one column that a row gives as a range where its printed figures do not balance without it.
  private static func rangeOfLost(_ row: Ledger.Row) -> Int? {
    let ranges = row.values.indices.filter { row.values[$0].map { $0.low != $0.high } ?? false }
    guard ranges.count == 1 else { return nil }
    let isBalanced = RowTemplate.rules(row.form, row.side, row.columns).allSatisfy { rule in
      let terms = [(column: rule.whole, sign: Int128(1))] + rule.parts.map { (column: $0.column, sign: -$0.sign) }
      let printed = terms.compactMap { term in
        row.values[term.column].flatMap { $0.isPrinted ? (value: $0.low * term.sign, slack: $0.slack) : nil }
      }
      let (sum, slack) = printed.reduce((Int128(0), Int128(0))) { ($0.0 + $1.value, $0.1 + $1.slack) }
      return sum.magnitude <= UInt128(slack)
    }
    return isBalanced ? nil : ranges[0]
  }

  /// A column that the form lost is lost in a row too, or was blank there to begin with.
  private func ways(of values: ReadingSpace.Values, lost: Int?) -> Ways {
    if let lost { return 2 << Ways(lost) }
    return values.indices.reduce(1) { $0 | (values[$1]?.isPrinted == true ? 0 : 2 << Ways($1)) }
  }

  /// What the other rows allow, as far as four of five agree; nil where they do not.
  private func common(besides row: Int?) -> Ways? {
    let others = ways.filter { $0.key != row }.map(\.value)
    guard !others.isEmpty else { return nil }
    let counts = (0...columns).map { bit in others.count { $0 & 1 << Ways(bit) != 0 } }
    guard let most = counts.max(), most * 5 >= others.count * 4 else { return nil }
    return counts.enumerated().reduce(0) { $1.element == most ? $0 | 1 << Ways($1.offset) : $0 }
  }

  /// Whether the row as it is published lacks what the others lack.
  func admits(_ row: Int) -> Bool {
    guard let common = common(besides: row), let own = ways[row] else { return true }
    return common & own != 0
  }

  /// Whether the other rows exclude a reading of a row that as published lacks what they lack, or stayed open.
  func excludes(_ values: ReadingSpace.Values, of row: Int) -> Bool {
    guard let common = common(besides: row), common & (ways[row] ?? common) != 0 else { return false }
    let lost = values.firstIndex { $0?.isPrinted == false }
    return common & ways(of: values, lost: lost) == 0
  }
}

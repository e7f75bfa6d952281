/// What became of the rows whose printed code is cut.
public struct CodeTally: Hashable, Sendable {
  /// Rows with a cut code that the damaged document still determines.
  public internal(set) var cut = 0
  /// Those that are published under their full code, with at least one right value.
  public internal(set) var completed = 0
  /// Codes that are wrong: rows that the truth does not have, in forms with cut codes, and rows without a right value.
  public internal(set) var wrong = 0
}

/// Gathers the rows of forms in which codes are cut.
struct CodeCounter {
  private struct Row: Hashable {
    var document: Int
    var code: RowCode
  }

  private struct DocumentForm: Hashable {
    var document: Int
    var form: Int
  }

  private var cut: Set<Row> = []
  private var damagedForms: Set<DocumentForm> = []
  private var printed: Set<Row> = []
  private var right: Set<Row> = []
  private var published: Set<Row> = []

  init(_ truth: Truth) {
    for cell in truth.cells where cell.isCodeCut {
      damagedForms.insert(DocumentForm(document: cell.document, form: cell.row.form))
      if cell.amount != 0, cell.isIdentifiable { cut.insert(Row(document: cell.document, code: cell.row)) }
    }
    for cell in truth.cells where isDamaged(cell.document, cell.row) {
      printed.insert(Row(document: cell.document, code: cell.row))
    }
  }

  /// Takes note of a published figure that is not zero; a cell of the truth is right or not, any other is not.
  mutating func note(document: Int, row: RowCode, isRight: Bool) {
    guard isDamaged(document, row) else { return }
    let row = Row(document: document, code: row)
    published.insert(row)
    if isRight { right.insert(row) }
  }

  /// The counts.
  var tally: CodeTally {
    let invented = published.subtracting(printed)
    let misread = published.intersection(cut).subtracting(right)
    return CodeTally(
      cut: cut.count, completed: cut.intersection(right).count, wrong: invented.count + misread.count)
  }

  private func isDamaged(_ document: Int, _ row: RowCode) -> Bool {
    damagedForms.contains(DocumentForm(document: document, form: row.form))
  }
}

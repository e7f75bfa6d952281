import Accounts
import Classification

/// Which rows with cut codes still say which subject they are.
///
/// A row's candidates are the subjects of the year that begin with what is printed and bear the printed name, or begin
/// with it where names are cut. Codes rise from row to row (in gk06 within a class), and a row stands below its
/// parent. A row is told where one candidate is left on all paths through the candidates of all rows.
struct CutCodes {
  private struct Row {
    var key: RowKey
    var printed: String
    var name: String
    var truth: String
  }

  /// The rows of `form` that cannot be told.
  static func untold(of form: RenderedForm, damaged: RenderedForm, in year: FiscalYear) -> Set<RowKey> {
    let table = form.form == .gk06 ? SubjectTable.economic(in: year) : SubjectTable.functional(in: year)
    var untold: Set<RowKey> = []
    for rows in lists(of: form, damaged) {
      let longest = rows.reduce(0) { max($0, $1.printed.utf8.count) }
      let isTree = rows.contains { $0.truth.utf8.count < 7 }
      let candidates = rows.map { Self.candidates(of: $0, longest: longest, in: table) }
      for (row, left) in zip(rows, paths(candidates, isTree: isTree, in: form.form)) where left != [row.truth] {
        untold.insert(row.key)
      }
    }
    return untold
  }

  /// The rows of each list of codes that the form prints, in order.
  private static func lists(of form: RenderedForm, _ damaged: RenderedForm) -> [[Row]] {
    let printed = texts(of: damaged)
    var lists: [Int: [Row]] = [:]
    for (key, text) in texts(of: form).sorted(by: { $0.value.row < $1.value.row }) {
      guard !text.code.isEmpty else { continue }
      let damagedText = printed[key]
      lists[text.list, default: []].append(
        Row(key: key, printed: damagedText?.code ?? "", name: damagedText?.name ?? "", truth: text.code))
    }
    return lists.keys.sorted().compactMap { lists[$0] }
  }

  private struct RowText {
    var row: Int
    var list: Int
    var code: String
    var name: String
  }

  private static func texts(of form: RenderedForm) -> [RowKey: RowText] {
    var texts: [RowKey: RowText] = [:]
    for (index, row) in form.rows.enumerated() {
      var text = RowText(row: index, list: 0, code: "", name: "")
      for (column, cell) in row.cells.enumerated() {
        if cell.role == .code { text.code += cell.text }
        if cell.role == .name { text.name = cell.text }
        guard let key = cell.key else { continue }
        // gk06 prints several lists beside each other.
        if form.form == .gk06 { text.list = column }
        if texts[key.row] == nil { texts[key.row] = text }
        if form.form == .gk06 { text = RowText(row: index, list: 0, code: "", name: "") }
      }
    }
    return texts
  }

  private static func candidates(of row: Row, longest: Int, in table: SubjectTable) -> [String] {
    let count = row.printed.utf8.count
    let isWhole = count < longest && [3, 5, 7].contains(count)
    if isWhole { return [row.printed] }
    let all = table.subjects(withPrefix: row.printed).filter { $0.code.utf8.count >= max(count, 3) }
    let name = row.name.filter { $0 != "\n" && $0 != " " }
    let named = all.filter { $0.name == name || name.count >= 8 && $0.name.hasPrefix(name) }.map(\.code)
    // A garbled name says nothing.
    return named.contains(row.truth) ? named : all.map(\.code)
  }

  /// The candidates of each row that stand on a path through all rows.
  private static func paths(_ candidates: [[String]], isTree: Bool, in form: Form?) -> [[String]] {
    // gk06 prints 302 behind 303 where all classes stand in one list.
    let follows = { (code: String, before: String) in
      (before < code || form == .gk06 && code.utf8.count == 3)
        && (!isTree || code.utf8.count == 3 || before.hasPrefix(String(code.dropLast(2))))
    }
    var left = candidates
    for index in left.indices.dropFirst() {
      left[index] = left[index].filter { code in left[index - 1].contains { follows(code, $0) } }
    }
    for index in left.indices.dropLast().reversed() {
      left[index] = left[index].filter { code in left[index + 1].contains { follows($0, code) } }
    }
    return left
  }
}

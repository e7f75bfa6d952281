import Accounts

/// Which rows the forms print and how their subjects nest, looked up once for all identities.
struct PrintedRows {
  private var subjectsOfForm: [Form: [Int]] = [:]
  private var openForms: Set<Form> = []
  private var keysOfForm: [Form: [RowKey]] = [:]
  /// For each form the printed subjects by their printed parent; those without one stand under nil.
  private var childrenOfForm: [Form: [(parent: Int?, rows: [Int])]] = [:]
  private var topRowsOfForm: [Form: [(code: String, row: Int)]] = [:]

  /// Looks at the rows of `problem`.
  init(_ problem: Problem) {
    for index in problem.rows.indices {
      let form = problem.forms[problem.rows[index].form].form
      if let key = problem.rows[index].row.key { keysOfForm[form, default: []].append(key) }
      guard problem.rows[index].row.kind == .subject else { continue }
      subjectsOfForm[form, default: []].append(index)
      if problem.rows[index].row.code.isEmpty { openForms.insert(form) }
    }
    for (form, rows) in subjectsOfForm where !openForms.contains(form) { nest(rows, form, problem) }
  }

  /// Puts each row below the longest other printed code that its own begins with.
  private mutating func nest(_ rows: [Int], _ form: Form, _ problem: Problem) {
    var rowOfCode: [String: Int] = [:]
    for row in rows { rowOfCode[problem.rows[row].row.code] = row }
    var children: [Int: [Int]] = [:]
    var top: [Int] = []
    for row in rows {
      let code = problem.rows[row].row.code.utf8
      let prefixes = stride(from: code.count - 2, through: 3, by: -2).lazy.map { String(code.prefix($0)) ?? "" }
      if let parent = prefixes.compactMap({ rowOfCode[$0] }).first {
        children[parent, default: []].append(row)
      } else {
        top.append(row)
      }
    }
    topRowsOfForm[form] = top.map { (problem.rows[$0].row.code, $0) }
    childrenOfForm[form] = [(nil, top)] + children.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether all subjects of a form have their codes, so that its trees and classes can be summed.
  func isCodeSafe(_ form: Form) -> Bool { !openForms.contains(form) }

  /// The subject rows of a form in printed order.
  func subjects(of form: Form) -> [Int] { subjectsOfForm[form] ?? [] }

  /// The keys of a form's rows in printed order.
  func keys(of form: Form) -> [RowKey] { keysOfForm[form] ?? [] }

  /// Each printed parent with the printed subjects right below it; nil is 合计.
  func children(in form: Form) -> [(parent: Int?, rows: [Int])] { childrenOfForm[form] ?? [] }

  /// The subjects that no other printed one holds: classes, or items where the form prints nothing else.
  func topRows(of form: Form, in code: String = "") -> [Int] {
    (topRowsOfForm[form] ?? []).filter { $0.code.hasPrefix(code) }.map(\.row)
  }

  /// The row of a subject, or the rows below it that sum to it where the form prints none for it.
  func rows(of form: Form, _ key: RowKey, in problem: Problem) -> [Int] {
    if let row = problem.index[RowPlace(form, .none, key)] { return [row] }
    guard key != .total, isCodeSafe(form) else { return [] }
    return topRows(of: form, in: key.rawValue)
  }

  /// The cell of 合计, or the cells that sum to it where the export lost the row.
  func total(of form: Form, _ measure: Measure, in problem: Problem) -> [Identity.Term] {
    let place = RowPlace(form, .none, .total)
    guard let row = problem.index[place], problem.rows[row].domain.isEmpty, isCodeSafe(form) else {
      return [problem.term(place, measure, 1)].compactMap(\.self)
    }
    return topRows(of: form).compactMap { problem.term($0, measure, 1) }
  }
}

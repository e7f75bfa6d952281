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
      var prefix = problem.rows[row].row.code.dropLast(2)
      while prefix.utf8.count >= 3, rowOfCode[String(prefix)] == nil { prefix = prefix.dropLast(2) }
      if prefix.utf8.count >= 3, let parent = rowOfCode[String(prefix)] {
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

  /// The cell of a subject, or the cells below it that sum to it where the form prints no row for it.
  func cells(of form: Form, _ key: RowKey, _ measure: Measure, in problem: Problem) -> [Identity.Term] {
    if let term = problem.term(RowPlace(form, .none, key), measure, 1) { return [term] }
    guard key != .total, isCodeSafe(form) else { return [] }
    return topRows(of: form, in: key.rawValue).compactMap { row in
      problem.rows[row].measures.firstIndex(of: measure).map { Identity.Term(row: row, column: $0, coefficient: 1) }
    }
  }

  /// The cell of 合计, or the cells that sum to it where the export lost the row.
  func total(of form: Form, _ measure: Measure, in problem: Problem) -> [Identity.Term] {
    let place = RowPlace(form, .none, .total)
    guard let row = problem.index[place], problem.rows[row].domain.isEmpty, isCodeSafe(form) else {
      return [problem.term(place, measure, 1)].compactMap(\.self)
    }
    return topRows(of: form).compactMap { row in
      problem.rows[row].measures.firstIndex(of: measure).map { Identity.Term(row: row, column: $0, coefficient: 1) }
    }
  }
}

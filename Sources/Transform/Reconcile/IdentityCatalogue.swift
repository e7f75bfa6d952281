import Accounts
import Classification

/// Sets up the identities between the rows of the forms: template lines, trees of subjects, forms against each other.
struct IdentityCatalogue {
  private let problem: Problem
  private let printed: PrintedRows
  private let forms: Set<Form>
  /// Forms of which every line with figures was read and is known by its label: in any other a line that seems blank may
  /// be one of those that are not, and nothing can be summed over it.
  private let completeForms: Set<Form>
  private var identities: [Identity] = []

  /// All identities that the rows of `problem` take part in, `printed` of it.
  static func identities(for problem: Problem, _ printed: PrintedRows) -> [Identity] {
    var catalogue = IdentityCatalogue(problem, printed)
    catalogue.addLines()
    for form in problem.forms where form.form.isBySubject || form.form == .gk06 { catalogue.addTree(form.form) }
    catalogue.addTotals()
    catalogue.addClasses()
    catalogue.addSubjects()
    catalogue.addBasicExpenditure()
    return catalogue.identities
  }

  private init(_ problem: Problem, _ printed: PrintedRows) {
    self.problem = problem
    self.printed = printed
    forms = Set(problem.forms.map(\.form))
    completeForms = Set(
      problem.forms.filter { form in
        !form.rows.isEmpty && !form.rows.contains { $0.kind == .unknown && !$0.figures.isEmpty }
          && !form.findings.contains { $0.rule == .rowUnrecognised && $0.severity == .error }
      }.map(\.form))
  }

  private func has(_ form: Form) -> Bool { forms.contains(form) }

  private func isComplete(_ form: Form) -> Bool { completeForms.contains(form) }

  private mutating func add(
    _ rule: FindingRule, _ words: @autoclosure () -> String, of measure: Measure? = nil, _ whole: Identity.Term?,
    _ parts: [Identity.Term?], relation: Identity.Relation = .equal
  ) {
    var terms: [Identity.Term] = []
    terms.reserveCapacity(parts.count + 1)
    if let whole { terms.append(whole) }
    for case let part? in parts { terms.append(part) }
    // An identity of one cell alone would only say that it is blank; that is said by whoever prints its counterpart.
    guard terms.count > 1 || whole == nil && !terms.isEmpty else { return }
    identities.append(Identity(rule: rule, words(), of: measure, terms: terms, relation: relation))
  }

  // MARK: lines of gk01 and gk04

  private mutating func addLines() {
    for reading in problem.forms where reading.form.template.rows == .lines {
      for identity in reading.form.template.identities where identity.isOfLines { addLines(identity, of: reading.form) }
    }
    addFunds()
  }

  /// An identity of the template's lines; classes of expenditure are those that are printed.
  private mutating func addLines(_ identity: PrintedIdentity, of form: Form) {
    let template = form.template
    let lineOfNumber = { (number: Int) in template.lines.first { $0.number == number } }
    guard let whole = lineOfNumber(identity.whole) else { return }
    let numbers = identity.parts.map(\.number)
    if let classLines = template.classLines, numbers.allSatisfy(classLines.contains) {
      sum(form, whole.side, whole.row, classes { $0 == form })
      return
    }
    let parts = numbers.compactMap(lineOfNumber)
    if let other = parts.first, other.side != whole.side {
      guard !isCut(form, whole.side, whole.row), !isCut(form, other.side, other.row) else { return }
      add(
        .crossFormIdentityBroken,
        "\(template.id): \(whole.side.rawValue) \(whole.row) = \(other.side.rawValue) \(other.row)",
        problem.term(RowPlace(form, whole.side, whole.row), template.measures(of: whole.side)[0], 1),
        [problem.term(RowPlace(form, other.side, other.row), template.measures(of: other.side)[0], -1)])
    } else {
      sum(form, whole.side, whole.row, printed(parts, of: form).map(\.rawValue))
    }
  }

  /// The keys of some lines, with the line that covers some of them in their place where only it is printed.
  private func printed(_ parts: [LineTemplate], of form: Form) -> [RowKey] {
    let keys = parts.map(\.row)
    guard let together = form.template.lines.first(where: { line in line.covers.contains(where: keys.contains) }),
      let first = together.covers.first, let place = keys.firstIndex(of: first), isPrinted(together, of: form)
    else { return keys }
    return keys[..<place] + [together.row] + keys[place...].filter { !together.covers.contains($0) }
  }

  /// Whether a form prints the line that covers others, and not the first of these beside it.
  private func isPrinted(_ together: LineTemplate, of form: Form) -> Bool {
    problem.index[RowPlace(form, together.side, together.row)] != nil
      && together.covers.first.map { problem.index[RowPlace(form, together.side, $0)] == nil } ?? false
  }

  /// The class codes of the expenditure lines of some forms.
  private func classes(_ isIncluded: (Form) -> Bool) -> [String] {
    problem.rows.indices.filter { row in
      problem.rows[row].row.side == .expenditure && !problem.rows[row].row.code.isEmpty
        && isIncluded(problem.forms[problem.rows[row].form].form)
    }.map { problem.rows[$0].row.code }
  }

  private mutating func sum(_ form: Form, _ side: Side, _ whole: RowKey, _ parts: [String]) {
    let keys = parts.map { RowKey($0) }
    let parts = keys.map { problem.index[RowPlace(form, side, $0)] }
    let total = problem.index[RowPlace(form, side, whole)]
    // A line of unknown name may be any that the form seems to lack, the whole too.
    guard isComplete(form) || total != nil && !parts.contains(nil) && whole != "expenditure_total" else { return }
    guard !([whole] + keys).contains(where: { isCut(form, side, $0) }) else { return }
    let words = "\(form.rawValue) \(side.rawValue): \(whole) = sum of its lines"
    for measure in form.template.measures(of: side) {
      add(
        .treeIdentityBroken, words, of: measure, problem.term(total, measure, 1),
        parts.map { problem.term($0, measure, -1) })
    }
  }

  /// Whether the line of a total is not there though lines that it sums have figures: it is unknown, not blank, as where
  /// a form was cut.
  private func isCut(_ form: Form, _ side: Side, _ total: RowKey) -> Bool {
    guard problem.index[RowPlace(form, side, total)] == nil else { return false }
    let template = form.template
    let line = { (number: Int) in template.lines.first { $0.number == number && $0.side == side } }
    return template.identities.contains { identity in
      guard identity.isOfLines, line(identity.whole)?.row == total else { return false }
      let numbers = identity.parts.map(\.number)
      if let classLines = template.classLines, numbers.allSatisfy(classLines.contains) {
        return problem.rows.contains { row in
          row.row.side == side && !row.row.code.isEmpty && !row.row.figures.isEmpty
            && problem.forms[row.form].form == form
        }
      }
      return numbers.compactMap(line).contains { part in
        let row = problem.index[RowPlace(form, side, part.row)]
        return row.map { !problem.rows[$0].row.figures.isEmpty } ?? isCut(form, side, part.row)
      }
    }
  }

  /// gk04 by fund: revenue and opening balance are expenditure and closing balance.
  private mutating func addFunds() {
    let funds: [(RowKey, RowKey, Measure)] = [
      ("general_public", "opening_general_public", .generalPublic),
      ("government_fund", "opening_government_fund", .governmentFund),
      ("state_capital", "opening_state_capital", .stateCapital),
    ]
    let hasOpenings = funds.contains { problem.index[RowPlace(.gk04, .revenue, $0.1)] != nil }
    guard hasOpenings, isComplete(.gk04), !isCut(.gk04, .expenditure, "grand_total") else { return }
    for (fund, opening, measure) in funds {
      add(
        .crossFormIdentityBroken, "gk04: \(fund) and \(opening) = grand_total of expenditure", of: measure,
        problem.term(RowPlace(.gk04, .expenditure, "grand_total"), measure, 1),
        [
          problem.term(RowPlace(.gk04, .revenue, fund), .amount, -1),
          problem.term(RowPlace(.gk04, .revenue, opening), .amount, -1),
        ])
    }
  }

  // MARK: trees of subjects

  private mutating func addTree(_ form: Form) {
    // With a subject whose code is open, nothing is known about the sums above it.
    guard printed.isCodeSafe(form), let first = printed.subjects(of: form).first else { return }
    let total = problem.index[RowPlace(form, .none, .total)]
    for (parent, parts) in printed.children(in: form) {
      guard let whole = parent ?? total, form != .gk06 || parent != nil else { continue }
      let words = "\(form.rawValue): \(parent.map { problem.rows[$0].row.code } ?? "total") = sum of its parts"
      for (column, measure) in problem.rows[first].measures.enumerated() {
        add(
          .treeIdentityBroken, words, of: measure,
          Identity.Term(row: whole, column: column, coefficient: 1),
          parts.map { Identity.Term(row: $0, column: column, coefficient: -1) })
      }
    }
    if form == .gk06 { addEconomicTotals(printed.topRows(of: form)) }
  }

  /// 人员经费 is 301 and 303; 公用经费 is the rest.
  private mutating func addEconomicTotals(_ classes: [Int]) {
    let isPersonnel = { [problem] (row: Int) in
      let code = problem.rows[row].row.code
      return code.hasPrefix("301") || code.hasPrefix("303")
    }
    for (key, parts) in [
      (RowKey("personnel_total"), classes.filter(isPersonnel)),
      (RowKey("public_total"), classes.filter { !isPersonnel($0) }),
    ] {
      add(
        .treeIdentityBroken, "gk06: \(key) = sum of its classes", problem.term(RowPlace(.gk06, .none, key), .amount, 1),
        parts.map { Identity.Term(row: $0, column: 0, coefficient: -1) })
    }
  }

  // MARK: forms against each other

  private mutating func addTotals() {
    for reading in problem.forms {
      for link in reading.form.template.links { add(link, of: reading.form) }
    }
    // gk04 and gk01 print what the budgets give under the same names.
    for fund in SubjectBudget.allCases.map(\.line) where has(.gk01) {
      guard let whole = problem.term(RowPlace(.gk04, .revenue, fund), .amount, 1) else { continue }
      let line = problem.term(RowPlace(.gk01, .revenue, fund), .amount, -1)
      guard line != nil || isComplete(.gk01) else { continue }
      add(.crossFormIdentityBroken, "gk04 \(fund) = gk01 \(fund)", whole, [line])
    }
  }

  private mutating func add(_ link: FormLink, of form: Form) {
    guard let other = problem.forms.first(where: { $0.form.rawValue == link.form })?.form else { return }
    let whole = printed.total(of: form, link.measure, in: problem)
    guard let first = whole.first else { return }
    let words = "\(form.rawValue) \(link.measure.rawValue) = \(other.rawValue) \(link.name)"
    let together = other.template.lines.first { !$0.covers.isEmpty && $0.covers == link.lines }
    if let together, isPrinted(together, of: other) {
      let line = problem.term(RowPlace(other, link.side, together.row), link.column, -1)
      add(.crossFormIdentityBroken, words, first, Array(whole.dropFirst()) + [line])
      return
    }
    let lines = link.lines.map { problem.term(RowPlace(other, link.side, $0), link.column, -1) }
    guard isComplete(other) || lines.allSatisfy({ $0 != nil }),
      !link.lines.contains(where: { isCut(other, link.side, $0) })
    else { return }
    add(.crossFormIdentityBroken, words, first, Array(whole.dropFirst()) + lines)
  }

  private static let fundForms: [(Form, Measure)] = [
    (.gk05, .generalPublic), (.gk07, .governmentFund), (.gk08, .stateCapital),
  ]

  /// By class: gk03 is gk01, the fund forms are gk04, gk04 is at most gk01.
  private mutating func addClasses() {
    for code in Set(classes { _ in true }).sorted() {
      let line = RowKey(code)
      compare(.gk03, code, with: problem.term(RowPlace(.gk01, .expenditure, line), .amount, -1), "gk01")
      for (form, measure) in Self.fundForms {
        compare(form, code, with: problem.term(RowPlace(.gk04, .expenditure, line), measure, -1), "gk04")
      }
      if let part = problem.term(RowPlace(.gk04, .expenditure, line), .total, 1),
        let whole = problem.term(RowPlace(.gk01, .expenditure, line), .amount, -1)
      {
        add(
          .crossFormIdentityBroken, "gk04 \(code) total is at most gk01 \(code)", part, [whole], relation: .atMost)
      }
    }
  }

  private mutating func compare(_ form: Form, _ code: String, with line: Identity.Term?, _ other: String) {
    guard let line, printed.isCodeSafe(form) else { return }
    let parts = printed.topRows(of: form, in: code).compactMap { problem.term($0, .total, 1) }
    guard let first = parts.first else { return }
    add(
      .crossFormIdentityBroken, "\(form.rawValue) \(code) = \(other) \(code)", first, Array(parts.dropFirst()) + [line])
  }

  /// By subject: gk03 covers gk05, gk07 and gk08, and equals them where all expenditure is fiscal appropriation and all
  /// of these were read.
  private mutating func addSubjects() {
    guard has(.gk03), has(.gk05) else { return }
    let isEqual = isAllFiscal && areFundsRead
    let relation: Identity.Relation = isEqual ? .equal : .atMost
    let sign = isEqual ? "=" : "covers"
    for key in printed.keys(of: .gk03) {
      let rows = [Form.gk05, .gk07, .gk08].flatMap { printed.rows(of: $0, key, in: problem) }
      let whole = problem.index[RowPlace(.gk03, .none, key)]
      let words = "gk03 \(key) \(sign) gk05 + gk07 + gk08"
      for measure in [Measure.total, .basic, .project] {
        let parts = rows.compactMap { problem.term($0, measure, 1) }
        guard !parts.isEmpty else { continue }
        add(
          .crossFormIdentityBroken, words, of: measure, nil,
          parts + [problem.term(whole, measure, -1)], relation: relation)
      }
    }
  }

  /// Whether gk04 spends all that gk01 spends: only then has gk03 nothing but fiscal appropriation.
  private var isAllFiscal: Bool {
    guard let all = problem.index[RowPlace(.gk01, .expenditure, "expenditure_total")],
      let fiscal = problem.index[RowPlace(.gk04, .expenditure, "expenditure_total")],
      let whole = problem.rows[all].row.figures.first, let part = problem.rows[fiscal].row.figures.first
    else { return false }
    return whole.amount != nil && whole.amount == part.amount
  }

  /// Whether each fund that gk04 gives money has rows in its own form.
  private var areFundsRead: Bool {
    Self.fundForms.allSatisfy { form, measure in
      let hasSubjects = !printed.subjects(of: form).isEmpty
      if hasSubjects || form == .gk05 { return hasSubjects }
      return [measure.rawValue, "opening_\(measure.rawValue)"].allSatisfy { line in
        let row = problem.index[RowPlace(.gk04, .revenue, RowKey(line))]
        return row.map { problem.rows[$0].row.figures.allSatisfy { $0.amount == .zero } } ?? true
      }
    }
  }

  /// gk05's basic expenditure is gk06; gk06's travel, vehicles and reception are at most those of gk09.
  private mutating func addBasicExpenditure() {
    if has(.gk06), let basic = problem.term(RowPlace(.gk05, .none, .total), .basic, 1) {
      add(
        .crossFormIdentityBroken, "gk05 basic = gk06 personnel_total + public_total", basic,
        [
          problem.term(RowPlace(.gk06, .none, "personnel_total"), .amount, -1),
          problem.term(RowPlace(.gk06, .none, "public_total"), .amount, -1),
        ])
    }
    for (code, measure) in [
      ("30212", Measure.actualOverseasTravel), ("30231", .actualVehicleOperation), ("30217", .actualReception),
    ] {
      guard let part = problem.term(RowPlace(.gk06, .none, RowKey(code)), .amount, 1),
        let whole = problem.term(RowPlace(.gk09, .none, .total), measure, -1)
      else { continue }
      add(
        .crossFormIdentityBroken, "gk06 \(code) is at most gk09 \(measure.rawValue)", part, [whole], relation: .atMost)
    }
  }
}

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
    for form in [Form.gk01, .gk04] where has(form) {
      let funds =
        printsAppropriationsTogether(form)
        ? ["fiscal_appropriation"] : ["general_public", "government_fund", "state_capital"]
      let sources =
        form == .gk01
        ? funds + ["superior_subsidy", "institutional", "operating", "affiliated_remittance", "other"] : funds
      let openings = form == .gk01 ? ["non_fiscal_surplus_used", "opening_balance"] : ["opening_balance"]
      sum(form, .revenue, "revenue_total", sources, [.amount])
      sum(form, .revenue, "grand_total", ["revenue_total"] + openings, [.amount])
      if form == .gk04 { sum(form, .revenue, "opening_balance", funds.map { "opening_\($0)" }, [.amount]) }
      let measures: [Measure] = form == .gk01 ? [.amount] : [.total, .generalPublic, .governmentFund, .stateCapital]
      sum(form, .expenditure, "expenditure_total", classes { $0 == form }, measures)
      let closings = form == .gk01 ? ["surplus_distribution", "closing_balance"] : ["closing_balance"]
      sum(form, .expenditure, "grand_total", ["expenditure_total"] + closings, measures)
      let whole: Measure = form == .gk01 ? .amount : .total
      add(
        .crossFormIdentityBroken, "\(form.rawValue): revenue grand_total = expenditure grand_total",
        problem.term(RowPlace(form, .revenue, "grand_total"), .amount, 1),
        [problem.term(RowPlace(form, .expenditure, "grand_total"), whole, -1)])
    }
    addFunds()
  }

  /// Whether a form prints all appropriations in one line, as some do until 2018, and a fund below it as a part.
  ///
  /// A torn label may sound like that line; general public appropriations beside it tell that it is none.
  private func printsAppropriationsTogether(_ form: Form) -> Bool {
    problem.index[RowPlace(form, .revenue, "fiscal_appropriation")] != nil
      && problem.index[RowPlace(form, .revenue, "general_public")] == nil
  }

  /// The class codes of the expenditure lines of some forms.
  private func classes(_ isIncluded: (Form) -> Bool) -> [String] {
    problem.rows.indices.filter { row in
      problem.rows[row].row.side == .expenditure && !problem.rows[row].row.code.isEmpty
        && isIncluded(problem.forms[problem.rows[row].form].form)
    }.map { problem.rows[$0].row.code }
  }

  private mutating func sum(_ form: Form, _ side: Side, _ whole: RowKey, _ parts: [String], _ measures: [Measure]) {
    let parts = parts.map { problem.index[RowPlace(form, side, RowKey($0))] }
    let total = problem.index[RowPlace(form, side, whole)]
    // A line of unknown name may be any that the form seems to lack, the whole too.
    guard isComplete(form) || total != nil && !parts.contains(nil) && whole != "expenditure_total" else { return }
    // One line alone would have to be blank where a form was cut before its total.
    guard total != nil || parts.count(where: { $0 != nil }) > 1 else { return }
    let words = "\(form.rawValue) \(side.rawValue): \(whole) = sum of its lines"
    for measure in measures {
      add(
        .treeIdentityBroken, words, of: measure, problem.term(total, measure, 1),
        parts.map { problem.term($0, measure, -1) })
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
    for (fund, opening, measure) in funds where hasOpenings && isComplete(.gk04) {
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

  /// A whole column of one form that another form prints as one line, or as several.
  private struct Counterpart {
    var form: Form
    var measure: Measure
    var other: Form
    var side = Side.revenue
    var lines: [RowKey]
    /// The column of the lines.
    var column = Measure.amount
    /// The lines in words.
    var name: String

    init(_ form: Form, _ measure: Measure, _ other: Form, _ line: RowKey) {
      (self.form, self.measure, self.other) = (form, measure, other)
      lines = [line]
      name = line.rawValue
    }
  }

  private static let funds: [RowKey] = ["general_public", "government_fund", "state_capital"]

  private static let counterparts: [Counterpart] = {
    var appropriations = Counterpart(.gk02, .fiscalAppropriation, .gk01, "appropriations")
    appropriations.lines = funds
    var expenditure = Counterpart(.gk03, .total, .gk01, "expenditure_total")
    expenditure.side = .expenditure
    let others = [Measure.superiorSubsidy, .institutional, .operating, .affiliatedRemittance, .other].map {
      Counterpart(.gk02, $0, .gk01, RowKey($0.rawValue))
    }
    let byFund = fundForms.map { form, measure in
      var counterpart = Counterpart(form, .total, .gk04, "expenditure_total")
      counterpart.side = .expenditure
      counterpart.column = measure
      counterpart.name = "expenditure_total (\(measure.rawValue))"
      return counterpart
    }
    return [Counterpart(.gk02, .total, .gk01, "revenue_total"), appropriations] + others
      + [Counterpart(.gk02, .fiscalAppropriation, .gk04, "revenue_total"), expenditure] + byFund + [
        Counterpart(.gk07, .revenue, .gk04, "government_fund"),
        Counterpart(.gk07, .openingBalance, .gk04, "opening_government_fund"),
        Counterpart(.gk08, .revenue, .gk04, "state_capital"),
        Counterpart(.gk08, .openingBalance, .gk04, "opening_state_capital"),
      ]
  }()

  private mutating func addTotals() {
    for pair in Self.counterparts where has(pair.form) && has(pair.other) {
      let whole = printed.total(of: pair.form, pair.measure, in: problem)
      guard let first = whole.first else { continue }
      if pair.lines == Self.funds, printsAppropriationsTogether(pair.other) {
        let together = problem.term(RowPlace(pair.other, pair.side, "fiscal_appropriation"), pair.column, -1)
        add(
          .crossFormIdentityBroken,
          "\(pair.form.rawValue) \(pair.measure.rawValue) = \(pair.other.rawValue) \(pair.name)",
          first, Array(whole.dropFirst()) + [together])
        continue
      }
      let lines = pair.lines.map { problem.term(RowPlace(pair.other, pair.side, $0), pair.column, -1) }
      guard isComplete(pair.other) || lines.allSatisfy({ $0 != nil }) else { continue }
      add(
        .crossFormIdentityBroken,
        "\(pair.form.rawValue) \(pair.measure.rawValue) = \(pair.other.rawValue) \(pair.name)",
        first, Array(whole.dropFirst()) + lines)
    }
    for fund in Self.funds where has(.gk01) {
      guard let whole = problem.term(RowPlace(.gk04, .revenue, fund), .amount, 1) else { continue }
      let line = problem.term(RowPlace(.gk01, .revenue, fund), .amount, -1)
      guard line != nil || isComplete(.gk01) else { continue }
      add(.crossFormIdentityBroken, "gk04 \(fund) = gk01 \(fund)", whole, [line])
    }
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

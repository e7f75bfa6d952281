import Accounts
import Classification

/// The language of witnesses: every claim that a proof may name, with the cells that it speaks of, derived from the
/// published rows alone. A witness that is no label of the catalogue is no proof.
///
/// `F` is a form (`gk01` to `gk09`), `S` a side, `R` a row key, `M` a measure, `C` a subject code, `N` a line.
///
/// | claim | says |
/// |---|---|
/// | `F row: M = M + M - M` | within each row, by the form's template |
/// | `F prints RULE at line N` | the rule printed under the form: numbers are 行次, or columns (栏) in template order |
/// | `F S: R = sum of its lines (M)` | gk01 and gk04: the fixed lines and the classes below a total |
/// | `F: C = sum of its parts (M)` | a subject, or `total`, is the sum of the printed subjects right below it |
/// | `gk06: personnel_total = sum of its classes` | 301 and 303; `public_total`: the other classes |
/// | `F: revenue grand_total = expenditure grand_total` | both sides of gk01 or gk04 |
/// | `gk04: M and opening_M = grand_total of expenditure (M)` | each fund by itself |
/// | `F R = F R`, `F R = F R + R` | a total of one form is a line of another (see `FormLinks`) |
/// | `F C = gk01 C`, `F C = gk04 C` | a class of gk03 is gk01's line, one of a fund's form is gk04's |
/// | `gk04 C total is at most gk01 C` | fiscal appropriation is part of all expenditure |
/// | `gk03 C = gk05 + gk07 + gk08 (M)` | where all expenditure is fiscal appropriation; else `covers` |
/// | `gk06 C is at most gk09 M` | travel, vehicles and reception within basic expenditure |
/// | `F: columns that 合计 leaves blank`, `F: columns that C leaves blank` | no row below it has a figure there |
/// | `F: all rows lack one column` | the form lost a column: no other row has a figure in it, or none was lost |
/// | `the header's columns` | figures stand where the header says; no proof, only for values below 0.950 |
/// | `all identities together` | no choice for all rows has another reading; `ForcedCheck` replays it |
/// | `narrative line N: M` | the narrative states one of the three public expenses there |
/// | `narrative line N: AMOUNT`, `narrative line N` | it states that amount; a sum of the row or of its form's total |
/// | `classification: C NAME`, `printed name: NAME`, `F line N`, `narrative line N` | of codes |
/// | `order of the rows`, `no other subject of that name` | of codes: the neighbours, or the name alone, leave one |
///
/// Nothing is summed over a line that a form lacks while it has figures on a line of unknown name, nor over a total that
/// is not there though lines that it sums have figures.
///
/// A total that is not printed stands for the rows below it. Blank cells count as nothing. A choice may follow from one
/// that was made for the same subject in another form, whose identity it then names.
struct Catalogue {
  let ledger: Ledger
  private(set) var equations: [Equation] = []
  /// The equations of each claim.
  private(set) var ofLabel: [String: [Int]] = [:]
  /// Claims over a printed total, with the rows below in its place: what they say where it takes no part in a proof.
  private(set) var belowTotals: [String: Equation] = [:]
  /// Claims over columns that the datasets do not hold.
  private(set) var hiddenLabels: Set<String> = []
  /// The equations that each row takes part in.
  private(set) var ofRow: [[Int]] = []
  private struct TotalPlace: Hashable {
    var form: Form
    var side: Side
    var key: String
  }

  /// Totals of lines that are not there though what they sum is: a document was cut, and they are not blank.
  private var cutTotals: Set<TotalPlace> = []
  /// How the subjects of each form nest, where all their codes are known.
  private(set) var trees: [Form: SubjectTree] = [:]

  /// Sets up all claims that the rows of a document admit.
  init(_ document: PublishedDocument) {
    ledger = Ledger(document)
    for form in ledger.forms where (form.isBySubject || form == .gk06) && !ledger.openForms.contains(form) {
      trees[form] = SubjectTree(form, in: ledger)
    }
    addRowRules()
    addPrintedRules(document)
    addLines()
    addTrees()
    for link in FormLinks.all { add(link) }
    addClasses()
    addSubjects()
    ofRow = Array(repeating: [], count: ledger.rows.count)
    for (index, equation) in equations.enumerated() {
      for row in Set(equation.terms.map(\.row)) { ofRow[row].append(index) }
    }
  }

  private func has(_ form: Form) -> Bool { ledger.forms.contains(form) }

  private func isCut(_ form: Form, _ side: Side, _ key: String) -> Bool {
    cutTotals.contains(TotalPlace(form: form, side: side, key: key))
  }

  private mutating func add(_ label: String, _ terms: [Equation.Term], isAtMost: Bool = false, isOfRow: Bool = false) {
    if terms.contains(where: { ledger.rows[$0.row].hidden.contains($0.column) }) {
      hiddenLabels.insert(label)
      return
    }
    ofLabel[label, default: []].append(equations.count)
    equations.append(Equation(label: label, terms: terms, isAtMost: isAtMost, isOfRow: isOfRow))
  }

  private func term(
    _ form: Form, _ side: Side, _ key: String, _ measure: Measure, _ coefficient: Int128
  ) -> Equation.Term? {
    guard let row = ledger.row(form, side, key), let column = ledger.rows[row].columns.firstIndex(of: measure) else {
      return nil
    }
    return Equation.Term(row: row, column: column, coefficient: coefficient)
  }

  private func terms(_ rows: [Int], _ measure: Measure, _ coefficient: Int128) -> [Equation.Term] {
    rows.compactMap { row in
      ledger.rows[row].columns.firstIndex(of: measure).map {
        Equation.Term(row: row, column: $0, coefficient: coefficient)
      }
    }
  }

  // MARK: within rows, and as printed

  private mutating func addRowRules() {
    for (index, row) in ledger.rows.enumerated() {
      for rule in RowTemplate.rules(row.form, row.side, row.columns) {
        let parts = rule.parts.map { Equation.Term(row: index, column: $0.column, coefficient: -$0.sign) }
        add(rule.label, [Equation.Term(row: index, column: rule.whole, coefficient: 1)] + parts, isOfRow: true)
      }
    }
  }

  private mutating func addPrintedRules(_ document: PublishedDocument) {
    for form in document.forms {
      for (line, rule) in PrintedRule.rules(in: form.notes) {
        let label = "\(form.form.rawValue) prints \(rule.text) at line \(line)"
        if rule.isOfLines { addLineRule(rule, label, form.form) } else { addColumnRule(rule, label, form.form) }
      }
    }
  }

  private mutating func addLineRule(_ rule: PrintedRule, _ label: String, _ form: Form) {
    guard form == .gk01 || form == .gk04 else { return }
    var rowOfLine: [Int: Int] = [:]
    for row in ledger.rows(of: form) {
      guard let number = ledger.rows[row].lineNumber else { continue }
      // A number that stands on two lines names neither.
      guard rowOfLine.updateValue(row, forKey: number) == nil else { return }
    }
    guard let whole = rowOfLine[rule.whole] else { return }
    for (column, measure) in ledger.rows[whole].columns.enumerated() {
      let parts = rule.parts.flatMap { part in
        terms([rowOfLine[part.number]].compactMap(\.self), measure, -part.sign)
      }
      if !parts.isEmpty { add(label, [Equation.Term(row: whole, column: column, coefficient: 1)] + parts) }
    }
  }

  /// Columns are numbered in the order of the template, from 1; in gk04 the expenditure side starts with 2.
  private mutating func addColumnRule(_ rule: PrintedRule, _ label: String, _ form: Form) {
    let offset = form == .gk04 ? 2 : 1
    for index in ledger.rows(of: form) where ledger.rows[index].side != .revenue {
      let columns = ledger.rows[index].columns.indices
      let parts = rule.parts.map { (number: $0.number - offset, sign: -$0.sign) }
      guard columns.contains(rule.whole - offset), parts.allSatisfy({ columns.contains($0.number) }) else { continue }
      let whole = Equation.Term(row: index, column: rule.whole - offset, coefficient: 1)
      add(
        label, [whole] + parts.map { Equation.Term(row: index, column: $0.number, coefficient: $0.sign) },
        isOfRow: true)
    }
  }

  // MARK: lines of gk01 and gk04

  private mutating func addLines() {
    let budgets = ["general_public", "government_fund", "state_capital"]
    let others = ["superior_subsidy", "institutional", "operating", "affiliated_remittance", "other"]
    for form in [Form.gk01, .gk04] where has(form) {
      let isAll = form == .gk01
      let funds = ledger.printsAppropriationsTogether(form) ? ["fiscal_appropriation"] : budgets
      let lines = ledger.rows(of: form).map { ledger.rows[$0] }.filter { $0.side == .expenditure }
      let classes = lines.filter(\.isSubject)
      let measures = lines.first?.columns ?? []
      let openings = isAll ? ["non_fiscal_surplus_used", "opening_balance"] : ["opening_balance"]
      let closings = isAll ? ["surplus_distribution", "closing_balance"] : ["closing_balance"]
      var sums = [
        LineSum(side: .revenue, whole: "revenue_total", parts: isAll ? funds + others : funds),
        LineSum(side: .revenue, whole: "grand_total", parts: ["revenue_total"] + openings),
        LineSum(side: .expenditure, whole: "expenditure_total", parts: classes.map(\.key)),
        LineSum(side: .expenditure, whole: "grand_total", parts: ["expenditure_total"] + closings),
      ]
      if !isAll {
        sums.append(LineSum(side: .revenue, whole: "opening_balance", parts: funds.map { "opening_\($0)" }))
      }
      findCutTotals(sums, of: form)
      for sum in sums { add(sum, of: form, sum.side == .revenue ? [.amount] : measures) }
      guard !isCut(form, .revenue, "grand_total"), !isCut(form, .expenditure, "grand_total") else { continue }
      let sides = [
        term(form, .revenue, "grand_total", .amount, 1),
        term(form, .expenditure, "grand_total", isAll ? .amount : .total, -1),
      ].compactMap(\.self)
      if sides.count == 2 { add("\(form.rawValue): revenue grand_total = expenditure grand_total", sides) }
    }
    addFunds(budgets)
  }

  /// A sum of lines of one side.
  private struct LineSum {
    var side: Side
    var whole: String
    var parts: [String]
  }

  /// Finds the totals whose lines are not there though lines that they sum have figures: nothing is known of them.
  private mutating func findCutTotals(_ sums: [LineSum], of form: Form) {
    // Totals of totals come last.
    for sum in sums where ledger.row(form, sum.side, sum.whole) == nil {
      let hasFigures = sum.parts.contains { part in
        ledger.row(form, sum.side, part).map { !ledger.rows[$0].figures.isEmpty } ?? isCut(form, sum.side, part)
      }
      if hasFigures { cutTotals.insert(TotalPlace(form: form, side: sum.side, key: sum.whole)) }
    }
  }

  private mutating func add(_ sum: LineSum, of form: Form, _ measures: [Measure]) {
    let (side, whole, parts) = (sum.side, sum.whole, sum.parts)
    guard !([whole] + parts).contains(where: { isCut(form, side, $0) }) else { return }
    for measure in measures {
      let terms = [term(form, side, whole, measure, 1)] + parts.map { term(form, side, $0, measure, -1) }
      let isKnown = whole != "expenditure_total" && !terms.contains { $0 == nil }
      guard terms.compactMap(\.self).count > 1, isKnown || !ledger.unknownLines.contains(form) else { continue }
      add(
        "\(form.rawValue) \(side.rawValue): \(whole) = sum of its lines (\(measure.rawValue))",
        terms.compactMap(\.self))
    }
  }

  private mutating func addFunds(_ funds: [String]) {
    guard !ledger.unknownLines.contains(.gk04), !isCut(.gk04, .expenditure, "grand_total"),
      funds.contains(where: { ledger.row(.gk04, .revenue, "opening_\($0)") != nil })
    else { return }
    for (fund, measure) in zip(funds, [Measure.generalPublic, .governmentFund, .stateCapital]) {
      let terms = [
        term(.gk04, .expenditure, "grand_total", measure, 1), term(.gk04, .revenue, fund, .amount, -1),
        term(.gk04, .revenue, "opening_\(fund)", .amount, -1),
      ].compactMap(\.self)
      if terms.count > 1 {
        add("gk04: \(fund) and opening_\(fund) = grand_total of expenditure (\(measure.rawValue))", terms)
      }
    }
  }

  // MARK: trees of subjects

  private mutating func addTrees() {
    for (form, tree) in trees.sorted(by: { $0.key < $1.key }) {
      var wholes = tree.children.map { (key: ledger.rows[$0.key].key, row: $0.key, parts: $0.value) }
      if form != .gk06, let total = ledger.row(form, .none, "total") { wholes.append(("total", total, tree.top)) }
      for whole in wholes {
        for (column, measure) in ledger.rows[whole.row].columns.enumerated() where !whole.parts.isEmpty {
          add(
            "\(form.rawValue): \(whole.key) = sum of its parts (\(measure.rawValue))",
            [Equation.Term(row: whole.row, column: column, coefficient: 1)] + terms(whole.parts, measure, -1))
        }
      }
    }
    guard let economic = trees[.gk06] else { return }
    let isPersonnel: (Int) -> Bool = { [ledger] row in
      ["301", "303"].contains(String(ledger.rows[row].key.prefix(3)))
    }
    for (key, parts) in [
      ("personnel_total", economic.top.filter(isPersonnel)), ("public_total", economic.top.filter { !isPersonnel($0) }),
    ] {
      guard let whole = term(.gk06, .none, key, .amount, 1), !parts.isEmpty else { continue }
      add("gk06: \(key) = sum of its classes", [whole] + terms(parts, .amount, -1))
    }
  }

  // MARK: forms against each other

  private mutating func add(_ link: FormLinks.Link) {
    guard has(link.whole.form), link.parts.allSatisfy({ has($0.form) }) else { return }
    var parts = link.parts.compactMap { term($0.form, $0.side, $0.key, $0.measure, -1) }
    var isWhole = parts.count == link.parts.count
    if link.parts.count > 1, let part = link.parts.first, part.key == "general_public",
      ledger.printsAppropriationsTogether(part.form),
      let together = term(part.form, part.side, "fiscal_appropriation", part.measure, -1)
    {
      parts = [together]
      isWhole = true
    }
    guard !link.parts.contains(where: { isCut($0.form, $0.side, $0.key) }) else { return }
    let isUnknown = link.parts.contains { ledger.unknownLines.contains($0.form) }
    // A line that gk01 or gk04 does not print is blank; of a form that was not read nothing is known.
    let isBlank = link.parts.allSatisfy { $0.form != .gk06 && !ledger.rows(of: $0.form).isEmpty }
    guard !parts.isEmpty || isBlank, isWhole || !isUnknown else { return }
    if link.whole.key == "total", let tree = trees[link.whole.form] {
      let below = terms(tree.top, link.whole.measure, 1)
      if !below.isEmpty { belowTotals[link.label] = Equation(label: link.label, terms: below + parts) }
    }
    for whole in wholes(link.whole) where whole.count + parts.count > 1 { add(link.label, whole + parts) }
  }

  /// A total by its own row, and where that is neither printed, not even unreadably, nor published as a range by the rows
  /// below it too.
  private func wholes(_ cell: FormLinks.Cell) -> [[Equation.Term]] {
    let own = [term(cell.form, cell.side, cell.key, cell.measure, 1)].compactMap(\.self)
    guard cell.key == "total", let tree = trees[cell.form], !own.contains(where: isRange) else {
      return own.isEmpty ? [] : [own]
    }
    let isPrinted =
      ledger.row(cell.form, .none, "total").map { row in
        ledger.rows[row].hasUnread || !ledger.rows[row].figures.isEmpty && !ledger.rows[row].isOpen
          || own.contains { ledger.rows[row].values[$0.column]?.isPrinted == true }
      } ?? false
    let below = terms(tree.top, cell.measure, 1)
    return (own.isEmpty ? [] : [own]) + (isPrinted || below.isEmpty ? [] : [below])
  }

  private func isRange(_ term: Equation.Term) -> Bool {
    ledger.rows[term.row].values[term.column].map { $0.low != $0.high } ?? false
  }

  private mutating func addClasses() {
    let lines = [Form.gk01, .gk04].flatMap { ledger.rows(of: $0) }.map { ledger.rows[$0] }
    let codes = Set(lines.filter { $0.side == .expenditure && $0.isSubject }.map(\.key)).sorted()
    for code in codes {
      addClass(.gk03, code, term(.gk01, .expenditure, code, .amount, -1), "gk01")
      for (form, measure) in FormLinks.funds {
        addClass(form, code, term(.gk04, .expenditure, code, measure, -1), "gk04")
      }
      if let part = term(.gk04, .expenditure, code, .total, 1),
        let whole = term(.gk01, .expenditure, code, .amount, -1)
      {
        add("gk04 \(code) total is at most gk01 \(code)", [part, whole], isAtMost: true)
      }
    }
  }

  private mutating func addClass(_ form: Form, _ code: String, _ line: Equation.Term?, _ other: String) {
    guard let line, let tree = trees[form] else { return }
    let parts = terms(tree.top(below: code), .total, 1)
    if !parts.isEmpty { add("\(form.rawValue) \(code) = \(other) \(code)", parts + [line]) }
  }

  private mutating func addSubjects() {
    if has(.gk03), has(.gk05) {
      let isEqual = isAllFiscal && areFundsRead
      let sign = isEqual ? "=" : "covers"
      let funds = [Form.gk05, .gk07, .gk08]
      for row in ledger.rows(of: .gk03) {
        for measure in [Measure.total, .basic, .project] {
          let key = ledger.rows[row].key
          // What a form without a total sums to is not known where a code in it is open.
          guard key != "total" || funds.allSatisfy({ hasTotal($0) }) else { continue }
          let parts = funds.flatMap { cells(of: $0, key, measure) }
          guard !parts.isEmpty, let whole = term(.gk03, .none, key, measure, -1) else { continue }
          add(
            "gk03 \(key) \(sign) gk05 + gk07 + gk08 (\(measure.rawValue))", parts + [whole], isAtMost: !isEqual)
        }
      }
    }
    for (code, measure) in [
      ("30212", Measure.actualOverseasTravel), ("30231", .actualVehicleOperation), ("30217", .actualReception),
    ] {
      guard let part = term(.gk06, .none, code, .amount, 1), let whole = term(.gk09, .none, "total", measure, -1) else {
        continue
      }
      add("gk06 \(code) is at most gk09 \(measure.rawValue)", [part, whole], isAtMost: true)
    }
  }

  /// The cell of a subject, or those below it that sum to it where the form prints no row for it.
  private func cells(of form: Form, _ key: String, _ measure: Measure) -> [Equation.Term] {
    if let own = term(form, .none, key, measure, 1) { return [own] }
    guard let tree = trees[form] else { return [] }
    return terms(key == "total" ? tree.top : tree.top(below: key), measure, 1)
  }

  /// Whether the total of a form, or of the rows below it, is known; that of a form that is not there is nothing.
  private func hasTotal(_ form: Form) -> Bool {
    !has(form) || ledger.row(form, .none, "total") != nil || trees[form] != nil
  }

  /// Whether gk04 prints as expenditure all that gk01 prints: only then has gk03 nothing but fiscal appropriation.
  private var isAllFiscal: Bool {
    func first(_ form: Form) -> Int128? {
      ledger.row(form, .expenditure, "expenditure_total").flatMap { ledger.rows[$0].figures.first?.low }
    }
    guard let all = first(.gk01), let part = first(.gk04) else { return false }
    return all == part
  }

  /// Whether the form of each fund has subjects; only one to which gk04 gives no money needs none.
  private var areFundsRead: Bool {
    FormLinks.funds.allSatisfy { form, measure in
      let hasSubjects = ledger.rows(of: form).contains { ledger.rows[$0].isSubject }
      if hasSubjects || form == .gk05 { return hasSubjects }
      return ["", "opening_"].allSatisfy { prefix in
        let row = ledger.row(.gk04, .revenue, prefix + measure.rawValue)
        return row.map { ledger.rows[$0].figures.allSatisfy { $0.low == 0 } } ?? true
      }
    }
  }
}

import Accounts
import Classification

/// Decides what the rows of all forms mean, together: the readings that all identities allow.
///
/// How a decision comes about:
/// 1. Each row becomes a variable (`RowVariable`). Its domain is what it can mean by itself: one reading where its
///    cells stand in a grid that fits (`GridColumns`), or else every way to put its figures into columns that the
///    row's own identities allow, one figure lost or none (`ReadingEnumerator`).
/// 2. Identities between cells are set up: sums of lines and subjects, forms against each other (`IdentityCatalogue`),
///    what the disclosure prints under its forms (`PrintedIdentities`), what its text states of them (`Narrative`).
/// 3. Readings fall that an identity leaves no room for, until nothing changes (`Propagator`), and those of a form
///    whose rows do not agree on the column that it lost (`LostColumn`).
/// 4. A reading that is left must stand in a solution of all identities together, or it falls too (`JointSearch`).
/// 5. What is still open is decided by the header's columns or by the last digit, if they decide, with less
///    confidence; otherwise it stays open, and `FigureBuilder` publishes bounds instead of a value.
/// 6. A 合计 row that was lost gets the sums of the rows below it (`LostTotals`).
///
/// An identity that nothing satisfies excludes nothing: the publisher's error is reported, never reasoned from. The
/// work is bounded; past the bound rows stay open.
struct Reconciler {
  private var problem: Problem
  private let report: FormSet
  /// The columns of each form.
  private var grids: [GridColumns] = []

  /// Decides the rows of `forms`; `sections` hold the narrative, which prints some figures too, and `facts` what is read
  /// of it.
  static func reconcile(
    _ forms: [FormReading], sections: [Section] = [], facts: [Fact] = [], as report: FormSet = .finalAccount
  ) -> Problem {
    var reconciler = Reconciler(forms, report)
    reconciler.decide(sections, facts)
    return reconciler.problem
  }

  private init(_ forms: [FormReading], _ report: FormSet) {
    self.report = report
    problem = Problem(forms: forms)
    let count = forms.reduce(0) { $0 + $1.rows.count + 1 }
    problem.rows.reserveCapacity(count)
    problem.index.reserveCapacity(count)
    for (index, form) in forms.enumerated() { addRows(of: form, at: index) }
  }

  // MARK: rows

  private mutating func addRows(of form: FormReading, at index: Int) {
    let columns = GridColumns(form)
    grids.append(columns)
    let revenue = RowRules(form: form.form, side: .revenue, measures: [.amount])
    let shortLines = DisplacedRows.shortLines(of: form)
    let tornLines = DisplacedRows.tornLines(of: form, among: shortLines)
    for row in form.rows {
      if let key = row.key {
        let place = RowPlace(form.form, row.side, key)
        if let other = problem.index[place] {
          reportDuplicate(row, of: problem.rows[other].row, form: index)
          continue
        }
        problem.index[place] = problem.rows.count
      }
      let measures = form.columnMeasures(of: row)
      let (domain, isSettled) = columns.domain(of: row, measures: measures)
      var variable = RowVariable(
        form: index, row: row, measures: measures, rules: measures.count == 1 ? revenue : columns.rules,
        domain: domain, isSettled: isSettled,
        halfUnit: row.halfUnit == .zero ? form.halfUnit : row.halfUnit)
      variable.losesByColumn = columns.canLoseColumn
      variable.isShort = shortLines.contains(row.span.line)
      if tornLines.contains(row.span.line) { variable.domain = variable.domain.map(\.withUnknownBlanks) }
      // No other row could tell that the only one of gk09 lost cells.
      if form.form.template.rows == .pairs, variable.isShort, row.allowed.isEmpty { DisplacedRows.open(&variable) }
      problem.rows.append(variable)
    }
    addLostTotal(of: form, at: index, rules: columns.rules)
  }

  private mutating func reportDuplicate(_ row: FormRow, of other: FormRow, form: Int) {
    guard !row.figures.isEmpty else { return }
    problem.forms[form].findings.append(
      Finding(
        .duplicateRow, form: problem.forms[form].form, side: row.side, row: row.key,
        message: "The row of line \(other.span.line) stands again at line \(row.span.line) and was not read.",
        sourceLine: row.span.line))
  }

  /// A form by subject without a 合计 row, or with a blank one, still has a total that its identities may give.
  private mutating func addLostTotal(of form: FormReading, at index: Int, rules: RowRules) {
    guard form.form.isBySubject, form.rows.contains(where: { $0.kind == .subject && !$0.figures.isEmpty }),
      problem.index[RowPlace(form.form, .none, .total)] == nil
    else { return }
    let row = FormRow(kind: .total, span: form.table.span)
    problem.index[RowPlace(form.form, .none, .total)] = problem.rows.count
    problem.rows.append(
      RowVariable(
        form: index, row: row, measures: form.measures, rules: rules, domain: [], isSettled: false,
        halfUnit: form.halfUnit))
  }

  // MARK: decision

  private mutating func decide(_ sections: [Section], _ facts: [Fact]) {
    openBlankTotals()
    let printed = PrintedRows(problem)
    problem.identities =
      IdentityCatalogue.identities(for: problem, printed) + PrintedIdentities.identities(for: problem)
    let unread = OpenTotals.printed(in: problem)
    let unbalanced = UnbalancedRows(setAside: &problem)
    if problem.openThreePublic != nil { ThreePublicWitnesses(ThreePublicWitness.read(sections)).apply(to: &problem) }
    problem.statements = Narrative.statements(facts, on: problem, printed, as: report)
    let doubtful = doubtfulBlanks()
    for row in doubtful { problem.rows[row].isMinimal = true }
    var propagator = Self.search(problem)
    var decided = problem
    propagator.apply(to: &decided)
    if unbalanced.areOpen(in: decided) || decided.isBroken {
      swap(&problem, &decided)
      repair(unbalanced, sections, undecided: &decided)
      propagator = Self.search(problem)
    }
    propagator.preferPlaces()
    propagator.run(isExact: true)
    propagator.apply(to: &problem)
    for row in problem.rows.indices where problem.rows[row].domain.count > 1 { preferPrinted(row) }
    for row in problem.rows.indices where problem.rows[row].isReadAgainstItsTotal {
      problem.rows[row].domain = problem.rows[row].considered
    }
    for row in doubtful { problem.rows[row].isMinimal = false }
    unbalanced.withdrawUnproved(in: &problem)
    DigitCorrection.withdrawContradicted(in: &problem)
    LostTotals.restore(in: &problem)
    LostCells.restore(in: &problem)
    UnknownFigures.restore(in: &problem)
    settleInPlace()
    DigitCorrection.reportUndecided(in: &problem)
    OpenTotals.settle(&problem, unread: unread)
  }

  /// The blank lines of sums that do not hold as they are printed: one of them may have lost its figure, so that what is
  /// concluded from its blank is a guess.
  private func doubtfulBlanks() -> Set<Int> {
    var rows: Set<Int> = []
    for index in problem.identities.indices where problem.identities[index].relation == .equal {
      let terms = problem.identities[index].terms
      guard terms.count > 2, problem.forms[problem.rows[terms[0].row].form].form.template.rows == .lines,
        problem.evaluate(terms)?.holds == false
      else { continue }
      for term in terms where problem.rows[term.row].row.figures.isEmpty { rows.insert(term.row) }
    }
    return rows
  }

  /// The readings that all identities together leave.
  private static func search(_ problem: Problem) -> Propagator {
    var propagator = Propagator(problem)
    propagator.runWithPlaces()
    JointSearch.run(&propagator)
    return propagator
  }

  /// Rows that were open since they have too many cells, and stand in the columns of the header all the same.
  private mutating func settleInPlace() {
    for (index, columns) in grids.enumerated() {
      for row in problem.rows.indices where problem.rows[row].form == index && columns.isInPlace(problem.rows[row]) {
        problem.rows[row].isSettled = true
      }
    }
  }

  /// Settles rows that balance no way, and corrects misread digits; each may decide further rows.
  private mutating func repair(_ unbalanced: UnbalancedRows, _ sections: [Section], undecided: inout Problem) {
    func decide(_ problem: inout Problem) { Self.search(problem).apply(to: &problem) }
    var digits = DigitCorrection(sections: sections)
    LostColumns.settle(&problem, undecided: &undecided, by: decide)
    DisplacedRows.settle(&problem, undecided: undecided, by: decide)
    unbalanced.settle(&problem, by: decide)
    while digits.apply(to: &problem) {
      decide(&problem)
      unbalanced.settle(&problem, by: decide)
    }
    unbalanced.readAsPrinted(&problem)
  }

  /// A blank total over printed rows is lost, not blank: it takes no part until it is restored.
  private mutating func openBlankTotals() {
    let subjects = problem.rows.indices.filter {
      problem.rows[$0].row.kind == .subject && !problem.rows[$0].row.figures.isEmpty
    }
    let printed = Set(subjects.map { problem.rows[$0].form })
    for row in problem.rows.indices
    where problem.rows[row].row.kind == .total && problem.rows[row].row.figures.isEmpty
      && printed.contains(problem.rows[row].form)
    {
      problem.rows[row].domain = []
    }
  }

  /// Among readings that give every column the same value, a blank counting as zero, takes the one that lacks the column
  /// that other rows of the form lack, or else the one whose figures stand furthest left: they differ only in which of
  /// two equal figures was lost. A lost zero is given back before a blank.
  private mutating func preferPrinted(_ row: Int) {
    let domain = problem.rows[row].domain
    guard let first = domain.first,
      domain.allSatisfy({ $0.unknown == 0 && zip($0.values, first.values).allSatisfy { $0 ?? .zero == $1 ?? .zero } })
    else { return }
    let form = problem.rows[row].form
    let lost = Set(problem.rows.lazy.filter { $0.form == form && $0.losesByColumn }.compactMap { $0.decided?.lost })
    let chosen =
      domain.first { $0.lost.map { lost == [$0] } ?? false } ?? domain.first { $0.lost != nil } ?? first
    problem.rows[row].domain = [chosen]
  }
}

extension RowVariable {
  /// Whether it prints its one amount several times and differently, and a sum chose another than the first, which
  /// stands under 合计: that may be misread, or be the publisher's error.
  fileprivate var isReadAgainstItsTotal: Bool {
    guard measures.count == 1, domain.count == 1, let chosen = domain[0].figures[0] else { return false }
    guard let amount = row.figures[chosen].amount else { return false }
    return row.amounts.first != amount && row.amounts.contains(amount)
  }
}

extension FormReading {
  /// Half a unit of the last digit that the form's figures print.
  var halfUnit: Amount {
    let figures = rows.lazy.flatMap(\.figures)
    return (figures.first { $0.amount.map { $0 != .zero } ?? false } ?? figures.first)?.halfUnit ?? .zero
  }

  /// The measures of the columns that a row of this form has.
  func columnMeasures(of row: FormRow) -> [Measure] {
    if row.side == .revenue, form.template.leftColumns > 0 { return form.template.measures(of: .revenue) }
    return measures
  }
}

import Accounts
import Classification

/// The published figures of a document as rows with columns, blank printed rows included: what identities speak of.
struct Ledger {
  /// What stands in a cell.
  struct Value {
    /// Least and greatest possible value in thousandths of a yuan; the same where it is decided.
    var low: Int128
    var high: Int128
    /// How far the true value may lie from it: half a unit of its last printed digit.
    var slack: Int128
    /// Whether the source prints it.
    var isPrinted: Bool
  }

  /// One row of a form.
  struct Row {
    var form: Form
    var side: Side
    var key: String
    var lineNumber: Int?
    var columns: [Measure]
    var values: [Value?]
    /// The measures that each of its figures may have, by a label beside it; empty where any may.
    var allowed: [[Measure]]
    /// The figures that it prints, from left to right.
    var figures: [Value]
    /// For each blank cell that it marks, how many figures stand before it.
    var blanks: [Int] = []
    /// Whether one of its figures cannot be read: which columns the others stand in is not told by their order.
    var hasUnread = false
    /// Whether a finding says that several readings of it are left: a column without a value need not be blank.
    var isUndecided = false
    /// Columns in which a figure that cannot be read stands or may stand.
    var unknown: Set<Int> = []
    /// Whether its figures are not published, or only as ranges: nothing can be summed with it.
    var isOpen: Bool
    /// Largest slack of its printed figures.
    var slack: Int128
    /// Columns that the form prints and the datasets do not hold: what stands in them is not known.
    var hidden: Set<Int>

    /// Whether its key is a subject code.
    var isSubject: Bool { side != .revenue && key.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private struct Place: Hashable {
    var form: Form
    var side: Side
    var key: String
  }

  private(set) var rows: [Row] = []
  private var index: [Place: Int] = [:]
  /// Forms with a subject whose code is open: nothing is known about the sums above it.
  private(set) var openForms: Set<Form> = []
  /// Two-sided forms with figures on a line of unknown name: a line that seems blank may be that one.
  private(set) var unknownLines: Set<Form> = []
  /// The forms that the document prints.
  let forms: [Form]

  /// Lays out the figures of a document.
  init(_ document: PublishedDocument) {
    forms = document.forms.map(\.form)
    for form in document.forms { addRows(of: form) }
    for figure in document.figures {
      guard let form = document.form(figure.key.form) else { continue }
      let place = Place(form: figure.key.form, side: figure.key.side, key: figure.key.row.rawValue)
      let row = index[place] ?? add(place, form.columns(on: place.side), lineNumber: nil, figures: [], allowed: [])
      set(figure, in: row, unit: form.unit)
    }
    for finding in document.findings where finding.rule == "alignment-undecided" {
      let side = Side(rawValue: finding.side) ?? .none
      if let form = forms.first(where: { $0.rawValue == finding.form }), let row = row(form, side, finding.row) {
        rows[row].isUndecided = true
      }
    }
    settleSlack()
    openLostTotals()
  }

  private mutating func addRows(of form: PublishedForm) {
    for row in form.rows {
      let place = Place(form: form.form, side: row.side, key: row.key)
      if row.key.isEmpty {
        if form.form != .gk01, form.form != .gk04 {
          openForms.insert(form.form)
        } else if !row.figures.isEmpty {
          unknownLines.insert(form.form)
        }
      } else if index[place] == nil {
        var figures = row.figures.compactMap { Self.value(of: $0, unit: form.unit) }
        let slack = figures.filter { $0.low != 0 }.map(\.slack).max()
        for index in figures.indices where figures[index].low == 0 {
          figures[index].slack = min(figures[index].slack, slack ?? figures[index].slack)
        }
        let columns = form.columns(on: row.side)
        let own = add(place, columns, lineNumber: row.lineNumber, figures: figures, allowed: row.allowed)
        rows[own].blanks = row.blanks
        rows[own].hasUnread = figures.count < row.figures.count
        rows[own].unknown = Set(row.unknown.compactMap { columns.firstIndex(of: $0) })
        rows[own].isOpen = !row.figures.isEmpty && rows[own].isOpen || !row.unknown.isEmpty
      }
    }
  }

  private mutating func add(
    _ place: Place, _ columns: [Measure], lineNumber: Int?, figures: [Value], allowed: [[Measure]]
  ) -> Int {
    index[place] = rows.count
    rows.append(
      Row(
        form: place.form, side: place.side, key: place.key, lineNumber: lineNumber, columns: columns,
        values: Array(repeating: nil, count: columns.count), allowed: allowed, figures: figures,
        isOpen: !figures.isEmpty, slack: 0, hidden: Self.hidden(columns, in: place.form)))
    takeAppropriations(row: rows.count - 1)
    return rows.count - 1
  }

  /// The datasets have no balances beside general public expenditure, and no other expenses beside the three public ones.
  private static func hidden(_ columns: [Measure], in form: Form) -> Set<Int> {
    Set(
      columns.indices.filter { column in
        !columns[column].isPublished || form == .gk05 && ![.total, .basic, .project].contains(columns[column])
      })
  }

  /// Until 2018 some forms print the appropriations of all budgets in one line: the datasets do not hold it, but it
  /// takes part in the sums. What stands behind its figure is of the other side.
  private mutating func takeAppropriations(row: Int) {
    guard rows[row].key == "fiscal_appropriation", rows[row].columns.count == 1, let figure = rows[row].figures.first
    else { return }
    rows[row].values = [figure]
    rows[row].slack = figure.slack
    rows[row].isOpen = false
  }

  private static func value(of printed: String, unit: Int128) -> Value? {
    guard let numeral = NumeralReader(printed), let value = numeral.thousandths(unit: unit) else { return nil }
    return Value(low: value, high: value, slack: numeral.halfUnit(unit: unit), isPrinted: true)
  }

  private mutating func set(_ figure: PublishedFigure, in row: Int, unit: Int128) {
    guard let column = rows[row].columns.firstIndex(of: figure.key.measure) else { return }
    var slack = figure.printed.isEmpty ? 0 : NumeralReader(figure.printed)?.halfUnit(unit: unit) ?? 0
    // A zero stands for a blank: it may print no decimals, and is no coarser than the figures beside it.
    if figure.amount == 0, let beside = rows[row].figures.filter({ $0.low != 0 }).map(\.slack).max() {
      slack = min(slack, beside)
    }
    rows[row].values[column] = Value(
      low: figure.amount ?? figure.low ?? 0, high: figure.amount ?? figure.high ?? 0, slack: slack,
      isPrinted: !figure.printed.isEmpty)
    rows[row].isOpen = false
    rows[row].slack = max(rows[row].slack, slack)
  }

  /// A derived figure carries the rounding of those that it follows from; ranges leave a row open.
  private mutating func settleSlack() {
    var slackOfForm: [Form: Int128] = [:]
    for row in rows { slackOfForm[row.form] = max(slackOfForm[row.form] ?? 0, row.slack) }
    for row in rows.indices {
      for column in rows[row].values.indices {
        guard let value = rows[row].values[column] else { continue }
        if value.low != value.high { rows[row].isOpen = true }
        if !value.isPrinted {
          let slack = rows[row].slack > 0 ? rows[row].slack : slackOfForm[rows[row].form] ?? 0
          rows[row].values[column]?.slack = 3 * slack
        }
      }
    }
  }

  /// A total that is printed blank above rows with figures is lost, not blank: nothing is known of it.
  private mutating func openLostTotals() {
    let filled = Set(rows.filter { $0.isSubject && !$0.figures.isEmpty }.map(\.form))
    for row in rows.indices where rows[row].key == "total" && rows[row].form.isBySubject {
      let isBlank = rows[row].figures.isEmpty && rows[row].values.allSatisfy { $0 == nil }
      if isBlank, filled.contains(rows[row].form) { rows[row].isOpen = true }
    }
  }

  /// The row of that key; nil where the form does not print or restore it.
  func row(_ form: Form, _ side: Side, _ key: String) -> Int? {
    index[Place(form: form, side: side, key: key)]
  }

  /// Whether a cell is not decided: of a row that is published with ranges, only those that have one.
  func isOpen(_ row: Int, _ column: Int) -> Bool {
    if rows[row].unknown.contains(column) { return true }
    guard rows[row].isOpen, rows[row].values.contains(where: { $0 != nil }) else { return rows[row].isOpen }
    return rows[row].values[column].map { $0.low != $0.high } ?? false
  }

  /// Whether a form prints the appropriations of all budgets in one line, as some do until 2018, and budgets below it as
  /// a part; beside general public appropriations, a line called so is the torn end of another label.
  func printsAppropriationsTogether(_ form: Form) -> Bool {
    row(form, .revenue, "fiscal_appropriation") != nil && row(form, .revenue, "general_public") == nil
  }

  /// The rows of a form in printed order.
  func rows(of form: Form) -> [Int] { rows.indices.filter { rows[$0].form == form } }
}

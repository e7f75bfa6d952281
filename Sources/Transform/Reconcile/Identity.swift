import Accounts

/// A linear identity over cells of the forms: the sum of its terms is zero, or at most zero, within rounding.
struct Identity {
  /// One cell, times a coefficient.
  struct Term {
    /// Index of the row among the variables of the problem.
    var row: Int
    /// Index of the column in that row.
    var column: Int
    var coefficient: Int64
  }

  enum Relation {
    case equal
    /// The terms sum to zero or less: a part is at most its whole.
    case atMost
  }

  /// Which finding a broken identity is.
  var rule: FindingRule
  /// What it says, of one column or of all.
  private let words: String
  /// The column that it speaks of; nil where the words say that.
  private let measure: Measure?
  /// The terms; the first is the cell that the identity is about.
  var terms: [Term]
  var relation: Relation
  /// Where the disclosure itself prints it.
  var sourceLine: Int?

  /// Makes an identity; the same words may stand for those of several columns.
  init(
    rule: FindingRule, _ words: String, of measure: Measure? = nil, terms: [Term], relation: Relation = .equal,
    sourceLine: Int? = nil
  ) {
    self.rule = rule
    self.words = words
    self.measure = measure
    self.terms = terms
    self.relation = relation
    self.sourceLine = sourceLine
  }

  /// The identity in words, such as `gk02: 20103 = sum of its parts (total)`.
  var label: String { measure.map { "\(words) (\($0.rawValue))" } ?? words }
}

/// One of the identities of a problem, or what stands beside them.
enum IdentityID {
  /// The identity of an index.
  case identity(Int)
  /// The rule of an index among those of a row.
  case rule(row: Int, Int)
  /// The statement of an index.
  case statement(Int)
}

/// A sum that the narrative states: its terms come to `value` within rounding.
///
/// It chooses among readings, but is no identity of the forms: where it contradicts them it says nothing.
struct Statement {
  /// Where the narrative states it.
  var line: Int
  var terms: [Identity.Term]
  /// The amount as printed.
  var value: Amount
  /// Half a unit of its last digit.
  var halfUnit: Amount

  var label: String { "narrative line \(line)" }
}

/// The rows of all forms as unknowns, and the identities between them.
struct Problem {
  var forms: [FormReading]
  var rows: [RowVariable] = []
  var identities: [Identity] = []
  var statements: [Statement] = []
  /// The row of each key.
  var index: [RowPlace: Int] = [:]
}

/// Where a row stands: its form, side and key.
struct RowPlace: Hashable {
  var form: Form
  var side: Side
  var key: RowKey

  init(_ form: Form, _ side: Side = .none, _ key: RowKey) {
    self.form = form
    self.side = side
    self.key = key
  }

  /// Of the form the last letter only: names take longer to hash than what is looked up by them.
  func hash(into hasher: inout Hasher) {
    hasher.combine(form.rawValue.utf8.last)
    hasher.combine(key)
  }
}

extension Problem {
  /// An identity in words.
  func label(of id: IdentityID) -> String {
    switch id {
    case .identity(let identity): identities[identity].label
    case .rule(let row, let rule): rows[row].rules.rules[rule].label
    case .statement(let statement): statements[statement].label
    }
  }

  /// The rows of a form (as an index) that print a figure.
  func printedRows(of form: Int) -> [Int] {
    rows.indices.filter { rows[$0].form == form && !rows[$0].row.figures.isEmpty }
  }

  /// The term of a cell; nil where the row or the column is not printed.
  func term(_ place: RowPlace, _ measure: Measure, _ coefficient: Int64) -> Identity.Term? {
    term(index[place], measure, coefficient)
  }

  /// The term of a cell of a row, likewise.
  func term(_ row: Int?, _ measure: Measure, _ coefficient: Int64) -> Identity.Term? {
    guard let row, let column = rows[row].measures.firstIndex(of: measure) else { return nil }
    return Identity.Term(row: row, column: column, coefficient: coefficient)
  }

  /// What an identity comes to once all its rows are decided, or all its cells in rows that stayed open; nil before.
  func evaluate(_ identity: Identity, byCells: Bool = false) -> Evaluation? {
    evaluate(identity.terms, identity.relation, byCells: byCells)
  }

  /// What a sum of terms comes to, likewise.
  func evaluate(_ terms: [Identity.Term], _ relation: Identity.Relation = .equal, byCells: Bool = false) -> Evaluation?
  {
    var sum = Amount.zero
    var tolerance = Amount.zero
    var printed = 0
    for term in terms {
      // Neither row nor reading: they would be copied.
      guard byCells || rows[term.row].domain.count == 1, rows[term.row].domain.isAgreed(on: term.column) else {
        return nil
      }
      guard let value = rows[term.row].domain[0].values[term.column] else { continue }
      sum += value * term.coefficient
      tolerance += rows[term.row].domain[0].slack(term.column, rows[term.row].rounding)
      printed += 1
    }
    let holds = relation == .equal ? sum.magnitude <= tolerance : sum <= tolerance
    return Evaluation(sum: sum, printed: printed, holds: holds)
  }
}

/// What a decided identity comes to.
struct Evaluation {
  /// The sum of its terms.
  var sum: Amount
  /// How many of its cells print a figure.
  var printed: Int
  /// Whether it holds within the rounding of its figures.
  var holds: Bool
}

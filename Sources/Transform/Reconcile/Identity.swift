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
  /// The identity in words, such as `gk02 2010301..2010399 = 20103 (total)`.
  var label: String
  /// The terms; the first is the cell that the identity is about.
  var terms: [Term]
  var relation: Relation = .equal
  /// Where the disclosure itself prints it.
  var sourceLine: Int?
}

/// A sum that the narrative states: its terms come to `value` within rounding.
///
/// It chooses among readings, but is no identity of the forms: where it contradicts them it says nothing.
struct Statement {
  /// Where the narrative states it.
  var line: Int
  var terms: [Identity.Term]
  /// In thousandths of a yuan.
  var value: Int64
  /// Half a unit of its last digit, in thousandths of a yuan.
  var halfUnit: Int64

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
}

extension Problem {
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
    var sum: Int64 = 0
    var tolerance: Int64 = 0
    var printed = 0
    for term in terms {
      // Not the row: that would be copied.
      let domain = rows[term.row].domain
      guard byCells || domain.count == 1, let reading = domain.agreed(on: CollectionOfOne(term.column)) else {
        return nil
      }
      guard let value = reading.values[term.column] else { continue }
      sum += value * term.coefficient
      tolerance += reading.slack(term.column, halfUnit: rows[term.row].halfUnit)
      printed += 1
    }
    let holds = relation == .equal ? sum.magnitude <= UInt64(tolerance) : sum <= tolerance
    return Evaluation(sum: sum, printed: printed, holds: holds)
  }
}

/// What a decided identity comes to.
struct Evaluation {
  /// The sum of its terms, in thousandths of a yuan.
  var sum: Int64
  /// How many of its cells print a figure.
  var printed: Int
  /// Whether it holds within the rounding of its figures.
  var holds: Bool
}

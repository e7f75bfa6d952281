import Accounts

/// Tells whether an identity can hold with a reading of one row, where other rows in it may have stayed open.
struct Support {
  private let catalogue: Catalogue
  /// The readings of rows that stayed open, as far as their published ranges allow them.
  private let openReadings: [Int: [ReadingSpace.Values]]
  /// Sums of several open rows are followed up to so many; past it an identity excludes nothing.
  private static let sumLimit = 4_096

  /// Enumerates the readings of the open rows of a document.
  init(_ catalogue: Catalogue, figuresOfRow: [Int: [PublishedFigure]]) {
    self.catalogue = catalogue
    var readings: [Int: [ReadingSpace.Values]] = [:]
    for row in catalogue.ledger.rows.indices where catalogue.ledger.rows[row].isOpen {
      guard let figures = figuresOfRow[row], let space = ReadingSpace(row, in: catalogue.ledger, figures: figures)
      else {
        continue
      }
      let balanced = space.balanced(isStacked: space.isStacked)
      let within = balanced.filter { Self.isWithin($0, catalogue.ledger.rows[row]) }
      readings[row] =
        within.isEmpty ? space.withLoss().filter { Self.isWithin($0, catalogue.ledger.rows[row]) } : within
    }
    openReadings = readings
  }

  /// Whether a reading is one of those that a row is published with; of columns that the datasets do not hold, any is.
  static func isWithin(_ values: ReadingSpace.Values, _ published: Ledger.Row) -> Bool {
    values.indices.allSatisfy { column in
      if published.hidden.contains(column) { return true }
      let value = values[column]
      guard let range = published.values[column] else { return value == nil }
      guard range.low != range.high else { return value?.low == range.low }
      return range.low <= value?.low ?? 0 && value?.low ?? 0 <= range.high
    }
  }

  /// What an identity comes to without one row: every sum that the others can make, and their rounding.
  struct Rest {
    /// The terms of the row that was left out.
    fileprivate let own: [Equation.Term]
    fileprivate var sums: [Int128]
    fileprivate var tolerance: Int128
    fileprivate let isAtMost: Bool

    /// Whether the identity can hold with these values in that row.
    func allows(_ values: ReadingSpace.Values) -> Bool {
      var sum: Int128 = 0
      var tolerance = tolerance
      for term in own {
        guard let cell = values[term.column] else { continue }
        sum += cell.low * term.coefficient
        tolerance += cell.slack
      }
      return sums.contains { isAtMost ? $0 + sum <= tolerance : ($0 + sum).magnitude <= UInt128(tolerance) }
    }
  }

  /// An identity without row `row`; nil where a row in it is not published, or too many are open.
  func rest(of index: Int, besides row: Int) -> Rest? {
    let equation = catalogue.equations[index]
    var rest = Rest(
      own: equation.terms.filter { $0.row == row }, sums: [0], tolerance: 0, isAtMost: equation.isAtMost)
    var open: [Int: [Equation.Term]] = [:]
    // What a figure that cannot be read stands in says nothing.
    if equation.terms.contains(where: { catalogue.ledger.rows[$0.row].unknown.contains($0.column) }) { return nil }
    for term in equation.terms where term.row != row {
      let other = catalogue.ledger.rows[term.row]
      if other.isOpen {
        open[term.row, default: []].append(term)
      } else if let cell = other.values[term.column] {
        rest.sums[0] += cell.low * term.coefficient
        rest.tolerance += cell.slack
      }
    }
    for (other, terms) in open {
      guard let shares = shares(of: other, terms) else { return nil }
      rest.sums = Array(Set(rest.sums.flatMap { sum in shares.map { sum + $0 } }))
      guard rest.sums.count <= Self.sumLimit else { return nil }
      rest.tolerance += catalogue.ledger.rows[other].slack * Int128(terms.count)
    }
    return rest
  }

  /// What an open row may give an identity; nil where nothing is known of it.
  private func shares(of row: Int, _ terms: [Equation.Term]) -> Set<Int128>? {
    if let readings = openReadings[row], !readings.isEmpty { return Set(readings.map { Self.sum(terms, $0) }) }
    // Of a row with a figure that cannot be read, only what is published without a range is known.
    let values = catalogue.ledger.rows[row].values
    guard terms.allSatisfy({ values[$0.column].map { $0.low == $0.high } ?? false }) else { return nil }
    return [Self.sum(terms, values)]
  }

  private static func sum(_ terms: [Equation.Term], _ values: ReadingSpace.Values) -> Int128 {
    terms.reduce(Int128(0)) { $0 + (values[$1.column]?.low ?? 0) * $1.coefficient }
  }
}

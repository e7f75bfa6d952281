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
      let balanced = space.balanced()
      readings[row] = (balanced.isEmpty ? space.withLoss() : balanced).filter {
        Self.isWithin($0, catalogue.ledger.rows[row].values)
      }
    }
    openReadings = readings
  }

  private static func isWithin(_ values: ReadingSpace.Values, _ published: ReadingSpace.Values) -> Bool {
    zip(values, published).allSatisfy { value, range in
      guard let range else { return value == nil }
      guard range.low != range.high else { return value?.low == range.low }
      return range.low <= value?.low ?? 0 && value?.low ?? 0 <= range.high
    }
  }

  /// Whether an identity can hold with these values in a row and all other rows as published; nil where a row in it is
  /// not published, or too many are open.
  func holds(_ index: Int, replacing row: Int, by values: ReadingSpace.Values) -> Bool? {
    let equation = catalogue.equations[index]
    let isOpen = equation.terms.contains { $0.row != row && catalogue.ledger.rows[$0.row].isOpen }
    guard isOpen else { return equation.outcome(in: catalogue.ledger, replacing: row, by: values).holds }
    var fixed = equation
    fixed.terms = equation.terms.filter { $0.row == row || !catalogue.ledger.rows[$0.row].isOpen }
    var outcome = fixed.outcome(in: catalogue.ledger, replacing: row, by: values)
    let open = equation.terms.filter { $0.row != row && catalogue.ledger.rows[$0.row].isOpen }
    var sums: Set<Int64> = [outcome.low]
    for other in Set(open.map(\.row)) {
      guard let readings = openReadings[other], !readings.isEmpty else { return nil }
      let own = open.filter { $0.row == other }
      let shares = Set(readings.map { Self.sum(own, $0) })
      sums = Set(sums.flatMap { sum in shares.map { sum + $0 } })
      guard sums.count <= Self.sumLimit else { return nil }
      outcome.tolerance += catalogue.ledger.rows[other].slack * Int64(own.count)
    }
    return sums.contains { sum in
      outcome.low = sum
      outcome.high = sum
      return outcome.holds
    }
  }

  private static func sum(_ terms: [Equation.Term], _ values: ReadingSpace.Values) -> Int64 {
    terms.reduce(Int64(0)) { $0 + (values[$1.column]?.low ?? 0) * $1.coefficient }
  }
}

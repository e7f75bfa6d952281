/// Looks for other ways to read rows without columns that satisfy every identity too.
///
/// One row is read otherwise; then each identity that breaks is repaired by reading one further row of it otherwise, and
/// so on until nothing is broken or no row is left. A budget of steps bounds the work; where it runs out, another
/// reading is taken to exist.
struct PlacementSearch {
  /// Figures whose value another reading changes.
  private(set) var ambiguous: Set<Int> = []
  private var rows: [ColumnlessRow] = []
  private var balance: IdentityBalance
  /// The rows of which another reading changes an identity, with those readings.
  private var repairs: [[(row: Int, readings: [Int])]]
  private var isFixed: [Bool] = []
  private var steps = 0

  private static let stepsPerReading = 400
  /// Where so many steps brought no reading to an end, the rest of the document is left open.
  private static let stepsPerDocument = 100_000

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - printed: The figures.
  ///   - identities: Those that hold as printed, over figures that are printed.
  init(_ printed: PrintedFigures, _ identities: [FigureIdentity]) {
    balance = IdentityBalance(printed, identities)
    repairs = Array(repeating: [], count: identities.count)
    for group in printed.groups where group.isColumnless && group.figures.count > 1 {
      guard let row = ColumnlessRow(group, printed, identities, balance) else {
        ambiguous.formUnion(group.figures)
        continue
      }
      rows.append(row)
      balance.open(row.leeways)
    }
    ReadingFilter(balance, identities: identities.count).filter(&rows)
    balance = IdentityBalance(printed, identities)
    for (index, row) in rows.enumerated() {
      balance.open(row.leeways)
      for (reading, changes) in row.readings.enumerated() {
        for change in changes.balances {
          if repairs[change.identity].last?.row != index { repairs[change.identity].append((index, [])) }
          repairs[change.identity][repairs[change.identity].count - 1].readings.append(reading)
        }
      }
    }
    isFixed = Array(repeating: false, count: rows.count)
  }

  /// Searches for every reading of every row.
  mutating func run() {
    var left = Self.stepsPerDocument
    for row in rows.indices {
      for reading in rows[row].readings.indices {
        let changed = rows[row].readings[reading].figures
        guard !ambiguous.isSuperset(of: changed) else { continue }
        steps = min(Self.stepsPerReading, left)
        let budget = steps
        var taken: [(row: Int, reading: Int)] = []
        fix(row)
        balance.add(rows[row].readings[reading].balances)
        if repair(&taken) {
          for step in taken {
            ambiguous.formUnion(rows[step.row].readings[step.reading].figures)
            balance.remove(rows[step.row].readings[step.reading].balances)
          }
          ambiguous.formUnion(changed)
        } else if steps <= 0 {
          ambiguous.formUnion(changed)
        }
        balance.remove(rows[row].readings[reading].balances)
        release(row)
        left -= budget - steps
      }
    }
  }

  private mutating func fix(_ row: Int) {
    isFixed[row] = true
    balance.close(rows[row].leeways)
  }

  private mutating func release(_ row: Int) {
    isFixed[row] = false
    balance.open(rows[row].leeways)
  }

  /// Whether the rest can be read so that everything holds; `taken` are the readings that do it, left in place.
  private mutating func repair(_ taken: inout [(row: Int, reading: Int)]) -> Bool {
    steps -= 1
    if steps <= 0 { return false }
    guard balance.isRepairable else { return false }
    guard let broken = narrowest() else { return true }
    var tried: [Int] = []
    defer { for row in tried { release(row) } }
    for (row, readings) in repairs[broken] where !isFixed[row] {
      fix(row)
      tried.append(row)
      for reading in readings {
        balance.add(rows[row].readings[reading].balances)
        taken.append((row, reading))
        if repair(&taken) { return true }
        taken.removeLast()
        balance.remove(rows[row].readings[reading].balances)
        if steps <= 0 { return false }
      }
    }
    return false
  }

  /// The broken identity that the fewest rows can repair; nil where nothing is broken.
  private func narrowest() -> Int? {
    var best: (identity: Int, rows: Int)?
    for identity in balance.broken {
      let count = repairs[identity].reduce(0) { isFixed[$1.row] ? $0 : $0 + 1 }
      if count == 0 { return identity }
      if best.map({ (count, identity) < ($0.rows, $0.identity) }) ?? true { best = (identity, count) }
    }
    return best?.identity
  }
}

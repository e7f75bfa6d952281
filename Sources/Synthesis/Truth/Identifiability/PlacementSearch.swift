/// Looks for other ways to read rows without columns that satisfy every identity too.
///
/// One row is read otherwise; then each identity that breaks is repaired by reading one further row of it otherwise, and
/// so on until nothing is broken or no row is left. A budget of steps bounds the work; where it runs out, another
/// reading is taken to exist.
struct PlacementSearch {
  private struct Row {
    /// The values of the figures in each reading, the true one first.
    var readings: [[Int64?]]
    var figures: [Int]
    var isFixed = false
  }

  /// Figures whose value another reading changes.
  private(set) var ambiguous: Set<Int> = []
  private var rows: [Row] = []
  private var rowOfFigure: [Int: Int] = [:]
  private var values: [Int64?]
  private let identities: [FigureIdentity]
  private let identitiesOfFigure: [[Int]]
  private let half: Int64
  private var steps = 0

  private static let stepsPerReading = 1_500

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - identities: Those that hold as printed, over figures that are printed.
  init(_ printed: PrintedFigures, _ identities: [FigureIdentity]) {
    self.identities = identities
    half = printed.hundredth / 2
    values = printed.figures.map(\.printed)
    var touching = Array(repeating: [Int](), count: printed.figures.count)
    for (index, identity) in identities.enumerated() {
      for term in identity.terms { touching[term.figure].append(index) }
    }
    identitiesOfFigure = touching
    for group in printed.groups where group.isColumnless && group.figures.count > 1 { addRow(group, printed) }
  }

  /// Searches for every reading of every row.
  mutating func run() {
    for row in rows.indices {
      for reading in rows[row].readings.indices.dropFirst() {
        let changed = changes(row, reading)
        guard !changed.isSubset(of: ambiguous) else { continue }
        steps = Self.stepsPerReading
        take(row, reading)
        rows[row].isFixed = true
        if !repair([row]) { take(row, 0) } else { markAndReset() }
        rows[row].isFixed = false
        if steps <= 0 { ambiguous.formUnion(changed) }
      }
    }
  }

  private mutating func addRow(_ group: PrintedFigures.Group, _ printed: PrintedFigures) {
    let cells = group.figures.map { printed.figures[$0] }
    let tokens = cells.filter(\.hasText).map(\.printed)
    let isWhole = cells.allSatisfy { !$0.isUnknown }
    guard isWhole, let placements = Placements.all(tokens.count, in: cells.count) else {
      ambiguous.formUnion(group.figures)
      return
    }
    let truth = cells.map(\.printed)
    let inner = Set(group.figures.flatMap { identitiesOfFigure[$0] })
      .filter { identities[$0].terms.allSatisfy { group.figures.contains($0.figure) } }
    var readings = [truth]
    for placement in placements {
      var reading: [Int64?] = Array(repeating: nil, count: cells.count)
      for (token, column) in zip(tokens, placement) { reading[column] = token }
      if reading != truth, inner.allSatisfy({ holds($0, group.figures, reading) }) { readings.append(reading) }
    }
    guard readings.count > 1 else { return }
    for figure in group.figures { rowOfFigure[figure] = rows.count }
    rows.append(Row(readings: readings, figures: group.figures))
  }

  private func holds(_ identity: Int, _ figures: [Int], _ reading: [Int64?]) -> Bool {
    var (sum, count) = (Int64(0), Int64(0))
    for term in identities[identity].terms {
      guard let place = figures.firstIndex(of: term.figure), let value = reading[place] else { continue }
      sum += term.sign * value
      count += 1
    }
    return sum.magnitude <= UInt64(count * half)
  }

  private func holds(_ identity: Int) -> Bool {
    var (sum, count) = (Int64(0), Int64(0))
    for term in identities[identity].terms {
      guard let value = values[term.figure] else { continue }
      sum += term.sign * value
      count += 1
    }
    return sum.magnitude <= UInt64(count * half)
  }

  private mutating func take(_ row: Int, _ reading: Int) {
    for (figure, value) in zip(rows[row].figures, rows[row].readings[reading]) { values[figure] = value }
  }

  private func changes(_ row: Int, _ reading: Int) -> Set<Int> {
    let row = rows[row]
    return Set(row.figures.indices.filter { row.readings[0][$0] != row.readings[reading][$0] }.map { row.figures[$0] })
  }

  /// Whether the rest can be read so that everything holds; leaves that reading in place.
  private mutating func repair(_ changed: [Int]) -> Bool {
    steps -= 1
    if steps <= 0 { return false }
    guard let broken = narrowest(changed) else { return true }
    var tried: [Int] = []
    defer { for row in tried { rows[row].isFixed = false } }
    for row in openRows(of: broken) {
      rows[row].isFixed = true
      tried.append(row)
      for reading in rows[row].readings.indices.dropFirst() {
        let touches = changes(row, reading).contains { identitiesOfFigure[$0].contains(broken) }
        guard touches else { continue }
        take(row, reading)
        if repair(changed + [row]) { return true }
        take(row, 0)
        if steps <= 0 { return false }
      }
    }
    return false
  }

  /// The broken identity that the fewest rows can repair; nil where nothing is broken.
  private func narrowest(_ changed: [Int]) -> Int? {
    var best: (identity: Int, rows: Int)?
    for identity in Set(changed.flatMap { rows[$0].figures }.flatMap { identitiesOfFigure[$0] }).sorted()
    where !holds(identity) {
      let count = openRows(of: identity).count
      if best.map({ count < $0.rows }) ?? true { best = (identity, count) }
      if count == 0 { break }
    }
    return best?.identity
  }

  private func openRows(of identity: Int) -> [Int] {
    var open: [Int] = []
    for term in identities[identity].terms {
      if let row = rowOfFigure[term.figure], !rows[row].isFixed, !open.contains(row) { open.append(row) }
    }
    return open
  }

  private mutating func markAndReset() {
    for row in rows.indices {
      for (place, figure) in rows[row].figures.enumerated() {
        if values[figure] != rows[row].readings[0][place] { ambiguous.insert(figure) }
      }
      take(row, 0)
    }
  }
}

import Accounts

/// Assigns cells to the columns of a table of indicators: in a grid those of one row, without one those of many rows,
/// whose ends it finds too.
///
/// The best monotone assignment by dynamic programming: within a row the columns only go forward; a cell may go on with
/// the column before it, begin a row, or belong to none.
struct RowAssignment {
  /// One row: for each column the cells that stand in it, by their index.
  struct Row {
    var cells: [IndicatorField: [Int]] = [:]
    /// Whether a cell of or beside it found no place.
    var isUncertain = false
  }

  private enum Move {
    case start, forward, goOn, drop
  }

  private let cells: [EvaluationCell]
  private let kinds: [CellKind]
  private let layout: IndicatorLayout
  private var moves: [[(previous: Int, move: Move)]] = []
  /// For each state the cell that stands in it.
  private var lastCells: [Int] = []

  /// The rows of the cells.
  static func rows(_ cells: [EvaluationCell], in layout: IndicatorLayout) -> [Row] {
    guard !cells.isEmpty else { return [] }
    var assignment = RowAssignment(cells, layout)
    return assignment.solve()
  }

  private init(_ cells: [EvaluationCell], _ layout: IndicatorLayout) {
    self.cells = cells
    self.layout = layout
    kinds = cells.map { CellKind($0.normal) }
  }

  /// The last state stands for the end of a row, before any cell.
  private mutating func solve() -> [Row] {
    let ends = layout.columns.count
    var scores = Array(repeating: Int.min / 2, count: ends + 1)
    scores[ends] = 0
    lastCells = Array(repeating: 0, count: ends + 1)
    for index in cells.indices {
      var next = Array(repeating: Int.min / 2, count: ends + 1)
      var from = Array(repeating: (previous: ends, move: Move.drop), count: ends + 1)
      var last = lastCells
      for state in 0...ends {
        let dropped = scores[state] + dropCost(index)
        if dropped > next[state] { (next[state], from[state]) = (dropped, (state, .drop)) }
      }
      for column in 0..<ends {
        let suits = layout.suits(cells[index], kinds[index], column)
        for state in 0...ends where scores[state] > Int.min / 4 {
          guard let (cost, move) = cost(from: state, to: column, at: index, ends) else { continue }
          let score = scores[state] + cost + suits
          if score > next[column] { (next[column], from[column], last[column]) = (score, (state, move), index) }
        }
      }
      (scores, lastCells) = (next, last)
      moves.append(from)
    }
    var best = ends
    for state in 0...ends where total(scores, state, ends) > total(scores, best, ends) { best = state }
    return trace(from: best, ends)
  }

  private func total(_ scores: [Int], _ state: Int, _ ends: Int) -> Int {
    scores[state] + (state == ends ? 0 : layout.missing(state + 1..<ends))
  }

  /// What a step costs beside how well the cell suits; nil where it cannot be.
  private func cost(from state: Int, to column: Int, at index: Int, _ ends: Int) -> (Int, Move)? {
    if state == ends { return (layout.missing(0..<column), .start) }
    if column > state {
      // What moves one cell aside moves its neighbours too.
      let before = layout.shift(cells[lastCells[state]], state)
      let isSteady = before == layout.shift(cells[index], column)
      return (layout.missing(state + 1..<column) - (isSteady ? 0 : 2), .forward)
    }
    var best: (Int, Move)?
    if !layout.isGridded { best = (layout.missing(state + 1..<ends) + layout.missing(0..<column), .start) }
    if column == state, let cost = goOnCost(column, index), cost > best?.0 ?? Int.min { best = (cost, .goOn) }
    return best
  }

  /// What it costs that a cell goes on with the one before it. The text of a name may be torn anywhere.
  private func goOnCost(_ column: Int, _ index: Int) -> Int? {
    guard !layout.isGridded, index > 0, !EvaluationWords.isNumbered(cells[index].normal) else { return nil }
    let isTorn = cells[index].line != cells[index - 1].line
    switch layout.columns[column].field {
    // What the piece says by itself counts for nothing.
    case .name:
      return (kinds[index].isValue ? -6 : isTorn ? -1 : -2) - layout.suits(cells[index], kinds[index], column)
    case .target, .actual:
      let ends = cells[index - 1].normal.units.last ?? 0
      let begins = cells[index].normal.units.first ?? 0
      let goesOn = CellKind.comparators.contains(begins) && isTorn && kinds[index - 1].isValue
      return (CellKind.comparators.contains(ends) || goesOn ? -2 : -6)
        - layout.suits(cells[index], kinds[index], column)
    case .reason: return 0
    default: return nil
    }
  }

  private func dropCost(_ index: Int) -> Int {
    if index > 0, cells[index].normal == cells[index - 1].normal, !kinds[index].isValue, !kinds[index].isValueWord {
      return 0
    }
    if layout.isGridded { return -4 }
    return kinds[index].isValue ? -7 : -5
  }

  private func trace(from best: Int, _ ends: Int) -> [Row] {
    var steps: [(cell: Int, column: Int, move: Move)] = []
    var state = best
    for index in cells.indices.reversed() {
      let step = moves[index][state]
      steps.append((index, state, step.move))
      state = step.previous
    }
    var rows: [Row] = []
    var isDropped = false
    for step in steps.reversed() {
      switch step.move {
      case .drop:
        if dropCost(step.cell) < 0 {
          isDropped = true
          if !rows.isEmpty { rows[rows.count - 1].isUncertain = true }
        }
      case .start:
        rows.append(Row(isUncertain: isDropped))
        isDropped = false
        rows[rows.count - 1].cells[layout.columns[step.column].field, default: []].append(step.cell)
      case .forward, .goOn:
        rows[rows.count - 1].cells[layout.columns[step.column].field, default: []].append(step.cell)
      }
    }
    return rows
  }
}

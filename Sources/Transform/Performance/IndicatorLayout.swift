import Accounts

/// The columns of a table of indicators, as its heading names them, from left to right.
struct IndicatorLayout {
  struct Column {
    var field: IndicatorField
    /// The grid columns it covers; nil where the layout has lost them.
    var range: Range<Int>?
  }

  private(set) var columns: [Column]
  let isGridded: Bool

  /// Reads the heading; nil where the cells are no heading of such a table.
  ///
  /// The two upper levels always have a column: headings lose them more often than rows do.
  init?(_ cells: [EvaluationCell], isGridded: Bool) {
    self.isGridded = isGridded
    columns = []
    for (index, cell) in cells.enumerated() {
      guard let field = IndicatorField.field(cell.normal), !EvaluationWords.isCaption(cell.normal) else { continue }
      guard field == .other || !columns.contains(where: { $0.field == field }) else { continue }
      let next = index + 1 < cells.count ? cells[index + 1].column : nil
      let range = cell.column.map { $0..<max(next ?? $0 + 1, $0 + 1) }
      columns.append(Column(field: field, range: range))
    }
    let fields = columns.map(\.field)
    let hasLevels = fields.contains(.level1) || fields.contains(.level2)
    guard fields.contains(.name) || hasLevels, fields.contains(.target) || fields.contains(.actual),
      columns.count >= 3
    else { return nil }
    if !fields.contains(.name) {
      columns.insert(
        Column(field: .name), at: 1 + (columns.lastIndex { $0.field == .level1 || $0.field == .level2 } ?? 0))
    }
    if !fields.contains(.level2) {
      columns.insert(Column(field: .level2), at: columns.firstIndex { $0.field == .name } ?? 0)
    }
    if !fields.contains(.level1) { columns.insert(Column(field: .level1), at: 0) }
  }

  /// Whether it has a column for what was done: goals alone are no self-evaluation.
  var isEvaluation: Bool { columns.contains { $0.field == .actual } }

  /// How well a cell suits a column: what it says, and where it stands.
  func suits(_ cell: EvaluationCell, _ kind: CellKind, _ index: Int) -> Int {
    let column = columns[index]
    let said = column.field.suits(cell.normal, kind)
    guard isGridded, cell.column != nil, column.range != nil else { return said }
    switch abs(shift(cell, index)) {
    case 0: return said + 4
    case 1: return said + 3
    case 2: return said + 1
    default: return said - 1
    }
  }

  /// How many grid columns a cell stands aside of a column; 0 where the layout has lost them.
  func shift(_ cell: EvaluationCell, _ index: Int) -> Int {
    guard isGridded, let at = cell.column, let range = columns[index].range, !range.contains(at) else { return 0 }
    return at < range.lowerBound ? at - range.lowerBound : at - range.upperBound + 1
  }

  /// The cells of a row; a text that a phantom column prints a second time is left out.
  func withoutRepeats(_ cells: [EvaluationCell]) -> [EvaluationCell] {
    let name = columns.firstIndex { $0.field == .name } ?? 0
    let level2 = columns.firstIndex { $0.field == .level2 } ?? 0
    return cells.indices.filter { index in
      guard index > 0, cells[index].normal == cells[index - 1].normal else { return true }
      let kind = CellKind(cells[index].normal)
      let isTwoCells = shift(cells[index], name) == 0 && shift(cells[index - 1], level2) == 0
      return kind.isValue || kind.isValueWord || isTwoCells
    }.map { cells[$0] }
  }

  /// What it costs to pass over columns.
  func missing(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + columns[$1].field.missing(isGridded: isGridded) }
  }
}

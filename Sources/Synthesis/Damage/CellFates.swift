import Accounts

/// What became of one figure.
struct CellFate: Hashable, Sendable {
  /// The kinds of damage that touched it, its row or its column, in the order in which they were done.
  var damages: [Damage] = []
  /// Whether it is no longer printed.
  var isLost = false
  /// Whether it is printed, but no longer in its own cell.
  var isDisplaced = false
  /// Whether the code of its row is cut.
  var isCodeCut = false
}

/// What became of the figures of a disclosure; those that nothing touched are not in it.
struct CellFates: Hashable, Sendable {
  private var fates: [CellKey: CellFate] = [:]

  /// What became of a figure.
  subscript(key: CellKey) -> CellFate { fates[key] ?? CellFate() }

  /// Compares a form before and after damage of one kind.
  mutating func record(_ kind: Damage, from before: RenderedForm, to after: RenderedForm) {
    let places = CellPlace.places(in: after)
    for (key, old) in CellPlace.places(in: before) {
      let new = places[key]
      guard new != old || kind.touchesWholeForm else { continue }
      var fate = self[key]
      if fate.damages.last != kind { fate.damages.append(kind) }
      if kind == .unreadableFigures {
        fate.isLost = true
      } else if kind.displacesFigures, !old.text.isEmpty {
        fate.isDisplaced = true
      } else if !old.text.isEmpty, new?.text.isEmpty ?? true {
        fate.isLost = true
      }
      if kind == .cutCodes, let new, new.code != old.code { fate.isCodeCut = true }
      fates[key] = fate
    }
  }
}

/// Where and how a figure is printed: what a damage can change.
private struct CellPlace: Hashable {
  var text: String
  var column: Int
  var code: String
  var name: String
  /// Its 行次.
  var number: String
  /// What stands in the row above it, unless that is another row of data.
  var above: String

  static func places(in table: RenderedForm) -> [CellKey: CellPlace] {
    var places: [CellKey: CellPlace] = [:]
    var above = ""
    for row in table.rows {
      var (code, name, number) = ("", "", "")
      for (column, cell) in row.cells.enumerated() {
        switch cell.role {
        case .code: code += cell.text
        case .name, .label: name = cell.text
        case .number: number = cell.text
        default: break
        }
        guard let key = cell.key else { continue }
        places[key] = CellPlace(text: cell.text, column: column, code: code, name: name, number: number, above: above)
        // The next list of a form with several beside each other has codes of its own.
        code = ""
      }
      above = row.kind == .data || row.kind == .total ? "" : row.cells.map(\.text).joined(separator: "|")
    }
    return places
  }
}

extension Damage {
  /// Whether its figures are still printed, but not in their own cells.
  fileprivate var displacesFigures: Bool {
    switch self {
    case .stackedTotal, .lostCells, .shiftedCells, .addedCells, .flatRows, .flatColumns: true
    default: false
    }
  }

  /// Whether it touches figures that stay where and as they were.
  fileprivate var touchesWholeForm: Bool { self == .lostHeader || self == .mergedHeader }
}

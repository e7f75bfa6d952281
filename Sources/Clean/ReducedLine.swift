import Accounts

/// The text of one line reduced for comparison, once for all who read the line.
struct ReducedLine: Sendable {
  /// The whole line; empty for a row of a grid, which is no text.
  ///
  /// Rows of two cells are reduced, since they may be entries of a contents list.
  let normal: NormalText
  /// The heading number or list number that the line begins with; nil for a row of a grid.
  let marker: HeadingMarker?
  /// Whether it begins with a heading number or list number.
  var hasMarker: Bool { marker != nil }
  /// Each cell; empty where the only cell is the whole line.
  private let cells: [NormalText]

  /// Reduces the cells of `line`.
  init(_ line: SourceLine) {
    if line.width > 2 {
      cells = line.cells.map { NormalText($0.text) }
      normal = NormalText(units: [])
      marker = nil
    } else if line.cells.count == 1 {
      cells = []
      normal = NormalText(line.cells[0].text)
      marker = HeadingMarker(line.cells[0].text, reduced: normal)
    } else {
      cells = line.cells.map { NormalText($0.text) }
      normal = Self.joined(cells)
      marker = HeadingMarker(line.text, reduced: normal)
    }
  }

  /// The cell at an index among the cells that are not blank.
  func cell(_ index: Int) -> NormalText { cells.isEmpty ? normal : cells[index] }

  /// All cells joined, also of a row of a grid.
  var joined: NormalText { cells.isEmpty ? normal : Self.joined(cells) }

  private static func joined(_ cells: [NormalText]) -> NormalText {
    NormalText(units: cells.flatMap(\.units))
  }
}

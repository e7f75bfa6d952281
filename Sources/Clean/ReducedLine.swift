import Accounts

/// The text of one line reduced for comparison, once for all who read the line.
struct ReducedLine: Sendable {
  /// The whole line; empty for a row of a grid, which is no text.
  ///
  /// Rows of two cells are reduced, since they may be entries of a contents list.
  let normal: NormalText
  /// The heading number or list number that the line begins with; nil for a row of a grid.
  let marker: HeadingMarker?

  /// Reduces `line`.
  init(_ line: SourceLine) {
    if line.width > 2 {
      self = .blank
    } else {
      normal = Self.joined(line.cells)
      marker = HeadingMarker.mayBegin(normal) ? HeadingMarker(line.text) : nil
    }
  }

  private init() {
    normal = NormalText(units: [])
    marker = nil
  }

  /// A line that counts for no text.
  static let blank = ReducedLine()

  /// Whether it begins with a heading number or list number.
  var hasMarker: Bool { marker != nil }

  /// One of the cells of `line`, whose reduced form this is: cells of a grid are reduced when they are asked for.
  func cell(_ index: Int, of line: SourceLine) -> NormalText {
    line.cells.count == 1 && line.width <= 2 ? normal : NormalText(line.cells[index].text)
  }

  /// The cells reduced and joined.
  static func joined(_ cells: [SourceCell]) -> NormalText {
    cells.count == 1 ? NormalText(cells[0].text) : NormalText(units: cells.flatMap { NormalText($0.text).units })
  }
}

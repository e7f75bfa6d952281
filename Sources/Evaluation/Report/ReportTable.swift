/// One table of the report, the same for all formats.
struct ReportTable {
  /// One value.
  enum Cell: Hashable {
    case text(String)
    case count(Int)
    /// A number of hundred-thousandths.
    case share(Int)

    /// The value as every format but JSON prints it.
    var text: String {
      switch self {
      case .text(let text): text
      case .count(let count): String(count)
      case .share(let number): Share.text(hundredThousandths: number)
      }
    }
  }

  /// Its name in machine-readable formats, such as `forms`.
  var name: String
  /// Its heading for people.
  var title: String
  /// How many of the first columns name the row.
  var keys = 1
  /// The columns' names.
  var columns: [String]
  /// The rows, as many cells as columns each.
  var rows: [[Cell]]
}

extension ReportTable {
  /// The tallies of groups of cells in which anything was counted.
  static func cells(
    _ name: String, _ title: String, of label: String, _ table: Groups.Table, sum: Tally? = nil
  ) -> ReportTable {
    var rows = table.counted.map { cells(named: $0, $1) }
    if let sum { rows.append(cells(named: "all", sum)) }
    return ReportTable(
      name: name, title: title,
      columns: [
        label, "cells", "right", "wrong", "silent", "missing", "ambiguous", "covered", "right_share", "identifiable",
        "identifiable_right", "identifiable_share",
      ], rows: rows)
  }

  /// The tallies of groups of published values, of which none is missing.
  static func values(_ name: String, _ title: String, of label: String, _ table: Groups.Table) -> ReportTable {
    ReportTable(
      name: name, title: title,
      columns: [label, "values", "right", "wrong", "silent", "ambiguous", "covered", "right_share"],
      rows: table.counted.map { name, tally in
        [
          .text(name), .count(tally.cells), .count(tally.right), .count(tally.wrong), .count(tally.silent),
          .count(tally.ambiguous), .count(tally.covered), .share(Share(tally.right, of: tally.cells)),
        ]
      })
  }

  private static func cells(named name: String, _ tally: Tally) -> [Cell] {
    [
      .text(name), .count(tally.cells), .count(tally.right), .count(tally.wrong), .count(tally.silent),
      .count(tally.missing), .count(tally.ambiguous), .count(tally.covered),
      .share(Share(tally.right, of: tally.cells)),
      .count(tally.identifiable), .count(tally.identifiableRight), .share(tally.identifiableShare),
    ]
  }
}

extension ReportTable.Cell {
  /// A share as a cell.
  static func share(_ share: Share) -> ReportTable.Cell { .share(share.hundredThousandths) }
}

extension Groups.Table {
  /// The groups in which anything was counted.
  fileprivate var counted: [(String, Tally)] { zip(names, tallies).filter { $0.1.cells > 0 } }
}

extension Tally {
  /// Of the identifiable cells, those that are right.
  public var identifiableShare: Share { Share(identifiableRight, of: identifiable) }
  /// Of the ranges, those that contain the truth.
  public var coveredShare: Share { Share(covered, of: ambiguous) }
}

extension CodeTally {
  /// Of the cut codes, those that were completed.
  public var completedShare: Share { Share(completed, of: cut) }
  /// Of the completions, those that are right.
  public var precision: Share { Share(completed, of: completed + wrong) }
}

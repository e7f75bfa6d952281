import Accounts

/// The ways in which a form by subject can have lost a column, seen from its rows: none, or the same one in all.
///
/// A row whose figures balance says nothing by itself: `9 9` may be a total and its only part, or two columns whose
/// total was lost. An export that drops a column drops it from every row, so the rows must agree on which.
struct LostColumn {
  /// The set of ways that a reading allows: bit 0 for none lost, bit 1 + n for column n, and bit 16 + n for column n
  /// where moreover all figures stand in the columns that the header names.
  typealias Ways = UInt32
  /// The ways in which all figures stand where the header says.
  static let inPlace: Ways = 0xFFFF_0000

  /// The form, as an index into the forms of the problem.
  var form: Int
  /// Its open rows, and for each of their readings the ways that it allows.
  var rows: [(variable: Int, ways: [Ways])] = []
  /// The ways that its decided rows allow.
  var ways: Ways = .max

  /// The ways that a reading allows: a column lost for the form is lost here, or was blank here to begin with.
  static func ways(_ reading: Reading) -> Ways {
    var ways: Ways = reading.lost == nil ? 1 : 0
    for column in reading.values.indices where reading.lost.map({ $0 == column }) ?? reading.isBlank(column) {
      ways |= (reading.isInPlace ? 1 << 16 | 2 : 2) << Ways(column)
    }
    return ways
  }

  /// How many decided rows of a form allow each way, so that a claim about all of them can be weighed row by row.
  struct Tally {
    private var ways: [Int: Ways] = [:]
    private var counts = Array(repeating: 0, count: 16)

    /// Counts the decided rows of a form.
    init(_ problem: Problem, form: Int) {
      for row in problem.printedRows(of: form) {
        guard let reading = problem.rows[row].decided else { continue }
        let ways = LostColumn.ways(reading)
        self.ways[row] = ways
        for way in counts.indices where ways & 1 << Ways(way) != 0 { counts[way] += 1 }
      }
    }

    /// Whether a row lacks what four of five others lack.
    func admits(_ row: Int) -> Bool {
      guard let own = ways[row] else { return true }
      let others = counts.indices.map { counts[$0] - (own & 1 << Ways($0) == 0 ? 0 : 1) }
      guard let most = others.max(), most * 5 >= (ways.count - 1) * 4 else { return true }
      return others.indices.contains { others[$0] == most && own & 1 << Ways($0) != 0 }
    }
  }

  /// What a row says that was chosen by what the others lack.
  static func claim(_ form: Form) -> String { "\(form.rawValue): all rows lack one column" }

  /// The ways that all rows allow, given the readings that are still possible.
  func common(_ alive: [[Int]]) -> Ways {
    rows.reduce(ways) { common, row in common & alive[row.variable].reduce(0) { $0 | row.ways[$1] } }
  }

  /// Those of the ways in which all figures stand where the header says that at least four of five open rows allow.
  func places(_ alive: [[Int]]) -> Ways {
    (16..<Ways(Ways.bitWidth)).reduce(0) { places, bit in
      let way: Ways = 1 << bit
      let supporting = rows.count { row in alive[row.variable].contains { row.ways[$0] & way != 0 } }
      return supporting * 5 >= rows.count * 4 && !rows.isEmpty ? places | way : places
    }
  }
}

import Accounts

/// The identities between the columns of one row, by the form's template: `gk05 row: total = basic + project`.
enum RowTemplate {
  /// One of them: a whole and its signed parts, as columns.
  struct Rule {
    var label: String
    var whole: Int
    var parts: [(column: Int, sign: Int128)]
  }

  /// The rules of a form's rows that have these columns.
  static func rules(_ form: Form, _ side: Side, _ columns: [Measure]) -> [Rule] {
    let parts: [(Measure, [(Measure, Int128)])]
    switch form {
    case .gk01, .gk06: parts = []
    case .gk02, .gk03: parts = [(.total, columns.filter { $0 != .total }.map { ($0, 1) })]
    case .gk04:
      parts = side == .revenue ? [] : [(.total, [(.generalPublic, 1), (.governmentFund, 1), (.stateCapital, 1)])]
    case .gk05, .gk07, .gk08:
      let balance: [(Measure, [(Measure, Int128)])] = [
        (.closingBalance, [(.openingBalance, 1), (.revenue, 1), (.total, -1)])
      ]
      parts = [(.total, [(.basic, 1), (.project, 1)])] + (columns.contains(.openingBalance) ? balance : [])
    case .gk09:
      parts = [Measure.threePublicBudget, Measure.threePublicActual].flatMap { half in
        [(half[0], [(half[1], 1), (half[2], 1), (half[5], 1)]), (half[2], [(half[3], 1), (half[4], 1)])]
      }
    }
    return parts.compactMap { rule(form, whole: $0.0, parts: $0.1, columns) }
  }

  /// The label names all parts of the template; those that the form has no column for are no terms.
  private static func rule(
    _ form: Form, whole: Measure, parts: [(Measure, Int128)], _ columns: [Measure]
  ) -> Rule? {
    guard let column = columns.firstIndex(of: whole) else { return nil }
    let placed = parts.compactMap { part in columns.firstIndex(of: part.0).map { (column: $0, sign: part.1) } }
    guard !placed.isEmpty else { return nil }
    var label = "\(form.rawValue) row: \(whole.rawValue) ="
    for (index, part) in parts.enumerated() {
      label += index == 0 ? " \(part.0.rawValue)" : part.1 < 0 ? " - \(part.0.rawValue)" : " + \(part.0.rawValue)"
    }
    return Rule(label: label, whole: column, parts: placed)
  }
}

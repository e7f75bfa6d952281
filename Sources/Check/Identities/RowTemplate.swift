import Accounts
import Classification

/// The identities between the columns of one row, by the form's template: `gk05 row: total = basic + project`.
enum RowTemplate {
  /// One of them: a whole and its signed parts, as columns.
  struct Rule {
    var label: String
    var whole: Int
    var parts: [(column: Int, sign: Int128)]
  }

  /// A whole and its parts with their signs.
  private typealias Sum = (whole: Measure, parts: [(Measure, Int128)])

  private static func sum(_ whole: Measure, _ parts: Measure...) -> Sum { (whole, parts.map { ($0, 1) }) }

  private static let ofFund: [Sum] = [
    sum(.total, .basic, .project), (.closingBalance, [(.openingBalance, 1), (.revenue, 1), (.total, -1)]),
  ]

  /// The sums of each form that has columns which add up.
  private static let sums: [Form: [Sum]] = [
    .gk02: [
      sum(
        .total, .fiscalAppropriation, .superiorSubsidy, .institutional, .operating, .affiliatedRemittance, .other)
    ],
    .gk03: [sum(.total, .basic, .project, .remittedToSuperior, .operating, .affiliatedSubsidy)],
    .gk04: [sum(.total, .generalPublic, .governmentFund, .stateCapital)],
    .gk05: ofFund, .gk07: ofFund, .gk08: ofFund,
    .gk09: [
      sum(.budgetTotal, .budgetOverseasTravel, .budgetVehicles, .budgetReception),
      sum(.budgetVehicles, .budgetVehiclePurchase, .budgetVehicleOperation),
      sum(.actualTotal, .actualOverseasTravel, .actualVehicles, .actualReception),
      sum(.actualVehicles, .actualVehiclePurchase, .actualVehicleOperation),
    ],
  ]

  /// The rules of a form's rows that have these columns.
  static func rules(_ form: Form, _ side: Side, _ columns: [Measure]) -> [Rule] {
    guard side != .revenue else { return [] }
    return (sums[form] ?? []).compactMap { rule(form, whole: $0.whole, parts: $0.parts, columns) }
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

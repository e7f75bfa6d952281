/// The budget that a functional subject belongs to.
public enum SubjectBudget: String, Sendable, CaseIterable {
  /// 一般公共预算.
  case generalPublic = "general"
  /// 政府性基金预算.
  case governmentFund = "fund"
  /// 国有资本经营预算.
  case stateCapital = "soe"

  /// The line of a form with two sides that prints its revenue.
  public var line: RowKey {
    switch self {
    case .generalPublic: "general_public"
    case .governmentFund: "government_fund"
    case .stateCapital: "state_capital"
    }
  }

  /// The column that a form with all budgets beside each other has for it.
  public var measure: Measure {
    switch self {
    case .generalPublic: .generalPublic
    case .governmentFund: .governmentFund
    case .stateCapital: .stateCapital
    }
  }
}

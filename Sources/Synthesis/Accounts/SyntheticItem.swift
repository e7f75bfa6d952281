import Accounts
import Classification

/// The money that an item gets from the budget that it belongs to, and what becomes of it.
struct FiscalFlow: Sendable {
  var opening: Int64 = 0
  var revenue: Int64 = 0
  var basic: Int64 = 0
  var project: Int64 = 0

  var total: Int64 { basic + project }
  var closing: Int64 { opening + revenue - total }
}

/// The money that an item gets from elsewhere than the budgets, and what it is spent on.
struct OtherFlow: Sendable {
  var superiorSubsidy: Int64 = 0
  var institutional: Int64 = 0
  var operating: Int64 = 0
  var affiliatedRemittance: Int64 = 0
  var other: Int64 = 0
  var basic: Int64 = 0
  var project: Int64 = 0
  var remittedToSuperior: Int64 = 0
  var operatingExpenditure: Int64 = 0
  var affiliatedSubsidy: Int64 = 0

  var revenue: Int64 { superiorSubsidy + institutional + operating + affiliatedRemittance + other }
  var expenditure: Int64 { basic + project + remittedToSuperior + operatingExpenditure + affiliatedSubsidy }
}

/// One functional item (项) with all its money, in hundredths of the accounts' unit.
struct SyntheticItem: Sendable {
  var code: String
  var budget: SubjectBudget
  var fiscal = FiscalFlow()
  var other = OtherFlow()

  /// What the form prints for the item in a column; nil where the form has no such row.
  func value(in form: Form, _ measure: Measure) -> Int64? {
    switch form {
    case .gk02: revenue(measure)
    case .gk03: expenditure(measure)
    case .gk05: budget == .generalPublic ? fiscalValue(measure) : nil
    case .gk07: budget == .governmentFund ? fiscalValue(measure) : nil
    case .gk08: budget == .stateCapital ? fiscalValue(measure) : nil
    default: nil
    }
  }

  private func revenue(_ measure: Measure) -> Int64? {
    switch measure {
    case .total: fiscal.revenue + other.revenue
    case .fiscalAppropriation: fiscal.revenue
    case .superiorSubsidy: other.superiorSubsidy
    case .institutional: other.institutional
    case .operating: other.operating
    case .affiliatedRemittance: other.affiliatedRemittance
    case .other: other.other
    default: nil
    }
  }

  private func expenditure(_ measure: Measure) -> Int64? {
    switch measure {
    case .total: fiscal.total + other.expenditure
    case .basic: fiscal.basic + other.basic
    case .project: fiscal.project + other.project
    case .remittedToSuperior: other.remittedToSuperior
    case .operating: other.operatingExpenditure
    case .affiliatedSubsidy: other.affiliatedSubsidy
    default: nil
    }
  }

  private func fiscalValue(_ measure: Measure) -> Int64? {
    switch measure {
    case .openingBalance: fiscal.opening
    case .revenue: fiscal.revenue
    case .total: fiscal.total
    case .basic: fiscal.basic
    case .project: fiscal.project
    case .closingBalance: fiscal.closing
    default: nil
    }
  }
}

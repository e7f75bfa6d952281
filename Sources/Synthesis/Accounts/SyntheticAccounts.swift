import Accounts
import Classification

/// The figures of one unit and year, exact and consistent, in hundredths of the unit in which the style keeps them.
struct SyntheticAccounts: Sendable {
  /// All items, sorted by code.
  var items: [SyntheticItem] = []
  /// 使用非财政拨款结余.
  var nonFiscalSurplusUsed: Int64 = 0
  /// 年初结转和结余 without its fiscal part.
  var nonFiscalOpening: Int64 = 0
  /// 结余分配.
  var surplusDistribution: Int64 = 0
  /// gk06 by five-digit economic code.
  var economic: [String: Int64] = [:]
  /// gk09.
  var threePublic = ThreePublic()

  /// 年末结转和结余 without its fiscal part.
  var nonFiscalClosing: Int64 {
    nonFiscalOpening + nonFiscalSurplusUsed - surplusDistribution
      + items.reduce(0) { $0 + $1.other.revenue - $1.other.expenditure }
  }

  /// The sum of a column over the items whose codes begin with `prefix`.
  func sum(_ form: Form, _ measure: Measure, below prefix: String = "") -> Int64 {
    items.reduce(0) { sum, item in
      item.code.hasPrefix(prefix) ? sum + (item.value(in: form, measure) ?? 0) : sum
    }
  }

  /// The sum of one part of the fiscal flow over the items of a budget.
  func fiscal(_ budget: SubjectBudget, _ part: KeyPath<FiscalFlow, Int64> & Sendable, below prefix: String = "")
    -> Int64
  {
    items.reduce(0) { sum, item in
      item.budget == budget && item.code.hasPrefix(prefix) ? sum + item.fiscal[keyPath: part] : sum
    }
  }

  /// The sum of one part of the fiscal flow over the items of all budgets.
  func fiscal(_ part: KeyPath<FiscalFlow, Int64> & Sendable) -> Int64 {
    items.reduce(0) { $0 + $1.fiscal[keyPath: part] }
  }

  /// The sum of the economic items whose codes begin with one of `prefixes`.
  func economicSum(_ prefixes: String...) -> Int64 {
    economic.reduce(0) { sum, entry in prefixes.contains { entry.key.hasPrefix($0) } ? sum + entry.value : sum }
  }
}

/// The three public expenses (三公), budget and actual.
struct ThreePublic: Sendable {
  /// One half of gk09.
  struct Half: Sendable {
    var overseasTravel: Int64 = 0
    var vehiclePurchase: Int64 = 0
    var vehicleOperation: Int64 = 0
    var reception: Int64 = 0

    var vehicles: Int64 { vehiclePurchase + vehicleOperation }
    var total: Int64 { overseasTravel + vehicles + reception }

    /// The six figures in the template's order.
    var inOrder: [Int64] { [total, overseasTravel, vehicles, vehiclePurchase, vehicleOperation, reception] }
  }

  var budget = Half()
  var actual = Half()
}

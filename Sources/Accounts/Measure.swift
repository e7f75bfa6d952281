/// A column of a form: what a figure measures.
public enum Measure: String, Sendable, CaseIterable {
  case amount
  case total
  // gk02
  case fiscalAppropriation = "fiscal_appropriation"
  case superiorSubsidy = "superior_subsidy"
  case institutional
  case operating
  case affiliatedRemittance = "affiliated_remittance"
  case other
  // gk03, gk05, gk07, gk08
  case basic
  case project
  case remittedToSuperior = "remitted_to_superior"
  case affiliatedSubsidy = "affiliated_subsidy"
  case openingBalance = "opening_balance"
  case revenue
  case closingBalance = "closing_balance"
  // gk04
  case generalPublic = "general_public"
  case governmentFund = "government_fund"
  case stateCapital = "state_capital"
  // gk09
  case budgetTotal = "budget_total"
  case budgetOverseasTravel = "budget_overseas_travel"
  case budgetVehicles = "budget_vehicles"
  case budgetVehiclePurchase = "budget_vehicle_purchase"
  case budgetVehicleOperation = "budget_vehicle_operation"
  case budgetReception = "budget_reception"
  case actualTotal = "actual_total"
  case actualOverseasTravel = "actual_overseas_travel"
  case actualVehicles = "actual_vehicles"
  case actualVehiclePurchase = "actual_vehicle_purchase"
  case actualVehicleOperation = "actual_vehicle_operation"
  case actualReception = "actual_reception"

  /// The budget half of gk09 (预算数), in the template's order.
  public static let threePublicBudget: [Measure] = [
    .budgetTotal, .budgetOverseasTravel, .budgetVehicles, .budgetVehiclePurchase, .budgetVehicleOperation,
    .budgetReception,
  ]

  /// The actual half of gk09 (决算数), in the template's order.
  public static let threePublicActual: [Measure] = [
    .actualTotal, .actualOverseasTravel, .actualVehicles, .actualVehiclePurchase, .actualVehicleOperation,
    .actualReception,
  ]
}

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
  // beside gk09, in no dataset
  case budgetMeetings = "budget_meetings"
  case budgetTraining = "budget_training"
  case budgetOperatingCost = "budget_operating_cost"
  case actualMeetings = "actual_meetings"
  case actualTraining = "actual_training"
  case actualOperatingCost = "actual_operating_cost"

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

  /// The budget of 会议费, 培训费 and 机关运行经费, which some provinces print beside the three public expenses.
  public static let besideThreePublicBudget: [Measure] = [.budgetMeetings, .budgetTraining, .budgetOperatingCost]

  /// Their actual amounts, in the same order.
  public static let besideThreePublicActual: [Measure] = [.actualMeetings, .actualTraining, .actualOperatingCost]

  /// Whether the datasets hold it: the columns beside the three public expenses are read and not published.
  public var isPublished: Bool {
    !Self.besideThreePublicBudget.contains(self) && !Self.besideThreePublicActual.contains(self)
  }
}

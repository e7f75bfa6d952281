/// The name of a fact, such as `three_public.vehicles_actual`; the catalogue is closed.
public struct FactName: Hashable, Sendable {
  /// As the dataset prints it.
  public let rawValue: String

  /// The fact of a name; nil where the catalogue lacks it.
  public init?(rawValue: String) {
    guard Self.catalogue.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// The fact `family.quantity`; traps where the catalogue lacks it, which only an error of the program can cause.
  public init(_ family: String, _ quantity: String) {
    let name = "\(family).\(quantity)"
    precondition(Self.catalogue.contains(name), "no fact \(name)")
    rawValue = name
  }

  /// All names, by family and in the order of the narrative.
  public static let all: [FactName] = families.flatMap { family, quantities in
    quantities.map { FactName("\(family).\($0)") }
  }

  /// Whether its values may be below zero: changes and balances.
  public var mayBeNegative: Bool {
    ["change", "change_rate", "_balance"].contains { rawValue.hasSuffix($0) }
  }

  private init(_ name: String) { rawValue = name }

  private static let catalogue = Set(all.map(\.rawValue))

  private static let changed = ["total", "change", "change_rate"]
  private static let fund = ["opening_balance", "revenue", "expenditure", "closing_balance"]

  private static let families: [(String, [String])] = [
    ("overall", changed),
    (
      "revenue",
      changed
        + shared([
          .fiscalAppropriation, .superiorSubsidy, .institutional, .operating,
          .affiliatedRemittance, .other,
        ])
    ),
    ("expenditure", changed + shared([.basic, .project, .remittedToSuperior, .operating, .affiliatedSubsidy])),
    (
      "appropriation",
      changed
        + ["general_public_revenue", "government_fund_revenue", "state_capital_revenue"]
        .flatMap { [$0, "\($0)_change", "\($0)_change_rate"] }
    ),
    (
      "general_public",
      [
        "total", "share", "change", "change_rate", "class_amount", "class_share", "initial_budget",
        "actual", "completion_rate", "basic", "project", "project_use", "item_initial_budget", "item_actual",
        "item_completion_rate",
      ]
    ),
    ("basic", ["total", "personnel", "public", "item"]),
    ("government_fund", fund),
    ("state_capital", fund),
    (
      "three_public",
      ["", "overseas_travel_", "vehicles_", "vehicle_purchase_", "vehicle_operation_", "reception_"]
        .flatMap { part in ["budget", "actual", "completion_rate", "change", "change_rate"].map { part + $0 } }
        + [
          "overseas_travel_groups", "overseas_travel_persons", "vehicle_purchase_count", "vehicle_fleet",
          "reception_batches", "reception_persons",
        ]
    ),
    ("operating_cost", changed),
    (
      "procurement",
      [
        "total", "goods", "works", "services", "sme_amount", "sme_share", "micro_amount", "micro_share",
        "goods_sme_share", "works_sme_share", "services_sme_share",
      ]
    ),
    ("assets", ["vehicles", "vehicles_by_kind", "equipment_over_1m", "equipment_over_500k"]),
    ("performance", ["projects", "amount", "share"]),
    ("staff", ["establishment", "in_service", "retired"]),
  ]

  private static func shared(_ measures: [Measure]) -> [String] {
    measures.flatMap { [$0.rawValue, "\($0.rawValue)_share"] }
  }
}

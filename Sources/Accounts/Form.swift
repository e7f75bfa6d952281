/// The nine forms of a final-account disclosure, known by title: printed numbers change with year and province.
public enum Form: String, Sendable, CaseIterable, Comparable {
  case gk01, gk02, gk03, gk04, gk05, gk06, gk07, gk08, gk09

  /// The form's official title, without a year.
  public var title: String {
    switch self {
    case .gk01: "收入支出决算总表"
    case .gk02: "收入决算表"
    case .gk03: "支出决算表"
    case .gk04: "财政拨款收入支出决算总表"
    case .gk05: "一般公共预算财政拨款支出决算表"
    case .gk06: "一般公共预算财政拨款基本支出决算明细表"
    case .gk07: "政府性基金预算财政拨款收入支出决算表"
    case .gk08: "国有资本经营预算财政拨款支出决算表"
    case .gk09: "财政拨款“三公”经费支出决算表"
    }
  }

  /// The amount columns of the form, in the order in which the national template prints them.
  ///
  /// `gk04` has `amount` on its revenue side and the other four on its expenditure side.
  public var measures: [Measure] {
    switch self {
    case .gk01, .gk06: [.amount]
    case .gk02:
      [.total, .fiscalAppropriation, .superiorSubsidy, .institutional, .operating, .affiliatedRemittance, .other]
    case .gk03: [.total, .basic, .project, .remittedToSuperior, .operating, .affiliatedSubsidy]
    case .gk04: [.amount, .total, .generalPublic, .governmentFund, .stateCapital]
    case .gk05: [.total, .basic, .project]
    case .gk07: [.openingBalance, .revenue, .total, .basic, .project, .closingBalance]
    case .gk08: [.openingBalance, .revenue, .total, .basic, .project, .closingBalance]
    case .gk09: Measure.threePublicBudget + Measure.threePublicActual
    }
  }

  /// Whether its rows are functional subjects (支出功能分类) with a 合计 row.
  public var isBySubject: Bool {
    switch self {
    case .gk02, .gk03, .gk05, .gk07, .gk08: true
    case .gk01, .gk04, .gk06, .gk09: false
    }
  }

  /// Orders by the national numbering of the forms.
  public static func < (left: Form, right: Form) -> Bool { left.rawValue < right.rawValue }
}

import Accounts
import Classification

/// The fixed identities between forms: a total of one is a line, or the sum of lines, of another.
enum FormLinks {
  /// A cell by its place.
  struct Cell {
    var form: Form
    var side: Side
    var key: String
    var measure: Measure

    init(_ form: Form, _ side: Side, _ key: String, _ measure: Measure) {
      self.form = form
      self.side = side
      self.key = key
      self.measure = measure
    }
  }

  /// One identity.
  struct Link {
    var label: String
    var whole: Cell
    var parts: [Cell]
  }

  /// The forms of the three funds, and the columns that gk04 has for them.
  static let funds: [(Form, Measure)] = [
    (.gk05, .generalPublic), (.gk07, .governmentFund), (.gk08, .stateCapital),
  ]

  private static let fundLines = ["general_public", "government_fund", "state_capital"]

  /// All of them.
  static let all: [Link] = revenue + expenditure + perFund

  private static let revenue: [Link] =
    [
      Link(
        label: "gk02 total = gk01 revenue_total", whole: Cell(.gk02, .none, "total", .total),
        parts: [Cell(.gk01, .revenue, "revenue_total", .amount)]),
      Link(
        label: "gk02 fiscal_appropriation = gk01 appropriations",
        whole: Cell(.gk02, .none, "total", .fiscalAppropriation),
        parts: fundLines.map { Cell(.gk01, .revenue, $0, .amount) }),
      Link(
        label: "gk02 fiscal_appropriation = gk04 revenue_total",
        whole: Cell(.gk02, .none, "total", .fiscalAppropriation),
        parts: [Cell(.gk04, .revenue, "revenue_total", .amount)]),
    ]
    + [Measure.superiorSubsidy, .institutional, .operating, .affiliatedRemittance, .other].map { measure in
      Link(
        label: "gk02 \(measure.rawValue) = gk01 \(measure.rawValue)", whole: Cell(.gk02, .none, "total", measure),
        parts: [Cell(.gk01, .revenue, measure.rawValue, .amount)])
    }

  private static let expenditure: [Link] = [
    Link(
      label: "gk03 total = gk01 expenditure_total", whole: Cell(.gk03, .none, "total", .total),
      parts: [Cell(.gk01, .expenditure, "expenditure_total", .amount)]),
    Link(
      label: "gk05 basic = gk06 personnel_total + public_total", whole: Cell(.gk05, .none, "total", .basic),
      parts: ["personnel_total", "public_total"].map { Cell(.gk06, .none, $0, .amount) }),
    Link(
      label: "gk07 revenue = gk04 government_fund", whole: Cell(.gk07, .none, "total", .revenue),
      parts: [Cell(.gk04, .revenue, "government_fund", .amount)]),
    Link(
      label: "gk07 opening_balance = gk04 opening_government_fund", whole: Cell(.gk07, .none, "total", .openingBalance),
      parts: [Cell(.gk04, .revenue, "opening_government_fund", .amount)]),
    Link(
      label: "gk08 revenue = gk04 state_capital", whole: Cell(.gk08, .none, "total", .revenue),
      parts: [Cell(.gk04, .revenue, "state_capital", .amount)]),
    Link(
      label: "gk08 opening_balance = gk04 opening_state_capital", whole: Cell(.gk08, .none, "total", .openingBalance),
      parts: [Cell(.gk04, .revenue, "opening_state_capital", .amount)]),
  ]

  private static let perFund: [Link] =
    funds.map { form, measure in
      Link(
        label: "\(form.rawValue) total = gk04 expenditure_total (\(measure.rawValue))",
        whole: Cell(form, .none, "total", .total), parts: [Cell(.gk04, .expenditure, "expenditure_total", measure)])
    }
    + fundLines.map { fund in
      Link(
        label: "gk04 \(fund) = gk01 \(fund)", whole: Cell(.gk04, .revenue, fund, .amount),
        parts: [Cell(.gk01, .revenue, fund, .amount)])
    }
}

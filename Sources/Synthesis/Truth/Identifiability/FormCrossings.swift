import Accounts
import Classification

/// The identities between forms.
extension FigureIdentities {
  /// The budgets with the forms that print them by subject.
  private static let budgets: [(measure: Measure, form: Form)] = [
    (.generalPublic, .gk05), (.governmentFund, .gk07), (.stateCapital, .gk08),
  ]

  /// The identities that hold in every disclosure.
  var acrossForms: [FigureIdentity?] {
    let revenue = { (row: String) in figure(.gk01, .revenue, row, .amount) }
    let parts: [Measure] = [.superiorSubsidy, .institutional, .operating, .affiliatedRemittance, .other]
    let budgetLines = Self.budgets.map { revenue($0.measure.rawValue) }
    return [
      sum(figure(.gk02, .none, "total", .total), [revenue("revenue_total")]),
      sum(figure(.gk02, .none, "total", .fiscalAppropriation), budgetLines),
      sum(figure(.gk03, .none, "total", .total), [figure(.gk01, .expenditure, "expenditure_total", .amount)]),
    ] + parts.map { sum(figure(.gk02, .none, "total", $0), [revenue($0.rawValue)]) }
      + codes(.gk01).map { sum(figure(.gk01, .expenditure, $0, .amount), topmost(.gk03, below: $0, .total)) }
      + Self.budgets.flatMap { budget($0.measure, $0.form) }
  }

  private func budget(_ budget: Measure, _ form: Form) -> [FigureIdentity?] {
    let revenue = figure(.gk04, .revenue, budget.rawValue, .amount)
    let line = sum(revenue, [figure(.gk01, .revenue, budget.rawValue, .amount)])
    guard isPrinted(form) else { return [line] }
    let printed = { (measure: Measure) in figure(form, .none, "total", measure) }
    let opening = figure(.gk04, .revenue, "opening_" + budget.rawValue, .amount)
    let closing = figure(.gk04, .expenditure, "closing_balance", budget)
    return [
      line, sum(figure(.gk04, .expenditure, "expenditure_total", budget), [printed(.total)]),
      // Only some forms print balances: a column that is not there is no zero.
      printed(.revenue).flatMap { sum(revenue, [$0]) }, printed(.openingBalance).flatMap { sum(opening, [$0]) },
      printed(.closingBalance).flatMap { sum(closing, [$0]) },
    ] + codes(.gk04).map { sum(figure(.gk04, .expenditure, $0, budget), topmost(form, below: $0, .total)) }
  }

  /// The cells of a class: its own row, or all below it where the form prints items only.
  private func topmost(_ form: Form, below code: String, _ measure: Measure) -> [Int?] {
    if let row = figure(form, .none, code, measure) { return [row] }
    let below = codes(form).filter { $0.hasPrefix(code) }
    return below.filter { row in !below.contains { row != $0 && row.hasPrefix($0) } }
      .map { figure(form, .none, $0, measure) }
  }

  /// gk05, gk07 and gk08 are the fiscal part of gk03, row by row: all of it (`isWhole`) where nothing else is spent.
  func fiscalCover(isWhole: Bool) -> [FigureIdentity] {
    (["total"] + codes(.gk03)).flatMap { row in
      [Measure.total, .basic, .project].compactMap { measure in
        let parts = Self.budgets.flatMap { budget in
          row == "total" ? [figure(budget.form, .none, row, measure)] : topmost(budget.form, below: row, measure)
        }
        var identity = sum(figure(.gk03, .none, row, measure), parts)
        identity?.isCover = !isWhole
        return identity
      }
    }
  }

  /// The sums of expenditure that decide whether all of it is fiscal: of gk03, and of the three fiscal forms.
  var expenditureTotals: (all: Int?, fiscal: [Int]) {
    (
      figure(.gk03, .none, "total", .total), Self.budgets.compactMap { figure($0.form, .none, "total", .total) }
    )
  }
}

import Accounts
import Classification

/// The sums that the narrative states of the forms, which choose among readings of their rows.
enum Narrative {
  /// What the facts say of rows of `problem`, `printed` of it.
  static func statements(_ facts: [Fact], on problem: Problem, _ printed: PrintedRows) -> [Statement] {
    facts.compactMap { fact in
      guard case .yuan(let amount) = fact.value, let (form, measure) = cells[fact.key.fact.rawValue] else { return nil }
      let terms =
        fact.key.subject.isEmpty
        ? printed.total(of: form, measure, in: problem)
        : [problem.term(RowPlace(form, .none, RowKey(fact.key.subject)), measure, 1)].compactMap(\.self)
      guard !terms.isEmpty else { return nil }
      return Statement(
        line: fact.span.line, terms: terms, value: amount, halfUnit: fact.halfUnit)
    }
  }

  /// The forms by subject and their columns that a fact speaks of: 合计, or the row of its subject.
  private static let cells: [String: (Form, Measure)] = {
    var cells: [String: (Form, Measure)] = [
      "general_public.total": (.gk05, .total), "general_public.actual": (.gk05, .total),
      "general_public.basic": (.gk05, .basic), "general_public.project": (.gk05, .project),
      "general_public.item_actual": (.gk05, .total), "general_public.class_amount": (.gk05, .total),
      "basic.total": (.gk05, .basic),
    ]
    for measure in Form.gk02.measures { cells["revenue.\(measure.rawValue)"] = (.gk02, measure) }
    for measure in Form.gk03.measures { cells["expenditure.\(measure.rawValue)"] = (.gk03, measure) }
    for (fund, form) in [("government_fund", Form.gk07), ("state_capital", .gk08)] {
      cells["\(fund).opening_balance"] = (form, .openingBalance)
      cells["\(fund).revenue"] = (form, .revenue)
      cells["\(fund).expenditure"] = (form, .total)
      cells["\(fund).closing_balance"] = (form, .closingBalance)
    }
    return cells
  }()
}

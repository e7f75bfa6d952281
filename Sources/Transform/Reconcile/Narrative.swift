import Accounts
import Classification

/// The sums that the narrative states of the forms, which choose among readings of their rows.
enum Narrative {
  /// What the facts say of rows of `problem`, `printed` of it.
  static func statements(
    _ facts: [Fact], on problem: Problem, _ printed: PrintedRows, as report: FormSet
  ) -> [Statement] {
    facts.compactMap { fact in
      guard case .yuan(let amount) = fact.value,
        let (form, cell) = report.cells(of: fact.key.fact.rawValue).first(where: { $0.form.isBySubject })
      else { return nil }
      let terms =
        fact.key.subject.isEmpty
        ? printed.total(of: form, cell.measure, in: problem)
        : [problem.term(RowPlace(form, .none, RowKey(fact.key.subject)), cell.measure, 1)].compactMap(\.self)
      guard !terms.isEmpty else { return nil }
      return Statement(
        line: fact.span.line, terms: terms, value: amount, halfUnit: fact.halfUnit)
    }
  }
}

import Accounts
import Classification

/// Compares the amounts that the narrative states with the forms that it explains.
struct NarrativeAgainstForms {
  private let ledger: Ledger
  private let report: FormSet
  /// What the codes that gk05 prints begin with, and how long they are.
  private var beginnings: Set<Substring> = []
  private var lengths: Set<Int> = []

  private init(_ ledger: Ledger, _ report: FormSet) {
    self.ledger = ledger
    self.report = report
    for code in Set(ledger.rows(of: .gk05, .total).map(\.code)) {
      lengths.insert(code.utf8.count)
      for end in code.indices { beginnings.insert(code[...end]) }
    }
  }

  /// One finding for each fact that no cell for it agrees with.
  static func findings(_ ledger: Ledger, as report: FormSet) -> [Finding] {
    let check = NarrativeAgainstForms(ledger, report)
    return ledger.facts.compactMap(check.finding)
  }

  private func finding(_ fact: Fact) -> Finding? {
    guard let stated = fact.quote else { return nil }
    let name = fact.key.fact.rawValue
    if name == "general_public.item_actual", let finding = missingSubject(fact, stated) { return finding }
    let stating = report.cells(of: name).map { form, cell in
      CellKey(form, cell.side, cell.row ?? RowKey(fact.key.subject), cell.measure)
    }
    let cells = stating.filter { !isOtherBudget(fact.key, $0) }
    let printed = cells.compactMap { cell in ledger.quote(cell).map { (cell, $0) } }
    guard let first = printed.first else { return nil }
    // The words may mean the total of the year or that with the balance brought forward: any that agrees is meant.
    let nearest =
      printed.first { stated.agreement(with: $0.1) == .exact }
      ?? printed.first { stated.agreement(with: $0.1) == .rounded } ?? first
    if name == "operating_cost.total", stated.agreement(with: nearest.1) == .broken, stated.amount < nearest.1.amount {
      // Institutions that are no authorities have public expenses that are not 机关运行经费.
      return nil
    }
    return .difference(
      .narrativeFormDiffers, stated, nearest.1, at: nearest.0, fact: name,
      "\(fact.key.label) in the narrative and \(nearest.0)")
  }

  /// Whether a budget of the narrative is that of the year's beginning, where the form prints the adjusted one.
  private func isOtherBudget(_ key: FactKey, _ cell: CellKey) -> Bool {
    let name = key.fact.rawValue
    guard name.hasSuffix("budget"), cell.form.template.rows == .pairs else { return false }
    let rate = FactName(rawValue: name.dropLast("budget".count) + "completion_rate")
    return rate.flatMap { ledger.fact(FactKey($0, base: .annualBudget)) } == nil
  }

  /// A subject of the narrative that gk05 does not print although it prints subjects of that level.
  private func missingSubject(_ fact: Fact, _ stated: Quote) -> Finding? {
    let code = fact.key.subject
    guard !code.isEmpty, stated.amount != .zero else { return nil }
    // A subject that is printed, or has parts that are, begins some code.
    guard lengths.contains(code.utf8.count), !beginnings.contains(code[...]) else { return nil }
    let above = [5, 3].filter { $0 < code.utf8.count }.map { String(code.prefix($0)) }
    let same = above.first { above in
      ledger.quote(CellKey(.gk05, .none, RowKey(above), .total)).map { $0.agreement(with: stated) != .broken } ?? false
    }
    let explanation = same.map { "its amount is that of \($0)" } ?? "no subject above it has its amount"
    return Finding(
      .narrativeSubjectMissing, form: .gk05, row: RowKey(code), measure: .total, fact: fact.key.fact.rawValue,
      printed: code, expected: same ?? "",
      message: "The narrative states \(stated.amount) for \(code), which gk05 does not print; \(explanation).",
      sourceLine: fact.span.line)
  }
}

extension FactKey {
  /// The fact with its subject, for people.
  var label: String { subject.isEmpty ? fact.rawValue : "\(fact.rawValue) of \(subject)" }
}

import Accounts
import Classification

/// Compares the amounts that the narrative states with the forms that it explains.
struct NarrativeAgainstForms {
  private let ledger: Ledger
  /// What the codes that gk05 prints begin with, and how long they are.
  private var beginnings: Set<Substring> = []
  private var lengths: Set<Int> = []

  private init(_ ledger: Ledger) {
    self.ledger = ledger
    for code in Set(ledger.rows(of: .gk05, .total).map(\.code)) {
      lengths.insert(code.utf8.count)
      for end in code.indices { beginnings.insert(code[...end]) }
    }
  }

  /// One finding for each fact that no cell for it agrees with.
  static func findings(_ ledger: Ledger) -> [Finding] {
    let check = NarrativeAgainstForms(ledger)
    return ledger.facts.compactMap(check.finding)
  }

  private func finding(_ fact: Fact) -> Finding? {
    guard let stated = fact.quote else { return nil }
    let name = fact.key.fact.rawValue
    if name == "general_public.item_actual", let finding = missingSubject(fact, stated) { return finding }
    let cells = Self.cells(of: fact.key).filter { !isOtherBudget(fact.key, $0) }
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
    guard name.hasSuffix("budget"), cell.form == .gk09 else { return false }
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

  // MARK: cells

  /// The cells that print the amount of a fact, the one that is most likely meant first.
  private static func cells(of key: FactKey) -> [CellKey] {
    let name = key.fact.rawValue
    let row = RowKey(key.subject)
    switch name {
    case "overall.total": return totals(of: .gk01)
    case "revenue.total": return [CellKey(.gk02, .none, .total, .total)] + totals(of: .gk01)
    case "expenditure.total": return [CellKey(.gk03, .none, .total, .total)] + totals(of: .gk01)
    case "appropriation.total": return totals(of: .gk04)
    case "general_public.total", "general_public.actual":
      return [
        CellKey(.gk05, .none, .total, .total), CellKey(.gk04, .expenditure, "expenditure_total", .generalPublic),
      ]
    case "general_public.basic", "basic.total": return [CellKey(.gk05, .none, .total, .basic)]
    case "general_public.project": return [CellKey(.gk05, .none, .total, .project)]
    case "general_public.class_amount":
      return [CellKey(.gk05, .none, row, .total), CellKey(.gk04, .expenditure, row, .generalPublic)]
    case "general_public.item_actual": return [CellKey(.gk05, .none, row, .total)]
    case "basic.personnel": return [CellKey(.gk06, .none, "personnel_total", .amount)]
    case "basic.public", "operating_cost.total": return [CellKey(.gk06, .none, "public_total", .amount)]
    case "basic.item": return [CellKey(.gk06, .none, row, .amount)]
    default: return cellsByMeasure(name)
    }
  }

  /// The cells of facts that are named as the columns of a form are.
  private static func cellsByMeasure(_ name: String) -> [CellKey] {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return [] }
    switch parts[0] {
    case "revenue": return cell(.gk02, parts[1])
    case "expenditure": return cell(.gk03, parts[1])
    case "appropriation" where parts[1].hasSuffix("_revenue"):
      return [CellKey(.gk04, .revenue, RowKey(String(parts[1].dropLast("_revenue".count))), .amount)]
    case "government_fund": return cell(.gk07, parts[1] == "expenditure" ? "total" : parts[1])
    case "state_capital": return cell(.gk08, parts[1] == "expenditure" ? "total" : parts[1])
    case "three_public":
      for half in ["budget", "actual"] where parts[1].hasSuffix(half) {
        let expense = parts[1].dropLast(half.count)
        return cell(.gk09, "\(half)_\(expense.isEmpty ? "total" : String(expense.dropLast()))")
      }
      return []
    default: return []
    }
  }

  private static func cell(_ form: Form, _ measure: String) -> [CellKey] {
    Measure(rawValue: measure).map { [CellKey(form, .none, .total, $0)] } ?? []
  }

  private static func totals(of form: Form) -> [CellKey] {
    let whole: Measure = form == .gk01 ? .amount : .total
    return [
      CellKey(form, .revenue, "grand_total", .amount), CellKey(form, .revenue, "revenue_total", .amount),
      CellKey(form, .expenditure, "expenditure_total", whole),
    ]
  }
}

extension FactKey {
  /// The fact with its subject, for people.
  var label: String { subject.isEmpty ? fact.rawValue : "\(fact.rawValue) of \(subject)" }
}

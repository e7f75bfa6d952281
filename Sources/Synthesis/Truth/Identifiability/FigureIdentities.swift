import Accounts
import Classification

/// All identities between the figures of a disclosure, as the domain knows them, built from the undamaged forms.
struct FigureIdentities {
  private let figures: [CellKey: Int]
  private let rows: [Form: [RowKey]]

  /// Finds the identities between figures that are known by key.
  init(_ keys: [CellKey]) {
    figures = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    var rows: [Form: [RowKey]] = [:]
    for key in keys where rows[key.form, default: []].last != key.row { rows[key.form, default: []].append(key.row) }
    self.rows = rows
  }

  /// The identities that hold in every disclosure.
  var all: [FigureIdentity] {
    let bySubject = FormSet.finalAccount.forms.filter(\.isBySubject).flatMap { rowRules($0) + tree($0) }
    return (overview + appropriation + bySubject + basicExpenditure + threePublic + acrossForms).compactMap { $0 }
  }

  func figure(_ form: Form, _ side: Side = .none, _ row: String, _ measure: Measure) -> Int? {
    figures[CellKey(form, side, RowKey(row), measure)]
  }

  /// `whole` = the sum of `parts`; parts that are not there count as nothing.
  func sum(_ whole: Int?, _ parts: [Int?]) -> FigureIdentity? {
    whole.map { FigureIdentity($0, parts.compactMap { $0 }) }
  }

  /// Whether the form is printed at all.
  func isPrinted(_ form: Form) -> Bool { rows[form] != nil }

  /// The codes of the form's rows, in order.
  func codes(_ form: Form) -> [String] {
    (rows[form] ?? []).map(\.rawValue).filter { $0.utf8.first.map { (0x30...0x39).contains($0) } == true }
  }

  private var overview: [FigureIdentity?] {
    let revenue = { (row: String) in figure(.gk01, .revenue, row, .amount) }
    let expenditure = { (row: String) in figure(.gk01, .expenditure, row, .amount) }
    let lines = [
      "general_public", "government_fund", "state_capital", "superior_subsidy", "institutional", "operating",
      "affiliated_remittance", "other",
    ]
    return [
      sum(revenue("revenue_total"), lines.map(revenue)),
      sum(revenue("grand_total"), ["revenue_total", "non_fiscal_surplus_used", "opening_balance"].map(revenue)),
      sum(expenditure("expenditure_total"), codes(.gk01).map(expenditure)),
      sum(
        expenditure("grand_total"), ["expenditure_total", "surplus_distribution", "closing_balance"].map(expenditure)),
      sum(revenue("grand_total"), [expenditure("grand_total")]),
    ]
  }

  private var appropriation: [FigureIdentity?] {
    let revenue = { (row: String) in figure(.gk04, .revenue, row, .amount) }
    let budgets: [Measure] = [.generalPublic, .governmentFund, .stateCapital]
    let names = budgets.map(\.rawValue)
    let codes = codes(.gk04)
    var identities = [
      sum(revenue("revenue_total"), names.map(revenue)),
      sum(revenue("opening_balance"), names.map { revenue("opening_" + $0) }),
      sum(revenue("grand_total"), [revenue("revenue_total"), revenue("opening_balance")]),
      sum(revenue("grand_total"), [figure(.gk04, .expenditure, "grand_total", .total)]),
    ]
    for row in codes + ["expenditure_total", "closing_balance", "grand_total"] {
      identities.append(
        sum(figure(.gk04, .expenditure, row, .total), budgets.map { figure(.gk04, .expenditure, row, $0) }))
    }
    for measure in [.total] + budgets {
      let cell = { (row: String) in figure(.gk04, .expenditure, row, measure) }
      identities.append(sum(cell("expenditure_total"), codes.map(cell)))
      identities.append(sum(cell("grand_total"), [cell("expenditure_total"), cell("closing_balance")]))
    }
    for budget in names {
      let total = Measure(rawValue: budget).flatMap { figure(.gk04, .expenditure, "grand_total", $0) }
      identities.append(sum(total, [revenue(budget), revenue("opening_" + budget)]))
    }
    return identities
  }

  private func rowRules(_ form: Form) -> [FigureIdentity?] {
    (rows[form] ?? []).flatMap { row -> [FigureIdentity?] in
      let cell = { (measure: Measure) in figure(form, .none, row.rawValue, measure) }
      if form == .gk02 || form == .gk03 { return [sum(cell(.total), form.measures.dropFirst().map(cell))] }
      let parts = sum(cell(.total), [cell(.basic), cell(.project)])
      guard let opening = cell(.openingBalance), let revenue = cell(.revenue), let total = cell(.total),
        let closing = cell(.closingBalance)
      else { return [parts] }
      return [parts, FigureIdentity([opening, revenue], [total, closing])]
    }
  }

  /// Every row is the sum of the rows right below it; 合计 is the sum of the rows that no other row holds.
  private func tree(_ form: Form) -> [FigureIdentity?] {
    let codes = codes(form)
    let known = Set(codes)
    var children: [String: [String]] = [:]
    for code in codes {
      let parents = [code.utf8.count - 2, code.utf8.count - 4].filter { $0 >= 3 }.map { String(code.prefix($0)) }
      children[parents.first { known.contains($0) } ?? "total", default: []].append(code)
    }
    return (["total"] + codes).flatMap { parent -> [FigureIdentity?] in
      guard let children = children[parent] else { return [] }
      return form.measures.map { measure in
        sum(figure(form, .none, parent, measure), children.map { figure(form, .none, $0, measure) })
      }
    }
  }

  private var basicExpenditure: [FigureIdentity?] {
    let codes = codes(.gk06)
    let cell = { (row: String) in figure(.gk06, .none, row, .amount) }
    let classes = codes.filter { $0.utf8.count == 3 }
    let personnel = classes.filter { $0 == "301" || $0 == "303" }
    return classes.map { code in sum(cell(code), codes.filter { $0.utf8.count == 5 && $0.hasPrefix(code) }.map(cell)) }
      + [
        sum(cell("personnel_total"), personnel.map(cell)),
        sum(cell("public_total"), classes.filter { !personnel.contains($0) }.map(cell)),
        sum(figure(.gk05, .none, "total", .basic), [cell("personnel_total"), cell("public_total")]),
      ]
  }

  private var threePublic: [FigureIdentity?] {
    [Measure.threePublicBudget, Measure.threePublicActual].flatMap { half in
      let cells = half.map { figure(.gk09, .none, "total", $0) }
      return [sum(cells[0], [cells[1], cells[2], cells[5]]), sum(cells[2], [cells[3], cells[4]])]
    }
  }
}

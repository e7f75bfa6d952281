import Accounts

@testable import Transform

/// A disclosure with figures of the forms (`gk05//total/total`: 万元 as printed) and the facts of one section.
func crossChecked(
  _ cells: [(CellKey, String)] = [], _ title: String = "", _ text: String = "", within outer: String? = nil
) -> Disclosure {
  var disclosure = emptyDisclosure()
  disclosure.figures = cells.enumerated().map { index, cell in
    var figure = Figure(
      key: cell.0, amount: StatedMoney.leading(NormalText(cell.1 + "万元"), at: 0)?.money.amount, printed: cell.1,
      span: SourceSpan(line: 100 + index, column: 1))
    if cell.0.row != .total { figure.code = cell.0.row.rawValue }
    return figure
  }
  disclosure.facts = facts(title, text, within: outer)
  return disclosure
}

/// A disclosure without anything.
func emptyDisclosure() -> Disclosure {
  Disclosure(
    source: SourceRecord(
      path: "a.txt", sha256: String(repeating: "0", count: 64), bytes: 1, format: .text, layout: .tabs,
      encoding: "UTF-8"))
}

/// A project with amounts as printed, in 万元.
func project(_ source: ProjectSource, _ name: String, budget: String, actual: String, rate: String? = nil) -> Project {
  let span = SourceSpan(line: 7, column: 1)
  var project = Project(source: source, name: name, span: span)
  func amount(_ text: String) -> Amount? { StatedMoney.leading(NormalText(text + "万元"), at: 0)?.money.amount }
  project.budget = amount(budget)
  project.actual = amount(actual)
  project.executionRate = rate.flatMap { PrintedNumber.leading(NormalText($0).units, at: 0)?.number }
  project.sources = [("budget", budget), ("actual", actual)].map { field, printed in
    ValueSource(field: field, printed: printed, span: span)
  }
  return project
}

extension Finding {
  /// `rule printed -> expected`.
  var story: String { "\(rule.rawValue) \(printed) -> \(expected)" }
}

import Accounts

/// Reports the identities that a decided disclosure breaks, and those that only rounding keeps from holding exactly.
enum IdentityFindings {
  /// The findings of all identities and of the rules within rows. A rule that the disclosure prints itself is reported
  /// by its own words, and not a second time as the template's.
  static func findings(_ problem: Problem) -> [Finding] {
    var findings: [Finding] = []
    var printedCells: Set<CellSet> = []
    let ordered =
      problem.identities.filter { $0.sourceLine != nil } + problem.identities.filter { $0.sourceLine == nil }
    for identity in ordered where printedCells.insert(CellSet(identity.terms)).inserted {
      if let finding = finding(identity, problem) { findings.append(finding) }
    }
    for (index, variable) in problem.rows.enumerated() {
      findings += rowFindings(index, variable, problem, printedCells)
    }
    return findings
  }

  /// Rounding is reported of decided rows only; what is broken, of all cells in which the readings left agree.
  private static func finding(_ identity: Identity, _ problem: Problem) -> Finding? {
    let decided = problem.evaluate(identity)
    guard let result = decided ?? problem.evaluate(identity, byCells: true), result.printed > 1,
      decided != nil || !result.holds
    else { return nil }
    let holds = result.holds
    let isExact = identity.relation == .equal ? result.sum == .zero : result.sum <= .zero
    guard !isExact, let first = identity.terms.first else { return nil }
    return report(
      rule: holds ? .roundingDifference : identity.rule,
      severity: !holds && identity.relation == .atMost ? .warning : nil, label: identity.label,
      sum: result.sum * first.coefficient, problem, row: first.row, column: first.column, line: identity.sourceLine)
  }

  private static func rowFindings(
    _ index: Int, _ variable: RowVariable, _ problem: Problem, _ printed: Set<CellSet>
  ) -> [Finding] {
    let rules = variable.rules
    return rules.rules.compactMap { rule in
      guard rule.terms.allSatisfy({ variable.domain.isAgreed(on: $0.column) }) else { return nil }
      guard !printed.contains(CellSet(rule.terms(inRow: index))) else { return nil }
      let reading = variable.domain[0]
      let values = rule.terms.compactMap { term in reading.values[term.column].map { $0 * term.coefficient } }
      let sum = values.reduce(.zero, +)
      guard values.count > 1, sum != .zero else { return nil }
      let holds = rules.isHeld(rule, reading, variable.rounding)
      guard variable.decided != nil || !holds else { return nil }
      return report(
        rule: holds ? .roundingDifference : .rowIdentityBroken, severity: nil, label: rule.label, sum: sum, problem,
        row: index, column: rule.terms[0].column, line: nil)
    }
  }

  private static func report(
    rule: FindingRule, severity: Severity?, label: String, sum: Amount, _ problem: Problem, row: Int, column: Int,
    line: Int?
  ) -> Finding {
    let variable = problem.rows[row]
    let printed = variable.domain.isAgreed(on: column) ? variable.domain[0].values[column] ?? .zero : .zero
    let expected = printed - sum
    return Finding(
      rule, severity: severity, form: problem.forms[variable.form].form, side: variable.row.side, row: variable.row.key,
      measure: variable.measures[column], printed: printed.description, expected: expected.description,
      difference: printed - expected, message: "\(label): \(printed) is printed, \(expected) follows.",
      sourceLine: line ?? variable.row.span.line)
  }
}

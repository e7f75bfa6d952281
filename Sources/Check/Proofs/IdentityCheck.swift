import Accounts

/// Checks that every identity which the published figures break stands in `findings`, with its difference.
enum IdentityCheck {
  /// Evaluates the whole catalogue on a document.
  static func check(_ document: PublishedDocument, _ catalogue: Catalogue, _ journal: inout Journal) {
    let reported = Set(document.findings.compactMap(Report.init))
    for equation in catalogue.equations {
      let outcome = equation.outcome(in: catalogue.ledger)
      guard !outcome.isOpen, outcome.filled > 1 else { continue }
      journal.apply(.identity)
      guard !outcome.holds, !isReported(equation, outcome, reported, catalogue.ledger),
        !isReportedBelow(equation, outcome, reported, catalogue)
      else { continue }
      guard let first = equation.terms.first else { continue }
      journal.fail(
        .identity, "amounts", document.id, key: key(of: first, catalogue.ledger),
        published: "a difference of \(Amount(clamping: outcome.low))",
        "\(equation.label) does not hold, and findings has no row for it")
    }
  }

  /// A cell and a difference that a finding reports.
  private struct Report: Hashable {
    var cell: String
    /// Nil where it is beyond what amounts hold, and only a bound is published.
    var difference: UInt128?

    init(cell: String, difference: UInt128?) {
      self.cell = cell
      self.difference = difference
    }

    init?(_ finding: PublishedFinding) {
      guard finding.difference != nil || finding.isBound else { return nil }
      cell = "\(finding.form)/\(finding.side)/\(finding.row)/\(finding.measure)"
      difference = finding.difference?.magnitude
    }
  }

  /// From here on sums of amounts are published as bounds, in thousandths of a yuan.
  private static let mostOfAmounts: UInt128 = 1 << 61

  private static func isReported(
    _ equation: Equation, _ outcome: Equation.Outcome, _ reported: Set<Report>, _ ledger: Ledger
  ) -> Bool {
    equation.terms.contains { term in
      let cell = key(of: term, ledger)
      return isReported(cell, outcome.low.magnitude, terms: equation.terms.count, reported)
        || outcome.reach >= mostOfAmounts && reported.contains(Report(cell: cell, difference: nil))
    }
  }

  /// Whether a difference is reported of a cell, as exactly as datasets tell: their amounts and differences have two
  /// decimals, so that each may be half a hundredth off what the run summed.
  private static func isReported(_ cell: String, _ difference: UInt128, terms: Int, _ reported: Set<Report>) -> Bool {
    let off = 5 * (UInt128(terms) + 1)
    let least = difference - min(difference, off)
    return (least...(difference + off)).contains { reported.contains(Report(cell: cell, difference: $0)) }
  }

  /// Whether a difference is reported that an identity comes to with some value of its open cells.
  private static func isReported(
    _ equation: Equation, within outcome: Equation.Outcome, _ reported: Set<Report>, _ ledger: Ledger
  ) -> Bool {
    let most = max(outcome.low.magnitude, outcome.high.magnitude)
    let cells = Set(equation.terms.map { key(of: $0, ledger) })
    return reported.contains { report in
      cells.contains(report.cell) && (report.difference.map { $0 > 0 && $0 <= most } ?? true)
    }
  }

  /// Whether an identity over a total that is not printed is reported over the rows below it, or one over these over
  /// the total.
  private static func isReportedBelow(
    _ equation: Equation, _ outcome: Equation.Outcome, _ reported: Set<Report>, _ catalogue: Catalogue
  ) -> Bool {
    guard let below = catalogue.belowTotals[equation.label] else { return false }
    // Such a claim has at most two equations: over the total, and over the rows below it.
    let ledger = catalogue.ledger
    for twin in (catalogue.ofLabel[equation.label] ?? []).map({ catalogue.equations[$0] }) {
      // A total that is published as a range breaks nothing itself: what the rows below it come to does.
      if isReported(twin, outcome, reported, ledger) { return true }
      let twinOutcome = twin.outcome(in: ledger)
      if !twinOutcome.holds, isReported(twin, twinOutcome, reported, ledger) { return true }
      if twinOutcome.hasOpenCell, isReported(twin, within: twinOutcome, reported, ledger) { return true }
    }
    guard
      equation.terms.contains(where: { term in
        catalogue.ledger.rows[term.row].key == "total"
          && catalogue.ledger.rows[term.row].values[term.column]?.isPrinted == false
      })
    else { return false }
    return isReported(below, below.outcome(in: catalogue.ledger), reported, catalogue.ledger)
  }

  /// `form/side/row/measure` of a cell.
  static func key(of term: Equation.Term, _ ledger: Ledger) -> String {
    let row = ledger.rows[term.row]
    return "\(row.form.rawValue)/\(row.side.rawValue)/\(row.key)/\(row.columns[term.column].rawValue)"
  }
}

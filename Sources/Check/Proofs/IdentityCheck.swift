import Accounts

/// Checks that every identity which the published figures break stands in `findings`, with its difference.
enum IdentityCheck {
  /// Evaluates the whole catalogue on a document.
  static func check(_ document: PublishedDocument, _ catalogue: Catalogue, _ journal: inout Journal) {
    let reported = reports(of: document)
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

  /// The differences that findings report of each cell; nil for one beyond what amounts hold, of which only a bound is
  /// published.
  private typealias Reports = [String: [UInt128?]]

  private static func reports(of document: PublishedDocument) -> Reports {
    var reports: Reports = [:]
    for finding in document.findings where finding.difference != nil || finding.isBound {
      let cell = "\(finding.form)/\(finding.side)/\(finding.row)/\(finding.measure)"
      reports[cell, default: []].append(finding.difference?.magnitude)
    }
    return reports
  }

  /// From here on sums of amounts are published as bounds, in thousandths of a yuan.
  private static let mostOfAmounts: UInt128 = 1 << 61

  /// Whether the difference of an identity is reported of one of its cells, as exactly as datasets tell: their amounts and
  /// differences have two decimals, so that each may be half a hundredth off what the run summed.
  private static func isReported(
    _ equation: Equation, _ outcome: Equation.Outcome, _ reported: Reports, _ ledger: Ledger
  ) -> Bool {
    let difference = outcome.low.magnitude
    let off = 5 * (UInt128(equation.terms.count) + 1)
    return equation.terms.contains { term in
      (reported[key(of: term, ledger)] ?? []).contains { report in
        guard let report else { return outcome.reach >= mostOfAmounts }
        return max(report, difference) - min(report, difference) <= off
      }
    }
  }

  /// Whether a difference is reported that an identity comes to with some value of its open cells.
  private static func isReported(
    _ equation: Equation, within outcome: Equation.Outcome, _ reported: Reports, _ ledger: Ledger
  ) -> Bool {
    let most = max(outcome.low.magnitude, outcome.high.magnitude)
    return equation.terms.contains { term in
      (reported[key(of: term, ledger)] ?? []).contains { $0.map { $0 > 0 && $0 <= most } ?? true }
    }
  }

  /// Whether an identity over a total that is not printed is reported over the rows below it, or one over these over
  /// the total.
  private static func isReportedBelow(
    _ equation: Equation, _ outcome: Equation.Outcome, _ reported: Reports, _ catalogue: Catalogue
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

import Accounts

/// Checks that status, proof and confidence of every figure go together, and that the fields are there that they need.
enum LegalityCheck {
  /// Applies the table of `status` and `proof` to all figures of a document.
  static func check(_ document: PublishedDocument, _ journal: inout Journal) {
    for figure in document.figures {
      journal.apply(.legality)
      for problem in problems(of: figure) {
        journal.fail(
          .legality, "amounts", document.id, key: figure.keyText,
          published: "\(figure.status.rawValue) \(figure.proof.rawValue) \(figure.confidence)", problem)
      }
    }
    for repair in document.repairs where repair.proof == .minimal && repair.confidence >= 950 {
      journal.fail(
        .legality, "repairs", document.id, key: repair.key, published: "minimal \(repair.confidence)",
        "a minimal repair stays below 0.950")
    }
  }

  private static func problems(of figure: PublishedFigure) -> [String] {
    var problems: [String] = []
    func demand(_ holds: Bool, _ problem: String) {
      if !holds { problems.append(problem) }
    }
    let isPrinted = !figure.printed.isEmpty && figure.place != nil
    demand(figure.proof != .minimal || figure.confidence < 950, "a minimal value stays below 0.950")
    demand((figure.amount == nil) == (figure.status == .ambiguous), "only an ambiguous value has no amount")
    demand(figure.printed.isEmpty == (figure.place == nil), "a printed value has a place in the source, no other has")
    demand((figure.sourceLine == nil) == (figure.place == nil), "a value with a place has a source line")
    switch figure.status {
    case .reported:
      demand(isPrinted, "a reported value is printed")
      demand(figure.proof == .printed, "a reported value has the proof printed")
      demand(!figure.hasStep("align-by-identities"), "a value whose column was inferred is not reported")
      demand(!figure.hasStep("complete-code"), "a value whose code was completed is not reported")
    case .aligned:
      demand(isPrinted, "an aligned value is printed")
      demand(figure.proof != .printed, "an aligned value needs a proof")
      demand(
        figure.hasStep("align-by-identities") || figure.hasStep("complete-code"),
        "provenance tells how an aligned value was inferred")
    case .corrected:
      demand(isPrinted, "a corrected value keeps what is printed")
      demand(figure.proof != .printed, "a corrected value needs a proof")
    case .derived:
      demand(figure.printed.isEmpty, "a derived value is not printed")
      demand(figure.proof != .printed, "a derived value needs a proof")
      demand(figure.steps.contains { $0.rule.hasPrefix("restore-") }, "provenance tells how a derived value follows")
    case .ambiguous:
      demand(figure.low != nil && figure.high != nil, "an ambiguous value has bounds")
      demand((figure.low ?? 0) <= (figure.high ?? 0), "the lower bound is not above the upper")
      demand(figure.proof == .minimal, "an ambiguous value has the proof minimal")
    }
    if figure.status != .ambiguous {
      demand(figure.low == nil && figure.high == nil, "only an ambiguous value has bounds")
    }
    demand(
      figure.code.isEmpty || figure.key.row.rawValue == figure.code, "the key of a row with a code is that code")
    return problems + stepProblems(of: figure)
  }

  /// Each step must lead to what is published.
  private static func stepProblems(of figure: PublishedFigure) -> [String] {
    figure.steps.compactMap { step in
      let holds: Bool
      switch step.rule {
      case "align-by-identities": holds = step.after == figure.key.measure.rawValue
      case "complete-code": holds = step.before == figure.codePrinted && step.after == figure.code
      case "complete-name": holds = step.before == figure.namePrinted && step.after == figure.name
      case let rule where rule.hasPrefix("restore-"): holds = step.before.isEmpty && step.after == figure.amountText
      default: holds = step.before == figure.printed && step.after == figure.amountText
      }
      return holds ? nil : "the step \(step.rule) leads from \(step.before) to \(step.after)"
    }
  }
}

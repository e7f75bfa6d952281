import Accounts

/// The confidence of every kind of value: a table that was measured, and the rule that says which line of it applies.
///
/// Measured on generated disclosures, clean and damaged in every known way, in all layouts: of the values of each class
/// the share that is right, less something for what the generator does not know, and at most 0.02 from it on sets with
/// one kind of damage and with several. Only `printed`, `forced` and `corroborated` may carry 0.95 or more, and no value
/// that an equation contradicts does: 0.949 says "at least". `juesuan evaluate RELEASE --truth DIR --calibration`
/// measures again; the measured table and how it came about are in `Transform.docc/Calibration.md`.
public enum Calibration {
  /// All classes, in the order of the statuses, the surest first.
  public static let classes: [CalibratedClass] = [
    printedTwice, printedOnce, printedBesideBroken, printedOff, printedUncertain,
    alignedCorroborated, alignedForced, alignedMinimal,
    correctedCorroborated, correctedForced, correctedMinimal,
    derivedCorroborated, derivedForced, derivedMinimal,
  ]

  // MARK: printed in its own cell

  static let printedTwice = CalibratedClass(
    "printed, confirmed twice", .reported, .printed, 995,
    "Two or more equations hold that the value stands in, and none is broken.")
  static let printedOnce = CalibratedClass(
    "printed, confirmed", .reported, .printed, 985, "One equation holds that the value stands in, and none is broken.")
  static let printedBesideBroken = CalibratedClass(
    "printed beside broken columns", .reported, .printed, 982,
    "Many equations of the form are broken, but none that it stands in.")
  static let printedOff = CalibratedClass(
    "printed, off by rounding", .reported, .printed, 980,
    "All its equations hold within rounding only, where others are exact to the last digit.")
  static let printedUncertain = CalibratedClass(
    "printed, uncertain", .reported, .printed, 949,
    "An equation that it stands in is broken, none holds, or its row lacks figures where many are broken.")

  // MARK: printed, its column, row or code inferred

  static let alignedCorroborated = CalibratedClass(
    "aligned, corroborated", .aligned, .corroborated, 990,
    "Another place prints the value for the same thing; where equations of its form are broken, three hold with it.")
  static let alignedForced = CalibratedClass(
    "aligned, forced", .aligned, .forced, 985,
    "One reading is left, equations hold with it, and none of its form is broken.")
  static let alignedMinimal = CalibratedClass(
    "aligned, minimal", .aligned, .minimal, 949,
    "Its row alone speaks for the reading, or an equation of its form is broken, or only the last digit chose.")

  // MARK: printed otherwise

  static let correctedCorroborated = CalibratedClass(
    "corrected, corroborated", .corrected, .corroborated, 985, "Another place prints the corrected value.")
  static let correctedForced = CalibratedClass(
    "corrected, forced", .corrected, .forced, 980, "Equations hold with the corrected value only.")
  static let correctedMinimal = CalibratedClass(
    "corrected, minimal", .corrected, .minimal, 949,
    "No equation confirms the corrected value, one contradicts it, or its column itself is no surer.")

  // MARK: not printed

  static let derivedCorroborated = CalibratedClass(
    "derived, corroborated", .derived, .corroborated, 985, "Another place prints the value for the same thing.")
  static let derivedForced = CalibratedClass(
    "derived, forced", .derived, .forced, 980,
    "Two sums give the value to the last digit, or one where all sums are exact.")
  static let derivedMinimal = CalibratedClass(
    "derived, minimal", .derived, .minimal, 949, "One sum gives the value, or an equation of its form is broken.")

  /// A code that was completed from its row's place among the others: 1,695 of 1,695 were right when it was measured.
  static let completedCode = Confidence(thousandths: 985)

  // MARK: the rule

  /// The class of a value with a status, the proof that its own row or restoration gives it, and a standing among the
  /// equations of the disclosure; nil for what has no value.
  static func group(_ status: Status, _ proof: Proof, _ standing: Standing) -> CalibratedClass? {
    // What was inferred in a form that some equation contradicts is no more certain than that form.
    let isInferable = standing.contest < .form && proof != .minimal && !standing.isByRounding
    switch status {
    case .reported: return printed(standing)
    case .aligned:
      // Balance alone makes no proof: a row whose figures stand in other columns balances as well.
      if proof != .corroborated { return isInferable && standing.support > 0 ? alignedForced : alignedMinimal }
      return standing.contest < .form || isConfirmedBesideBroken(standing) ? alignedCorroborated : alignedMinimal
    case .corrected:
      if standing.contest > .form || proof == .minimal || standing.isByRounding { return correctedMinimal }
      // A digit is no more certain than the column that it was read in.
      if standing.isPlaced, standing.contest == .form, proof == .forced { return correctedMinimal }
      return proof == .corroborated ? correctedCorroborated : correctedForced
    case .derived:
      if !isInferable { return derivedMinimal }
      return proof == .corroborated ? derivedCorroborated : derivedForced
    case .ambiguous: return nil
    }
  }

  /// Whether so many equations of a value hold that others of its form, which are broken, say nothing of it.
  private static func isConfirmedBesideBroken(_ standing: Standing) -> Bool {
    if standing.isByRounding { return false }
    switch standing.contest {
    case .none, .elsewhere, .form: return standing.support >= 3
    // Figures may stand one column off together, and balance there.
    case .columns: return standing.support >= 4
    case .cell: return false
    }
  }

  private static func printed(_ standing: Standing) -> CalibratedClass {
    if standing.support == 0 || standing.isByRounding || standing.isMovable { return printedUncertain }
    switch standing.contest {
    case .cell: return printedUncertain
    case .columns: return printedBesideBroken
    case .none, .elsewhere, .form:
      return standing.isOff ? printedOff : standing.support > 1 ? printedTwice : printedOnce
    }
  }
}

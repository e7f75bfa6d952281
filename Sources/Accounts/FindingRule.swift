/// The catalogue of findings: each rule has a stable id (its raw value), a severity and a description.
public enum FindingRule: String, Sendable, CaseIterable {
  // extract
  case replacedBytes = "replaced-bytes"
  case wrongDeclaredEncoding = "wrong-declared-encoding"
  case truncatedSource = "truncated-source"
  case quarantined
  /// Any stage.
  case workLimited = "work-limited"
  // clean
  case unreadableNumber = "unreadable-number"
  case unitMissing = "unit-missing"
  case duplicateSectionNumber = "duplicate-section-number"
  // transform: identification
  case yearMissing = "year-missing"
  case unitNameMissing = "unit-name-missing"
  case divisionUnknown = "division-unknown"
  case reportKind = "report-kind"
  // transform: forms
  case formMissing = "form-missing"
  case formByShape = "form-by-shape"
  case formRepeated = "form-repeated"
  case rowUnrecognised = "row-unrecognised"
  case columnUnrecognised = "column-unrecognised"
  case subjectUnknown = "subject-unknown"
  case subjectNameDiffers = "subject-name-differs"
  case codeUndecided = "code-undecided"
  case alignmentUndecided = "alignment-undecided"
  case valueUndecided = "value-undecided"
  case duplicateRow = "duplicate-row"
  case noAmounts = "no-amounts"
  // identities
  case roundingDifference = "rounding-difference"
  case rowIdentityBroken = "row-identity-broken"
  case treeIdentityBroken = "tree-identity-broken"
  case crossFormIdentityBroken = "cross-form-identity-broken"
  case printedIdentityBroken = "printed-identity-broken"
  // cross-checks
  case narrativeFormDiffers = "narrative-form-differs"
  case narrativeSubjectMissing = "narrative-subject-missing"
  case narrativeSumDiffers = "narrative-sum-differs"
  case changesDiffer = "changes-differ"
  case rateDiffers = "rate-differs"
  case rateOverZero = "rate-over-zero"
  case projectDiffers = "project-differs"
  case projectSumDiffers = "project-sum-differs"
  case projectCountDiffers = "project-count-differs"
  case evaluationFormDiffers = "evaluation-form-differs"
  case scoreDiffers = "score-differs"
  case indicatorDiffers = "indicator-differs"
  case indicatorsShifted = "indicators-shifted"
  // accounting
  case unplacedNumber = "unplaced-number"

  /// How much a finding of this rule matters unless the case says otherwise.
  public var severity: Severity {
    switch self {
    case .roundingDifference, .formByShape, .wrongDeclaredEncoding, .reportKind, .subjectNameDiffers, .unplacedNumber:
      .info
    case .rowIdentityBroken, .treeIdentityBroken, .crossFormIdentityBroken, .printedIdentityBroken,
      .narrativeFormDiffers, .truncatedSource, .quarantined, .yearMissing, .alignmentUndecided, .valueUndecided,
      .codeUndecided:
      .error
    default: .warning
    }
  }

  /// One sentence that says what the rule looks for.
  public var explanation: String {
    switch self {
    case .replacedBytes: "Bytes that the encoding does not allow were replaced by U+FFFD."
    case .wrongDeclaredEncoding: "The page declares another encoding than its bytes have."
    case .truncatedSource: "The source was cut at a limit of size or depth."
    case .quarantined: "The document was set aside; the message says why."
    case .workLimited: "A step gave up, since it would have cost more than a document may; the message says which."
    case .unreadableNumber: "A cell of figures holds text that cannot be read as a number."
    case .unitMissing: "A table does not say in which unit its amounts are."
    case .duplicateSectionNumber: "Two sections of one part have the same number."
    case .yearMissing: "The fiscal year could not be told from the disclosure."
    case .unitNameMissing: "The name of the unit could not be told from the disclosure."
    case .divisionUnknown: "The administrative division could not be told from the unit's name."
    case .reportKind: "The document is not a final account and was set aside."
    case .formMissing: "A form of the fiscal year is not in the disclosure."
    case .formByShape: "A form was recognised by its columns, since its title is lost."
    case .formRepeated: "A form stands in the disclosure more than once; the first whole one was read."
    case .rowUnrecognised: "A row with figures could not be given a place in its form."
    case .columnUnrecognised: "A column with figures could not be given a measure."
    case .subjectUnknown: "A subject code is not in the classification."
    case .subjectNameDiffers: "A subject's printed name differs from the name that the classification gives its code."
    case .codeUndecided: "A cut subject code has several completions, and nothing tells which."
    case .alignmentUndecided: "A row's figures fit several columns, and nothing tells which."
    case .valueUndecided: "A lost figure has several possible values."
    case .duplicateRow: "Two rows of a form have the same subject."
    case .noAmounts: "No figure of the nine forms could be read."
    case .roundingDifference: "Two places differ by no more than the rounding of their last digits."
    case .rowIdentityBroken: "The columns of a row do not add up."
    case .treeIdentityBroken: "A subject is not the sum of its parts."
    case .crossFormIdentityBroken: "Two forms that must agree differ."
    case .printedIdentityBroken: "A rule that the disclosure prints under a form does not hold on its figures."
    case .narrativeFormDiffers: "The narrative states another amount than the form that it explains."
    case .narrativeSubjectMissing: "The narrative states an amount for a subject that the form does not print."
    case .narrativeSumDiffers: "A whole of the narrative is not the sum of the parts that the narrative states."
    case .changesDiffer: "All funds changed otherwise than the appropriations, though there are no other funds."
    case .rateDiffers: "A share or rate is not the quotient of the amounts that it is stated of."
    case .rateOverZero: "A rate is stated over a base of zero."
    case .projectDiffers: "Two places print different amounts for one project."
    case .projectSumDiffers: "The projects do not add up to what was spent on them together."
    case .projectCountDiffers: "Another number of projects is reported than the narrative says."
    case .evaluationFormDiffers: "The self-evaluation of the unit prints another amount than the forms."
    case .scoreDiffers: "The score of a self-evaluation is less than the points that it gives."
    case .indicatorDiffers: "Two places print different values for one indicator."
    case .indicatorsShifted: "The values of several indicators stand one row off their names."
    case .unplacedNumber: "A number of the source has no place in the datasets."
    }
  }
}

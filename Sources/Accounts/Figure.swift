/// How a value came to be.
public enum Status: String, Sendable, CaseIterable {
  /// Printed in its own cell, unchanged but for the spelling of numbers.
  case reported
  /// Printed, but its column, row or code had to be inferred.
  case aligned
  /// Printed otherwise; the printed text is kept.
  case corrected
  /// Not printed here; follows from sums or from another form.
  case derived
  /// Several values are possible; bounds are given, no value.
  case ambiguous
}

/// What makes a value certain.
public enum Proof: String, Sendable, CaseIterable {
  /// Nothing to prove.
  case printed
  /// The only value that satisfies every identity it takes part in.
  case forced
  /// An independent place prints it too.
  case corroborated
  /// The one repair with the fewest changes; no independent witness.
  case minimal
}

/// How likely a value is right, in thousandths, so that it prints the same everywhere.
public struct Confidence: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0 to 1000.
  public var thousandths: Int

  /// Makes a confidence of so many thousandths.
  public init(thousandths: Int) {
    self.thousandths = min(1_000, max(0, thousandths))
  }

  /// Orders by likelihood.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.thousandths < right.thousandths }

  /// Three decimals, such as `0.990`.
  public var description: String {
    let digits = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

/// One step in the story of a value: what a stage's rule made of it, and what speaks for it.
public struct ProvenanceStep: Hashable, Sendable {
  /// `extract`, `clean` or `transform`.
  public var stage: String
  /// The rule's stable id, such as `align-by-identities`.
  public var rule: String
  /// The value before the step, as text.
  public var before: String
  /// The value after it.
  public var after: String
  /// The identities and places that speak for the step, in words.
  public var witnesses: [String]

  /// Makes a step.
  public init(stage: String, rule: String, before: String, after: String, witnesses: [String] = []) {
    self.stage = stage
    self.rule = rule
    self.before = before
    self.after = after
    self.witnesses = witnesses
  }
}

/// The level of a subject in its classification.
public enum SubjectLevel: String, Sendable, CaseIterable {
  /// 类: three digits.
  case `class`
  /// 款: five digits.
  case section
  /// 项: seven digits.
  case item

  /// The level that a whole code of so many digits has; nil for any other length.
  public init?(codeLength: Int) {
    switch codeLength {
    case 3: self = .class
    case 5: self = .section
    case 7: self = .item
    default: return nil
    }
  }
}

/// One figure of the nine forms: a row of the dataset `amounts`.
public struct Figure: Hashable, Sendable {
  /// Its place in the document.
  public var key: CellKey
  /// The printed 行次, completed where it was cut.
  public var lineNumber: Int?
  /// The full subject code; empty on lines that have none.
  public var code: String
  /// The full name of the row.
  public var name: String
  /// The subject's level; nil on lines without a code.
  public var level: SubjectLevel?
  /// The value; nil where the status is `ambiguous`.
  public var amount: Amount?
  /// Least possible value, where ambiguous.
  public var low: Amount?
  /// Greatest possible value, where ambiguous.
  public var high: Amount?
  /// How the value came to be.
  public var status: Status
  /// How likely it is right.
  public var confidence: Confidence
  /// What makes it certain.
  public var proof: Proof
  /// The number as printed; empty where nothing is printed.
  public var printed: String
  /// The code as printed.
  public var codePrinted: String
  /// The name as printed.
  public var namePrinted: String
  /// Where it is printed; nil for derived values.
  public var span: SourceSpan?
  /// What was done to it, in order.
  public var steps: [ProvenanceStep]

  /// Makes a printed figure: `reported`, in full confidence, without steps.
  public init(key: CellKey, amount: Amount?, printed: String, span: SourceSpan?) {
    self.key = key
    self.amount = amount
    self.printed = printed
    self.span = span
    lineNumber = nil
    code = ""
    name = ""
    level = nil
    low = nil
    high = nil
    status = .reported
    confidence = Confidence(thousandths: 990)
    proof = .printed
    codePrinted = ""
    namePrinted = ""
    steps = []
  }
}

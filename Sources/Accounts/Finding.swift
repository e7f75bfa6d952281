/// How much a finding matters to whoever uses the data.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case info
  case warning
  case error

  /// Orders from info to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What does not add up in a disclosure, or is missing from it: bad data, a value, never thrown.
public struct Finding: Hashable, Sendable {
  /// Which rule of the catalogue found it.
  public var rule: FindingRule
  /// How much it matters; the rule's own severity unless the case says otherwise.
  public var severity: Severity
  /// The form that it concerns, if any.
  public var form: Form?
  /// The side of a two-sided form.
  public var side: Side
  /// The row, if it concerns one.
  public var row: RowKey?
  /// The column, if it concerns one.
  public var measure: Measure?
  /// The narrative fact that it concerns, such as `overall.change`; empty where it concerns a form.
  public var fact: String
  /// What the source prints.
  public var printed: String
  /// What the disclosure's own rules give.
  public var expected: String
  /// `printed` less `expected`, in yuan, where both are amounts and no sum of them left the range of amounts.
  public var difference: Amount?
  /// One English sentence for people.
  public var message: String
  /// The source line, where one line is meant.
  public var sourceLine: Int?

  /// Makes a finding; everything but the rule and the message may be left out.
  public init(
    _ rule: FindingRule, severity: Severity? = nil, form: Form? = nil, side: Side = .none, row: RowKey? = nil,
    measure: Measure? = nil, fact: String = "", printed: String = "", expected: String = "",
    difference: Amount? = nil, message: String, sourceLine: Int? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.form = form
    self.side = side
    self.row = row
    self.measure = measure
    self.fact = fact
    self.printed = printed
    self.expected = expected
    self.difference = difference.flatMap { $0.isBeyond ? nil : $0 }
    self.message = message
    self.sourceLine = sourceLine
  }
}

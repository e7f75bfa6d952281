/// What a numeric token of a source is that is the source of no value: each class is defined by a rule.
public enum NumberUse: String, Sendable, CaseIterable {
  /// A subject code, or one level of it.
  case code
  /// A number that counts the lines or columns of a form: 行次, 栏次.
  case numbering
  /// A year, a month, a day, or a number of years or months.
  case date
  /// The number of a list, a section, a form, a goal or an annex.
  case listNumber = "list-number"
  /// A number among the words of a title, of a row's name or of a column's heading.
  case label
  /// A number of a note or an identity printed under a form.
  case note
  /// A page number, or a number among words of the page such as running heads: what clean takes away.
  case furniture
  /// A figure printed again: it stands in its row twice, or the narrative repeats an amount that a form or a fact has.
  case repeated
  /// A figure of a row or column that is recognised and that no dataset has, such as the 合计 of economic subjects.
  case unpublished
  /// Points of a self-evaluation that no dataset has: those for a goal, for the rate of execution, or all of the unit's.
  case points
  /// A number of a table that is no form and no self-evaluation; the canonical JSON has the whole table.
  case otherTable = "other-table"
  /// A number of running text outside the facts; the canonical JSON has the text.
  case prose
  /// All of a document that was set aside or quarantined.
  case unread
}

/// The account of every numeric token of a document: the three sums add up to all tokens.
public struct NumberAccount: Hashable, Sendable {
  /// How many unplaced tokens have a finding of their own; one finding more stands for all others.
  public static let mostFindings = 1_000

  /// Tokens that are the source of a value.
  public var values = 0
  /// Tokens that are declared as something else.
  public var declared: [NumberUse: Int] = [:]
  /// Tokens that stand in the findings as `unplaced-number`.
  public var unplaced = 0

  /// Counts nothing.
  public init() {}

  /// All declared tokens.
  public var declaredTotal: Int { declared.values.reduce(0, +) }

  /// All tokens.
  public var total: Int { values + declaredTotal + unplaced }

  /// The share of unplaced tokens in percent, with two decimals.
  public var unplacedPercent: PrintedNumber {
    PrintedNumber(digits: total == 0 ? 0 : Int64((unplaced * 20_000 + total) / (2 * total)), decimals: 2)
  }
}

import Accounts

/// What was read from one document, or from all documents of a release together, in numbers.
public struct DocumentCounts: Hashable, Sendable {
  /// Rows of `amounts` that have a value.
  public var amounts = 0
  /// Rows of `amounts` by status; statuses without rows are left out.
  public var byStatus: [Status: Int] = [:]
  /// Rows of `repairs`.
  public var repaired = 0
  /// Ambiguous amounts, and findings that a code, an alignment or a value stayed undecided.
  public var unresolved = 0
  /// Findings of severity error.
  public var errors = 0
  /// Findings of severity warning.
  public var warnings = 0
  /// Findings of severity info.
  public var infos = 0
  /// Numeric tokens of the source that are the source of a value.
  public var numbersUsed = 0
  /// Numeric tokens of the source that are declared as something else.
  public var numbersDeclared = 0
  /// Numeric tokens of the source that stand in the findings.
  public var numbersUnplaced = 0

  /// Nothing read.
  public init() {}

  /// Counts one disclosure.
  public init(_ disclosure: Disclosure) {
    for figure in disclosure.figures {
      byStatus[figure.status, default: 0] += 1
      if figure.decided != nil { amounts += 1 }
    }
    repaired = disclosure.repairs.count
    numbersUsed = disclosure.numbers.values
    numbersDeclared = disclosure.numbers.declaredTotal
    numbersUnplaced = disclosure.numbers.unplaced
    unresolved = byStatus[.ambiguous] ?? 0
    for finding in disclosure.findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
      switch finding.rule {
      case .codeUndecided, .alignmentUndecided, .valueUndecided: unresolved += 1
      default: break
      }
    }
  }

  /// Adds the counts of another document.
  public static func += (left: inout DocumentCounts, right: DocumentCounts) {
    left.amounts += right.amounts
    left.byStatus.merge(right.byStatus, uniquingKeysWith: +)
    left.repaired += right.repaired
    left.unresolved += right.unresolved
    left.errors += right.errors
    left.warnings += right.warnings
    left.infos += right.infos
    left.numbersUsed += right.numbersUsed
    left.numbersDeclared += right.numbersDeclared
    left.numbersUnplaced += right.numbersUnplaced
  }
}

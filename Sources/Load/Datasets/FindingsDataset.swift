import Accounts

extension Dataset {
  /// What does not add up, and what is missing.
  static let findings = Dataset(
    name: "findings", title: "Findings",
    description: "One row per thing that does not add up in a disclosure or is missing from it; never corrected.",
    columns: [
      Column(
        Field("rule", "Stable id of the rule.", isRequired: true, allowed: Field.values(of: FindingRule.self))
      ) { $1.field($0.rule.rawValue) },
      Column(
        Field("severity", "How much it matters.", isRequired: true, allowed: Field.values(of: Severity.self))
      ) { $1.field($0.severity.rawValue) },
      Column(.form(isRequired: false)) { $1.field($0.form?.rawValue ?? "") },
      Column(.side) { $1.field($0.side.rawValue) },
      Column(Field("row", "Key of the row that it concerns.")) { $1.field($0.row?.rawValue ?? "") },
      Column(Field("measure", "The column that it concerns.", allowed: Field.values(of: Measure.self))) {
        $1.field($0.measure?.rawValue ?? "")
      },
      Column(Field("fact", "The narrative fact that it concerns.")) { $1.field($0.fact) },
      Column(Field("printed", "What the source prints.")) { $1.field($0.printed) },
      Column(Field("expected", "What the disclosure's own rules give.")) { $1.field($0.expected) },
      Column(Field("difference", "Printed less expected, in yuan.", .number)) { $1.field($0.difference) },
      Column(Field("message", "One sentence for people.", isRequired: true)) { $1.field($0.message) },
      Column(.sourceLine) { $1.field($0.sourceLine) },
    ] as [Column<Finding>],
    rows: { $0.disclosure.findings })
}

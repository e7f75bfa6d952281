import Accounts

extension Dataset {
  /// One row per figure that the narrative states.
  static let facts = Dataset(
    name: "facts", title: "Facts",
    description: "One row per figure stated in the narrative; amounts in yuan, a decrease is negative.",
    columns: [
      Column(
        Field("fact", "What is stated.", isRequired: true, allowed: FactName.all.map(\.rawValue))
      ) { $1.field($0.key.fact.rawValue) },
      Column(Field("subject", "A subject code, project or kind of vehicle; empty for the whole unit.")) {
        $1.field($0.key.subject)
      },
      Column(
        Field(
          "base", "What a change or a completion is measured against.",
          allowed: Field.values(of: FactBase.self).filter { !$0.isEmpty })
      ) { $1.field($0.key.base.rawValue) },
      Column(Field("value", "The value in its unit; empty where it is ambiguous.", .number)) {
        $1.field($0.decided)
      },
      Column(
        Field("unit", "The unit of the value.", isRequired: true, allowed: ["yuan", "percent", "count"])
      ) { $1.field($0.value.unit) },
      Column(Field("reason", "The reason that the disclosure gives.")) { $1.field($0.reason) },
      Column(.status) { $1.field($0.status.rawValue) },
      Column(.confidence) { $1.field($0.confidence) },
      Column(Field("value_printed", "The number and its unit as printed.")) { $1.field($0.printed) },
      Column(.sourceLine) { $1.field($0.span.line) },
      Column(Field("source_line_end", "The last line of the number.", .integer, minimum: 1)) {
        $1.field($0.span.lineEnd)
      },
    ],
    rows: { $0.disclosure.facts },
    provenance: { document, json in
      for fact in document.disclosure.facts { fact.writeProvenance(to: &json) }
    })
}

extension Fact {
  /// The value, which an ambiguous fact never has.
  var decided: FactValue? { status == .ambiguous ? nil : value }
}

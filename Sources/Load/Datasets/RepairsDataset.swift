import Accounts

extension Dataset {
  /// What is not simply what was printed.
  static let repairs = Dataset(
    name: "repairs", title: "Repairs",
    description: "One row per value, code or name that is not simply what was printed.",
    columns: [
      Column(Field("dataset", "The dataset that holds the value.", isRequired: true)) { $1.field($0.dataset) },
      Column(
        Field("key", "The value's place: form/side/row/measure, or fact/subject/base.", isRequired: true)
      ) { $1.field($0.key) },
      Column(Field("field", "The column that was repaired.", isRequired: true)) { $1.field($0.field) },
      Column(Field("printed", "What the source prints.")) { $1.field($0.printed) },
      Column(Field("value", "What the dataset says.")) { $1.field($0.value) },
      Column(Field("rule", "Stable id of the rule that repaired it.", isRequired: true)) { $1.field($0.rule) },
      Column(.proof) { $1.field($0.proof.rawValue) },
      Column(.confidence) { $1.field($0.confidence) },
      Column(Field("witnesses", "The identities and places that speak for it, joined by semicolons.")) {
        $1.field($0.witnesses.joined(separator: ";"))
      },
      Column(Field("alternatives", "Other readings that were considered and failed, joined by semicolons.")) {
        $1.field($0.alternatives.joined(separator: ";"))
      },
      Column(.sourceLine) { $1.field($0.sourceLine) },
    ] as [Column<Repair>],
    rows: { $0.disclosure.repairs })
}

import Accounts

extension Dataset {
  /// One row per matter of 重点工作完成情况.
  static let priorities = Dataset(
    name: "priorities", title: "Priorities", description: "One row per matter of 重点工作完成情况.",
    columns: [
      Column(Field("sequence", "序号 as printed.")) { $1.field($0.sequence) },
      Column(Field("item", "重要事项.", isRequired: true)) { $1.field($0.item) },
      Column(Field("content", "工作内容及目标.")) { $1.field($0.content) },
      Column(Field("completion", "完成情况.")) { $1.field($0.completion) },
      Column(.sourceLine) { $1.field($0.span.line) },
    ],
    rows: { $0.disclosure.priorities },
    provenance: { document, json in
      var repeats = RepeatedKeys()
      for priority in document.disclosure.priorities { priority.writeProvenance(to: &json, repeats: &repeats) }
    })
}

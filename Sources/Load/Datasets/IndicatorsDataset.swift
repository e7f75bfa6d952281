import Accounts

extension Dataset {
  /// One row per performance indicator.
  static let indicators = Dataset(
    name: "indicators", title: "Indicators",
    description: "One row per performance indicator of a self-evaluation form.",
    columns: [
      Column(Field("scope", "整体 for the whole unit, else the project's name as its form prints it.", isRequired: true))
      {
        $1.field($0.scope)
      },
      Column(Field("goal", "The number of the 年度目标.")) { $1.field($0.goal) },
      Column(Field("level1", "一级指标.")) { $1.field($0.level1) },
      Column(Field("level2", "二级指标.")) { $1.field($0.level2) },
      Column(Field("indicator", "三级指标 without its own prefix.", isRequired: true)) { $1.field($0.name) },
      Column(Field("kind", "绩效基本型指标 and the like.")) { $1.field($0.kind) },
      Column(Field("weight", "权重 or 分值, as printed.")) { $1.field($0.weight) },
      Column(Field("target", "年初目标值, as printed.")) { $1.field($0.target) },
      Column(Field("actual", "实际完成值, as printed.")) { $1.field($0.actual) },
      Column(Field("score", "得分, as printed.")) { $1.field($0.score) },
      Column(.status) { $1.field($0.status.rawValue) },
      Column(.confidence) { $1.field($0.confidence) },
      Column(.sourceLine) { $1.field($0.span.line) },
    ],
    rows: { $0.disclosure.indicators },
    provenance: { document, json in
      var repeats = RepeatedKeys()
      for indicator in document.disclosure.indicators { indicator.writeProvenance(to: &json, repeats: &repeats) }
    })
}

import Accounts

extension Dataset {
  /// One row per project and place where it is reported.
  static let projects = Dataset(
    name: "projects", title: "Projects", description: "One row per project and place where it is reported.",
    columns: figureColumns + textColumns + placeColumns,
    rows: { $0.disclosure.projects },
    provenance: { document, json in
      var repeats = RepeatedKeys()
      for project in document.disclosure.projects { project.writeProvenance(to: &json, repeats: &repeats) }
    })

  private static let figureColumns: [Column<Project>] = [
    Column(
      Field("source", "Where it is reported.", isRequired: true, allowed: Field.values(of: ProjectSource.self))
    ) { $1.field($0.source.rawValue) },
    Column(Field("project", "The project's name as printed.", isRequired: true)) { $1.field($0.name) },
    Column(Field("budget", "全年预算数 in yuan.", .number)) { $1.field($0.budget) },
    Column(Field("actual", "执行数 in yuan.", .number)) { $1.field($0.actual) },
    Column(Field("execution_rate", "执行率 in percent.", .number)) { $1.field($0.executionRate) },
    Column(Field("score", "The score that the unit gave itself.", .number)) { $1.field($0.score) },
  ]

  private static let textColumns: [Column<Project>] = [
    Column(Field("department", "主管部门.")) { $1.field($0.department) },
    Column(Field("implementer", "项目实施单位.")) { $1.field($0.implementer) },
    Column(Field("category", "The ticked boxes of 项目类别, 项目属性, 项目类型, joined by semicolons.")) {
      $1.field($0.category.joined(separator: ";"))
    },
    Column(Field("funding", "预算来源及资金规模, as printed.")) { $1.field($0.funding) },
    Column(Field("results", "What it brought.")) { $1.field($0.results) },
    Column(Field("problems", "Problems found.")) { $1.field($0.problems) },
    Column(Field("improvements", "Next steps.")) { $1.field($0.improvements) },
    Column(Field("deviation_reason", "偏差大或目标未完成原因分析.")) { $1.field($0.deviationReason) },
  ]

  private static let placeColumns: [Column<Project>] = [
    Column(.status) { $1.field($0.status.rawValue) },
    Column(.confidence) { $1.field($0.confidence) },
    Column(.sourceLine) { $1.field($0.span.line) },
  ]
}

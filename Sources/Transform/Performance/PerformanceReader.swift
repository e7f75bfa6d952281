import Accounts

/// What a disclosure says about its performance.
struct Performance {
  /// The projects: those of the summary, then those that have a form.
  var projects: [Project] = []
  var indicators: [Indicator] = []
  /// The self-evaluation forms, each with what was read from it.
  var evaluations: [SelfEvaluation] = []
}

/// A self-evaluation form with what was read from it.
struct SelfEvaluation {
  var form: EvaluationForm
  /// The project that it evaluates; nil where that is the whole unit.
  var project: Project?
  var indicators: [Indicator]
}

/// Reads what a disclosure says about its performance: projects and indicators.
enum PerformanceReader {
  /// The scope of indicators that evaluate the whole unit.
  static let wholeUnit = "整体"

  /// Reads the self-evaluation forms and the summary in the narrative.
  ///
  /// - Parameters:
  ///   - tables: those that are none of the nine forms.
  ///   - spent: the whole expenditure of the unit, by which a wrong unit of a form is told.
  static func read(_ tables: [CleanedTable], _ sections: [Section], spent: Amount?) -> Performance {
    let summary = ProjectSummaryReader.projects(sections)
    let names = ProjectNames(summary)
    var performance = Performance(projects: summary)
    for form in EvaluationForm.forms(tables, sections) {
      let project = ProjectFormReader.project(of: form, spent: spent, summary: names)
      guard let scope = project?.name ?? form.scope else { continue }
      let indicators = IndicatorReader.indicators(of: form, scope: scope)
      if let project { performance.projects.append(project) }
      performance.indicators += indicators
      performance.evaluations.append(SelfEvaluation(form: form, project: project, indicators: indicators))
    }
    return performance
  }
}

extension EvaluationForm {
  /// What a form without a project's name evaluates: the whole unit, or the project that its title names.
  fileprivate var scope: String? {
    if lines.contains(where: \.namesProject) { return nil }
    guard title.contains("项目"), !isOfUnit else { return PerformanceReader.wholeUnit }
    var name = title.units[...]
    if let year = title.firstIndex(of: "年度"), year <= 8 { name = name[(year + 2)...] }
    for ending: NormalText in ["自评表", "绩效", "支出", "项目"]
    where name.count > ending.count && name.suffix(ending.count).elementsEqual(ending.units) {
      name = name.dropLast(ending.count)
    }
    return name.count > 2 ? NormalText(units: name).description : nil
  }
}

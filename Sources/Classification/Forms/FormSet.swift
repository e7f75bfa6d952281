import Accounts

/// The forms of one kind of report, and how they are told from other tables.
public struct FormSet: Sendable {
  /// The forms in their order.
  public let forms: [Form]
  private let byID: [String: Form]
  private let titles: [(pattern: TitlePattern, form: Form)]
  private let shapes: [(pattern: ShapePattern, form: Form)]
  private let cells: [String: [(form: Form, cell: FactCell)]]
  /// Words of tables that the forms do not include though they end alike.
  private let otherTables: [NormalText]
  /// What the titles of budgets end with.
  private let otherEndings: [NormalText]

  /// Declares a kind of report.
  public init(_ forms: [Form], otherTables: [String], otherEndings: [String]) {
    self.forms = forms.sorted()
    byID = Dictionary(forms.map { ($0.rawValue, $0) }) { first, _ in first }
    titles = self.forms.flatMap { form in form.template.titles.map { ($0, form) } }
      .sorted { ($0.pattern.rank, $0.form) < ($1.pattern.rank, $1.form) }
    shapes = self.forms.flatMap { form in form.template.shapes.map { ($0, form) } }
      .sorted { ($0.pattern.rank, $0.form) < ($1.pattern.rank, $1.form) }
    let facts = self.forms.flatMap { form in form.template.facts.map { (form: form, cell: $0) } }
    cells = Dictionary(
      grouping: facts.filter { $0.form.template.rows != .lines } + facts.filter { $0.form.template.rows == .lines }
    ) {
      $0.cell.fact
    }
    self.otherTables = otherTables.map { NormalText($0) }
    self.otherEndings = otherEndings.map { NormalText($0) }
  }

  /// The form of that name in the datasets; nil where the report has none.
  public subscript(id: String) -> Form? { byID[id] }

  /// The cells whose amount is stated as a fact, the one that is most likely meant first: rows of subjects before lines.
  public func cells(of fact: String) -> [(form: Form, cell: FactCell)] { cells[fact] ?? [] }

  /// The form that a title names, without what stands around it; nil for other tables.
  public func form(titled title: NormalText) -> Form? {
    if otherEndings.contains(where: title.hasSuffix) { return nil }
    var isOtherKnown = false
    var topic: NormalText?
    for (pattern, form) in titles {
      if let topic, pattern.topic != topic { return nil }
      if pattern.rank >= TitlePattern.common, !isOtherKnown {
        if otherTables.contains(where: title.contains) { return nil }
        isOtherKnown = true
      }
      if let own = pattern.topic {
        guard title.contains(own) else { continue }
        topic = own
      }
      if pattern.matches(title) { return form }
    }
    return nil
  }

  /// The form that a table without a title is, by the words that it has; nil where none is, or the budget of its
  /// subjects, which is asked for only where it matters, does not tell.
  public func form(shaped has: (NormalText) -> Bool, budget: () -> SubjectBudget?) -> Form? {
    var claimed: Int?
    var known: SubjectBudget??
    for (pattern, form) in shapes {
      if let claimed, pattern.rank != claimed { return nil }
      let isTopical = !pattern.topic.isEmpty || !pattern.without.isEmpty
      if isTopical {
        guard pattern.topic.allSatisfy({ $0.contains(where: has) }), !pattern.without.contains(where: has) else {
          continue
        }
        claimed = pattern.rank
      }
      guard pattern.ways.contains(where: { $0.allSatisfy(has) }) else { continue }
      if let wanted = pattern.budget {
        let own = known ?? budget()
        known = .some(own)
        guard own == wanted else { continue }
      }
      if let hasBalances = pattern.hasBalances, hasBalances != (has("年初") && has("年末")) { continue }
      return form
    }
    return nil
  }
}

extension FormSet {
  /// 部门决算: the nine forms of a final account.
  public static let finalAccount = FormSet(
    [.gk01, .gk02, .gk03, .gk04, .gk05, .gk06, .gk07, .gk08, .gk09],
    otherTables: [
      "项目支出", "财政专户", "机关运行经费", "培训费", "经济分类", "采购", "资产", "机构运行", "行政事业类", "会议费", "附属单位", "专项资金",
      "债务", "非税", "上级补助",
    ],
    otherEndings: ["预算表", "预算总表"])
}

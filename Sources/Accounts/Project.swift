/// Where a project is reported.
public enum ProjectSource: String, Sendable, CaseIterable {
  /// 项目支出自评结果 in the narrative.
  case summary
  /// A self-evaluation form (项目自评表) in the attachments.
  case form
}

/// One project in one place where it is reported: a row of the dataset `projects`.
public struct Project: Hashable, Sendable {
  /// Where it is reported.
  public var source: ProjectSource
  /// Its name as printed, joined over line ends.
  public var name: String
  /// 全年预算数; nil where none is stated.
  public var budget: Amount?
  /// 执行数.
  public var actual: Amount?
  /// 执行率 in percent, with as many decimals as are printed.
  public var executionRate: PrintedNumber?
  /// The score that the unit gave itself.
  public var score: PrintedNumber?
  /// 主管部门.
  public var department = ""
  /// 项目实施单位.
  public var implementer = ""
  /// The ticked boxes of 项目类别, 项目属性, 项目类型.
  public var category: [String] = []
  /// 预算来源及资金规模, as printed.
  public var funding = ""
  /// What it brought, in prose.
  public var results = ""
  /// Problems found.
  public var problems = ""
  /// 改进措施 or next steps.
  public var improvements = ""
  /// 偏差大或目标未完成原因分析.
  public var deviationReason = ""
  /// How its figures came to be.
  public var status = Status.reported
  /// How likely its figures are right.
  public var confidence = Confidence(thousandths: 990)
  /// Where its name stands.
  public var span: SourceSpan
  /// The numbers that it was read from.
  public var sources: [ValueSource] = []

  /// Makes a project without figures.
  public init(source: ProjectSource, name: String, span: SourceSpan) {
    self.source = source
    self.name = name
    self.span = span
  }
}

/// Where one field of a row was read: its name, what is printed there, and the place.
public struct ValueSource: Hashable, Sendable {
  /// The column of the dataset, such as `budget`.
  public var field: String
  /// What the dataset says, as text.
  public var value: String
  /// What is printed.
  public var printed: String
  /// Where.
  public var span: SourceSpan

  /// Makes a source; the value is what is printed unless it is given.
  public init(field: String, value: String? = nil, printed: String, span: SourceSpan) {
    self.field = field
    self.value = value ?? printed
    self.printed = printed
    self.span = span
  }
}

extension [ValueSource] {
  /// Joins a further stretch of text to the source of a field; without one the stretch is the source.
  public mutating func append(to field: String, _ value: String, printed: String, _ span: SourceSpan) {
    guard let index = firstIndex(where: { $0.field == field }) else {
      return append(ValueSource(field: field, value: value, printed: printed, span: span))
    }
    self[index].value += value
    self[index].printed += printed
    self[index].span = self[index].span.union(span)
  }
}

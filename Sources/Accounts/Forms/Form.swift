/// A form of a disclosure, known by its template: printed numbers change with year and province.
public struct Form: Sendable, Hashable, Comparable {
  /// Everything that is declared of it.
  public let template: FormTemplate

  /// The form that a template declares.
  public init(_ template: FormTemplate) {
    self.template = template
  }

  /// Its name in the datasets, such as `gk05`.
  public var rawValue: String { template.id }

  /// The official title, without a year.
  public var title: String { template.title }

  /// The amount columns of the form that the datasets hold, in the order in which the national template prints them; a
  /// form with two sides may have one column on the left, and others on the right.
  public var measures: [Measure] { template.measures }

  /// Whether its rows are functional subjects (支出功能分类) with a 合计 row.
  public var isBySubject: Bool { template.isBySubject }

  /// Whether its rows are subjects of a classification.
  public var hasSubjects: Bool { isBySubject || isEconomic }

  /// Whether its rows are economic subjects (支出经济分类), in blocks side by side.
  public var isEconomic: Bool { template.isEconomic }

  /// Whether two forms are declared by one template.
  public static func == (left: Form, right: Form) -> Bool { left.template === right.template }

  /// Orders as the national numbering of the forms does.
  public static func < (left: Form, right: Form) -> Bool { left.template.order < right.template.order }

  /// Hashes the template's identity.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(template))
  }
}

/// What kind of report a document is.
public enum ReportKind: String, Sendable {
  case finalAccount = "final_account"
  case budget
  case unknown
}

/// How far a document was read.
public enum Outcome: String, Sendable, CaseIterable {
  /// All that it prints of the nine forms was read and decided.
  case complete
  /// Something is missing or undecided; findings say what.
  case partial
  /// Set aside; the reason is a finding or a failure.
  case quarantined
}

/// Who published a disclosure, for which year, and when.
public struct Identification: Hashable, Sendable {
  /// Final account or budget.
  public var reportKind: ReportKind
  /// The fiscal year; nil where it could not be told.
  public var fiscalYear: FiscalYear?
  /// The full name that the title gives, joined over line ends, without the year and the words 部门决算.
  public var unitName: String
  /// What stands under the forms as the reporting unit.
  public var unitNamePrinted: String
  /// GB/T 2260 code of the lowest level named, six digits; empty where unknown.
  public var divisionCode: String
  /// That division's name, such as 江汉区.
  public var divisionName: String
  /// ISO date of publication; empty where the document prints none.
  public var publishedOn: String

  /// Makes an identification; everything unknown by default.
  public init(
    reportKind: ReportKind = .unknown, fiscalYear: FiscalYear? = nil, unitName: String = "",
    unitNamePrinted: String = "", divisionCode: String = "", divisionName: String = "", publishedOn: String = ""
  ) {
    self.reportKind = reportKind
    self.fiscalYear = fiscalYear
    self.unitName = unitName
    self.unitNamePrinted = unitNamePrinted
    self.divisionCode = divisionCode
    self.divisionName = divisionName
    self.publishedOn = publishedOn
  }
}

/// What transform hands on: everything that one disclosure says, decided as far as its evidence allows.
public struct Disclosure: Sendable {
  /// The file that it was read from.
  public var source: SourceRecord
  /// `<id>`, or `<id>-2`, `<id>-3` for further disclosures of one file.
  public var documentID: String
  /// Who, which year, when.
  public var identification: Identification
  /// The unit of amounts of its first form, as printed; empty where none is.
  public var moneyUnit: String
  /// How far it was read.
  public var outcome: Outcome
  /// The forms that it prints, in the order of the enumeration.
  public var formsFound: [Form]
  /// What those forms print beside their figures; empty where nobody keeps it.
  public var printedForms: [PrintedForm]
  /// The figures of the nine forms, by form, in the order of the source.
  public var figures: [Figure]
  /// The figures that the narrative states, in its order.
  public var facts: [Fact]
  /// The projects, by the place where they are reported, in the order of the source.
  public var projects: [Project]
  /// The performance indicators, form by form.
  public var indicators: [Indicator]
  /// 重点工作完成情况.
  public var priorities: [Priority]
  /// 名词解释.
  public var glossary: [GlossaryTerm]
  /// Tables that are none of the nine forms, whole.
  public var otherTables: [CleanedTable]
  /// The text, section by section.
  public var sections: [Section]
  /// What became of the numeric tokens of its source.
  public var numbers: NumberAccount
  /// What does not add up or is missing.
  public var findings: [Finding]
  /// What is not simply what was printed.
  public var repairs: [Repair]

  /// Makes an empty disclosure of a source.
  public init(source: SourceRecord, ordinal: Int = 1) {
    self.source = source
    documentID = ordinal == 1 ? source.documentID : "\(source.documentID)-\(ordinal)"
    identification = Identification()
    moneyUnit = ""
    outcome = .complete
    formsFound = []
    printedForms = []
    figures = []
    facts = []
    projects = []
    indicators = []
    priorities = []
    glossary = []
    otherTables = []
    sections = []
    numbers = NumberAccount()
    findings = []
    repairs = []
  }
}

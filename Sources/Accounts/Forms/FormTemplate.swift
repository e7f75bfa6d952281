/// What is declared of a form, in one place: what it is called, how its rows and columns are laid out, what adds up.
///
/// Reading, reconciling, publishing and describing a form interpret this; the nine forms of a final account are declared
/// in `Classification/Forms`, one file each. `Check` has identities of its own.
public final class FormTemplate: Sendable {
  /// What the rows of a form are.
  public enum Rows: Sendable, Hashable {
    /// Subjects of a classification, nested by their codes.
    case subjects(SubjectKind)
    /// Lines with labels of their own, on two sides.
    case lines
    /// One row of pairs: budget and actual amounts of the same expenses.
    case pairs
  }

  /// A classification whose subjects stand in rows.
  public enum SubjectKind: Sendable, Hashable {
    /// 支出功能分类: three, five or seven digits, from 201 on.
    case functional
    /// 支出经济分类: three or five digits, from 301 on, in several blocks side by side.
    case economic
  }

  /// A column with its heading.
  public struct Column: Sendable {
    /// What its figures measure.
    public let measure: Measure
    /// Words of which each names it in a header.
    public let headings: [NormalText]
    /// Which tables of the form have it.
    public let presence: Presence

    /// Declares a column.
    public init(_ measure: Measure, _ headings: [String] = [], presence: Presence = .always) {
      self.measure = measure
      self.headings = headings.map { NormalText($0) }
      self.presence = presence
    }
  }

  /// Which tables of a form have a column.
  public enum Presence: Sendable, Hashable {
    case always
    /// Those whose header names a balance; `isUsual` where most do.
    case withBalances(isUsual: Bool)
    /// Those in whose header the word stands, if it names any such column.
    case named(NormalText)
  }

  /// Its name in the datasets.
  public let id: String
  /// Its place among the forms of its kind of report.
  public let order: Int
  /// The official title, without a year.
  public let title: String
  /// The official title in English.
  public let englishTitle: String
  /// The titles that it goes by.
  public let titles: [TitlePattern]
  /// How a table of it is told without a title.
  public let shapes: [ShapePattern]
  /// The budget whose money alone it shows; nil for a form of all money.
  public let budget: SubjectBudget?
  /// The first fiscal year that has it; nil where all have.
  public let firstYear: Int?
  /// What its rows are.
  public let rows: Rows
  /// Whether its rows are functional subjects, with 合计.
  public let isBySubject: Bool
  /// Whether its rows are economic subjects.
  public let isEconomic: Bool
  /// Its columns in printed order, numbered from 1 on; of two sides with columns of their own, the left side's first.
  public let columns: [Column]
  /// How many of its columns belong to the left side; zero where both sides have the same, or there is one.
  public let leftColumns: Int
  /// Its lines, without the classes of expenditure, which the classification names.
  public let lines: [LineTemplate]
  /// The identities of its columns and lines, declared as disclosures print them: `3栏=(4+5)栏`, `27行=(1+…+8)行`.
  public let identities: [PrintedIdentity]
  /// Its totals that other forms print as lines.
  public let links: [FormLink]
  /// Its cells that the narrative states, of one fact the one that is most likely meant first.
  public let facts: [FactCell]
  /// The rows that it prints and no dataset holds.
  public let unpublishedRows: Set<RowKey>

  /// The numbers of the lines of the classes of expenditure.
  public let classLines: ClosedRange<Int>?
  /// The measures that tables of the form usually have, in printed order.
  public let measures: [Measure]

  /// The measures of a side: those of the left side are columns of their own where the form has such.
  public func measures(of side: Side) -> [Measure] {
    if leftColumns == 0 { return measures }
    return side == .revenue ? Array(measures.prefix(leftColumns)) : Array(measures.dropFirst(leftColumns))
  }

  /// Declares a form.
  public init(
    id: String, order: Int, title: String, englishTitle: String, titles: [TitlePattern], shapes: [ShapePattern],
    budget: SubjectBudget? = nil, firstYear: Int? = nil, rows: Rows, columns: [Column], leftColumns: Int = 0,
    lines: [LineTemplate] = [],
    classLines: ClosedRange<Int>? = nil, identities: [String] = [], links: [FormLink] = [], facts: [FactCell] = [],
    unpublishedRows: Set<RowKey> = []
  ) {
    self.id = id
    self.order = order
    self.title = title
    self.englishTitle = englishTitle
    self.titles = titles
    self.shapes = shapes
    self.budget = budget
    self.firstYear = firstYear
    isBySubject = rows == .subjects(.functional)
    isEconomic = rows == .subjects(.economic)
    self.rows = rows
    self.columns = columns
    self.leftColumns = leftColumns
    self.lines = lines
    self.identities = identities.map { text in
      guard let identity = PrintedIdentity(NormalText(text).units[...]) else {
        preconditionFailure("no identity: \(text)")
      }
      return identity
    }
    self.links = links
    self.facts = facts
    self.unpublishedRows = unpublishedRows
    self.classLines = classLines
    measures = columns.filter { $0.presence != .withBalances(isUsual: false) }.map(\.measure)
  }
}

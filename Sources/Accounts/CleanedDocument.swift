/// What clean hands on: one disclosure as parts, sections, paragraphs and tables, without furniture, lines joined.
public struct CleanedDocument: Sendable {
  /// The file that was read.
  public var source: SourceRecord
  /// Counts the disclosures of one file from 1; a file with a department and its units holds several.
  public var ordinal: Int
  /// The lines of the source that are this document's, as extract handed them on: what clean took away stands here.
  public var lines: [SourceLine] = []
  /// What stands before the first part: title page and contents.
  public var preamble: [Paragraph]
  /// The sections in order, each in its part.
  public var sections: [Section]
  /// The tables in order, forms and others.
  public var tables: [CleanedTable]
  /// What was found while cleaning, with what extract found.
  public var findings: [Finding]

  /// Makes a cleaned document.
  public init(
    source: SourceRecord, ordinal: Int = 1, preamble: [Paragraph] = [], sections: [Section] = [],
    tables: [CleanedTable] = [], findings: [Finding] = []
  ) {
    self.source = source
    self.ordinal = ordinal
    self.preamble = preamble
    self.sections = sections
    self.tables = tables
    self.findings = findings
  }
}

/// The six parts of a disclosure, known by what their headings say.
public enum Part: String, Sendable {
  case duties, forms, narrative, priorities, glossary, attachments
}

/// Running text between two breaks, its soft line ends joined.
public struct Paragraph: Hashable, Sendable {
  /// Where one of its lines begins.
  public struct LineStart: Hashable, Sendable {
    /// The offset in the joined text, in Unicode scalars.
    public var offset: Int
    /// Where the line stands.
    public var span: SourceSpan

    /// Makes the start of a line.
    public init(offset: Int, span: SourceSpan) {
      self.offset = offset
      self.span = span
    }
  }

  /// The joined text.
  public var text: String
  /// Where it stands.
  public var span: SourceSpan
  /// Its lines in order.
  public var lineStarts: [LineStart]
  /// The runs of its text, of all lines.
  public var runs: [SourceRun]

  /// Makes a paragraph; one line unless the starts of several are given, and one run for each line unless there are more.
  public init(text: String, span: SourceSpan, lineStarts: [LineStart] = [], runs: [SourceRun] = []) {
    self.text = text
    self.span = span
    self.lineStarts = lineStarts.isEmpty ? [LineStart(offset: 0, span: span)] : lineStarts
    self.runs =
      runs.isEmpty
      ? self.lineStarts.map { start in
        let first = SourceSpan(line: start.span.line, column: start.span.column, path: start.span.path)
        return SourceRun(offset: start.offset, span: first)
      } : runs
  }

  /// Where a stretch of the joined text, in Unicode scalars and not empty, stands in the source.
  public func span(of range: Range<Int>) -> SourceSpan { runs.span(of: range) ?? span }
}

/// A headed stretch of text.
public struct Section: Sendable {
  /// The part that it stands in; nil before the first part.
  public var part: Part?
  /// Its number as printed, such as `三` or `（一）`; empty without one.
  public var number: String
  /// Its heading without the number; a part's own heading for text before its first section.
  public var title: String
  /// Where the heading stands.
  public var span: SourceSpan
  /// The runs of its title; empty where they are not told apart from the number's.
  public var titleRuns: [SourceRun]
  /// Its text.
  public var paragraphs: [Paragraph]

  /// Makes a section.
  public init(
    part: Part?, number: String, title: String, span: SourceSpan, titleRuns: [SourceRun] = [],
    paragraphs: [Paragraph] = []
  ) {
    self.part = part
    self.number = number
    self.title = title
    self.span = span
    self.titleRuns = titleRuns
    self.paragraphs = paragraphs
  }

  /// Its title as a paragraph, with the places of its characters.
  public var heading: Paragraph { Paragraph(text: title, span: span, runs: titleRuns) }
}

/// A table with all its pieces joined.
public struct CleanedTable: Sendable {
  /// The title as printed, joined over line ends; empty where it is lost.
  public var title: String
  /// Where the title, or else the first row, stands.
  public var span: SourceSpan
  /// The unit printed with the table, as printed; empty where none is.
  public var unitPrinted: String
  /// What is printed as the reporting unit (`部门：`, `单位：`), joined; empty where none is.
  public var reporter: String
  /// Header and data rows in order.
  public var rows: [TableRow]
  /// Notes and rules printed under it.
  public var notes: [Paragraph]
  /// Whether it stands in the part of the forms or has the title of a form.
  public var isForm: Bool

  /// Makes a table.
  public init(
    title: String, span: SourceSpan, unitPrinted: String = "", reporter: String = "", rows: [TableRow] = [],
    notes: [Paragraph] = [], isForm: Bool = false
  ) {
    self.title = title
    self.span = span
    self.unitPrinted = unitPrinted
    self.reporter = reporter
    self.rows = rows
    self.notes = notes
    self.isForm = isForm
  }
}

/// One row of a table.
public struct TableRow: Sendable {
  /// Grid columns, blank ones included; 1 where the layout has lost them.
  public var width: Int
  /// What is printed in it, from left to right.
  public var tokens: [Token]
  /// The marks of blank cells (`——`, `-`, `/`) in it, from left to right.
  public var blanks: [BlankMark]

  /// Makes a row.
  public init(width: Int, tokens: [Token], blanks: [BlankMark] = []) {
    self.width = width
    self.tokens = tokens
    self.blanks = blanks
  }

  /// Whether its columns can be trusted: it came from tabs, pipes or markup.
  public var isGridded: Bool { width > 1 }
}

/// A mark that says that a cell is blank, and so that a column stands there.
public struct BlankMark: Hashable, Sendable {
  /// How many tokens of its row stand before it.
  public var index: Int
  /// 0-based grid column; nil where the layout has lost it.
  public var column: Int?

  /// Makes a mark.
  public init(index: Int, column: Int?) {
    self.index = index
    self.column = column
  }
}

/// How well a token of figures can be read.
public enum Legibility: Hashable, Sendable {
  /// As it is printed.
  case whole
  /// It was torn over two lines, and its pieces were joined.
  case joined
  /// It is a figure, and which one cannot be told.
  case lost
}

/// One thing printed in a table: a number, or a stretch of text.
public struct Token: Sendable {
  /// As printed, without white space at its ends.
  public var text: String
  /// The text without white space and with ASCII forms, for comparison.
  public var normal: NormalText
  /// The number that the whole token is, if it is one.
  public var number: PrintedNumber?
  /// How well it can be read, if it is a figure.
  public var legibility = Legibility.whole
  /// 0-based grid column; nil where the layout has lost it.
  public var column: Int?
  /// Grid columns it covers.
  public var columnSpan: Int
  /// Grid rows it covers.
  public var rowSpan: Int
  /// Where it stands.
  public var span: SourceSpan

  /// Whether it is a number, or was one that cannot be read.
  public var isFigure: Bool { number != nil || legibility == .lost }

  /// Makes a token.
  public init(
    text: String, normal: NormalText, number: PrintedNumber?, column: Int?, columnSpan: Int = 1, rowSpan: Int = 1,
    span: SourceSpan
  ) {
    self.text = text
    self.normal = normal
    self.number = number
    self.column = column
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.span = span
  }
}

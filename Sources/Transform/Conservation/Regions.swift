import Accounts

/// What clean made of the cells of a source, by their places.
struct Regions {
  enum Region {
    /// A row of one of the nine forms.
    case form
    /// A row of a self-evaluation form.
    case evaluation
    /// A row of another table.
    case otherTable
    case note
    case heading
    /// Running text: it has the punctuation of sentences.
    case prose
    /// Other text, such as a row of a table that fell apart.
    case loose
    /// The same among the attachments, which are self-evaluations.
    case looseEvaluation
  }

  private var byPlace: [Int: Region] = [:]
  private var byLine: [Int: Region] = [:]
  /// The places in order.
  private var places: [Int] = []

  /// Takes up the tables and sections of a document; `others` are those of its tables that are not read as forms.
  init(_ cleaned: CleanedDocument, others: [CleanedTable]) {
    var evaluates = false
    let others = Set(others.map { Self.key($0.span.line, $0.span.column) })
    for table in cleaned.tables {
      let title = NormalText(table.title)
      let isForm = !others.contains(Self.key(table.span.line, table.span.column))
      // A piece without a title goes on with the self-evaluation before it.
      if !title.isEmpty || isForm { evaluates = EvaluationForm.isTitle(title) }
      add(table.span, .heading)
      for note in table.notes { add(note, .note) }
      for row in table.rows {
        for token in row.tokens {
          add(token.span, isForm ? .form : evaluates ? .evaluation : .otherTable)
        }
      }
    }
    for paragraph in cleaned.preamble { add(paragraph, .heading) }
    for section in cleaned.sections {
      add(section.span, .heading)
      let loose: Region = section.part == .attachments ? .looseEvaluation : .loose
      for paragraph in section.paragraphs { add(paragraph, Self.isSentence(paragraph.text) ? .prose : loose) }
    }
    places = byPlace.keys.sorted()
  }

  /// What a cell is; nil where clean took it away or made it part of a title.
  func region(of span: SourceSpan) -> Region? {
    byPlace[Self.key(span.line, span.column)] ?? (span.path == nil ? byLine[span.line] : regionWithin(span))
  }

  /// What begins within a cell of a page: clean may have taken away what it begins with.
  private func regionWithin(_ span: SourceSpan) -> Region? {
    let start = Self.key(span.line, span.column)
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < start { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, places[low] <= Self.key(span.lineEnd, span.columnEnd) else { return nil }
    return byPlace[places[low]]
  }

  private mutating func add(_ span: SourceSpan, _ region: Region) {
    byPlace[Self.key(span.line, span.column)] = region
    byLine[span.line] = region
  }

  private mutating func add(_ paragraph: Paragraph, _ region: Region) {
    for start in paragraph.lineStarts { add(start.span, region) }
  }

  private static func isSentence(_ text: String) -> Bool {
    text.unicodeScalars.contains { ["，", "。", "；", "：", "、"].contains($0) }
  }

  private static func key(_ line: Int, _ column: Int) -> Int { line << 24 | column }
}

import Accounts

/// One self-evaluation form: its title and lines, whatever tables and paragraphs an export has cut it into.
struct EvaluationForm {
  var title: NormalText
  var span: SourceSpan
  var lines: [EvaluationLine] = []

  /// Whether it evaluates the whole unit.
  var isOfUnit: Bool { title.contains("整体") }
}

extension EvaluationForm {
  /// The forms of a disclosure in the order of the source.
  ///
  /// - Parameter tables: those that are none of the nine forms.
  static func forms(_ tables: [CleanedTable], _ sections: [Section]) -> [EvaluationForm] {
    var splitter = Splitter()
    for piece in pieces(tables, sections) { splitter.read(piece) }
    return splitter.forms.filter { !$0.lines.isEmpty }
  }

  private enum Piece {
    case table(CleanedTable)
    case paragraph(Paragraph)

    var span: SourceSpan {
      switch self {
      case .table(let table): table.span
      case .paragraph(let paragraph): paragraph.span
      }
    }
  }

  /// Tables, and the paragraphs of the attachments, in which a table without columns may go on.
  private static func pieces(_ tables: [CleanedTable], _ sections: [Section]) -> [Piece] {
    let first = tables.first { isTitle(NormalText($0.title)) }?.span
    var pieces = tables.flatMap { table in [.table(table)] + table.notes.map { Piece.paragraph($0) } }
    for section in sections {
      let isLate = first.map { ($0.line, $0.column) < (section.span.line, section.span.column) } ?? false
      let isWanted = section.part == .attachments || isLate
      for paragraph in section.paragraphs {
        let isBehind = first.map { ($0.line, $0.column) < (paragraph.span.line, paragraph.span.column) } ?? false
        if isWanted || isBehind { pieces.append(.paragraph(paragraph)) }
      }
    }
    return pieces.enumerated().sorted {
      ($0.element.span.line, $0.element.span.column, $0.offset)
        < ($1.element.span.line, $1.element.span.column, $1.offset)
    }.map(\.element)
  }

  /// Whether a text is the title of a self-evaluation form.
  static func isTitle(_ text: NormalText) -> Bool {
    guard text.count <= 90, text.count >= 3 else { return false }
    if text.hasSuffix("自评表") || text.hasSuffix("评价表") && text.contains("绩效") { return true }
    return text.contains("自评表") && text.units.last == 0x29
  }

  private struct Splitter {
    var forms: [EvaluationForm] = []
    /// Whether a table with another title has ended the last form.
    private var isClosed = true

    mutating func read(_ piece: Piece) {
      switch piece {
      case .table(let table): read(table)
      case .paragraph(let paragraph):
        for line in EvaluationLine.lines(paragraph, from: forms.last?.lines.count ?? 0) { read(line) }
      }
    }

    private mutating func read(_ table: CleanedTable) {
      let title = NormalText(table.title)
      let isContinued = title.isEmpty && !isClosed
      if !isContinued {
        isClosed = !(EvaluationForm.isTitle(title) || Self.looksLikeForm(table))
        if !isClosed { forms.append(EvaluationForm(title: title, span: table.span)) }
      }
      if !isClosed { for line in Self.swallowed(by: table) { read(line) } }
      for row in table.rows { read(EvaluationLine.line(row, at: forms.last?.lines.count ?? 0)) }
    }

    /// What stands behind the reporting unit and has been taken for a part of it: the score, and the first label.
    private static func swallowed(by table: CleanedTable) -> [EvaluationLine] {
      let label: NormalText = "项目名称"
      var reporter = NormalText(table.reporter)
      var cells: [EvaluationCell] = []
      if reporter.hasSuffix(label) {
        reporter = NormalText(units: reporter.units.dropLast(label.count))
        let span = table.rows.first?.tokens.first?.span ?? table.span
        cells.append(EvaluationCell(text: label.description, normal: label, line: 0, span: span))
      }
      if let score = reporter.firstIndex(of: "自评得分") {
        let normal = NormalText(units: reporter.units[score...])
        cells.insert(EvaluationCell(text: normal.description, normal: normal, line: 0, span: table.span), at: 0)
      }
      return cells.map { EvaluationLine(cells: [$0], isGridded: false) }
    }

    private mutating func read(_ line: EvaluationLine) {
      guard let first = line.cells.first else { return }
      if line.cells.count == 1, EvaluationForm.isTitle(first.normal) {
        forms.append(EvaluationForm(title: first.normal, span: first.span))
        isClosed = false
        return
      }
      guard !isClosed, let last = forms.indices.last else { return }
      // A second project begins a form of its own where the title between them is lost.
      if ProjectLabel.label(first.normal) == .name, forms[last].lines.contains(where: \.namesProject) {
        forms.append(EvaluationForm(title: "", span: first.span, lines: [renumbered(line, 0)]))
        return
      }
      forms[last].lines.append(renumbered(line, forms[last].lines.count))
    }

    private func renumbered(_ line: EvaluationLine, _ number: Int) -> EvaluationLine {
      var line = line
      for index in line.cells.indices { line.cells[index].line = number }
      return line
    }

    /// Whether a table without a known title has the labels of a form.
    private static func looksLikeForm(_ table: CleanedTable) -> Bool {
      var hasLevels = false
      var hasActual = false
      for row in table.rows.prefix(40) {
        for token in row.tokens {
          let field = IndicatorField.field(token.normal)
          hasLevels = hasLevels || field == .level1 || field == .name
          hasActual = hasActual || field == .actual
        }
      }
      return hasLevels && hasActual
    }
  }
}

extension EvaluationLine {
  /// Whether it begins with the label of a project's name.
  var namesProject: Bool {
    guard let first = cells.first else { return false }
    return ProjectLabel.label(first.normal) == .name || ProjectLabel.labelled(first)?.label == .name
  }
}

import Accounts
import Classification

/// Finds the tables among the lines of a document: titled ones, and grids whose title is lost.
struct TableFinder {
  /// The lines, without page furniture.
  private let lines: [SourceLine]
  /// Their texts, reduced.
  private let reduced: [ReducedLine]
  /// Which lines belong to a contents list.
  private let isContents: [Bool]
  /// The forms that titles may name.
  private let report: FormSet
  /// The lines that a table took.
  private(set) var isClaimed: [Bool]
  /// The tables found so far.
  private(set) var tables: [CleanedTable] = []

  private init(lines: [SourceLine], reduced: [ReducedLine], isContents: [Bool], report: FormSet) {
    self.report = report
    self.lines = lines
    self.reduced = reduced
    self.isContents = isContents
    isClaimed = Array(repeating: false, count: lines.count)
  }

  /// Finds all tables; `isClaimed` says which lines they took.
  static func find(
    in lines: [SourceLine], reduced: [ReducedLine], isContents: [Bool], _ report: FormSet = .finalAccount
  ) -> (tables: [CleanedTable], isClaimed: [Bool]) {
    var finder = TableFinder(lines: lines, reduced: reduced, isContents: isContents, report: report)
    var index = 0
    while index < lines.count {
      index = finder.takeTable(at: index) ?? index + 1
    }
    return (TableJoiner.join(finder.tables, report), finder.isClaimed)
  }

  /// Reads the table that starts at `index`, if one does; the index of the line behind it.
  private mutating func takeTable(at index: Int) -> Int? {
    guard !isContents[index] else { return nil }
    if let title = title(at: index) {
      return scan(from: index, bodyFrom: index + title.lineCount, title: title)
    }
    guard lines[index].width > 1 || TableHead.isUnitLine(lines[index], reduced: reduced[index]) else { return nil }
    return scan(from: index, bodyFrom: index, title: nil)
  }

  private struct Title {
    var text: String
    var kind: TableTitle
    var lineCount: Int
  }

  /// The title that starts at a line, which may go on in the next one.
  private func title(at index: Int) -> Title? {
    guard mayHoldTitle(index) else { return nil }
    let normal = reduced[index].cell(0, of: lines[index])
    let text = lines[index].cells[0].text
    if let kind = self.kind(of: normal) { return Title(text: text, kind: kind, lineCount: 1) }
    guard normal.count >= 8, index + 1 < lines.count, mayHoldTitle(index + 1) else { return nil }
    let tail = reduced[index + 1].cell(0, of: lines[index + 1])
    guard tail.count <= 12, Self.mayEndTitle(tail, of: normal), isOpenEnd(tail),
      case .form(let form)? = TableTitle(normal + tail, among: report)
    else { return nil }
    return Title(text: text + lines[index + 1].cells[0].text, kind: .form(form), lineCount: 2)
  }

  /// Whether a text may be the second line of a title: it is not the title of a form itself.
  private func isOpenEnd(_ tail: NormalText) -> Bool {
    if case .form? = kind(of: tail) { false } else { true }
  }

  /// What a text says as a title; nil where it is none.
  private func kind(of normal: NormalText) -> TableTitle? {
    Self.mayBeTitle(normal) ? TableTitle(normal, among: report) : nil
  }

  /// A cheap test before a text is read as a title: every title has the word 表, and ends like one.
  private static func mayBeTitle(_ normal: NormalText) -> Bool {
    normal.count <= 60 && endsLikeTitle(normal) && normal.units.contains(0x8868)
  }

  /// The same test for a title in two lines.
  private static func mayEndTitle(_ tail: NormalText, of start: NormalText) -> Bool {
    (endsLikeTitle(tail) || start.units.contains(0x516C))
      && (tail.units.contains(0x8868) || start.units.contains(0x8868))
  }

  /// Whether a text ends with 表, 续 or a bracket, or has the 公 that begins a form number.
  private static func endsLikeTitle(_ normal: NormalText) -> Bool {
    guard let last = normal.units.last else { return false }
    return last == 0x8868 || last == 0x7EED || last == 0x29 || normal.units.contains(0x516C)
  }

  /// Whether a line has one cell, as a title has, besides a form number or the unit.
  private func mayHoldTitle(_ index: Int) -> Bool {
    let count = lines[index].cells.count
    guard count > 0, lines[index].cells[0].text.utf8.count <= 260 else { return false }
    return (1..<count).allSatisfy { TableHead.isBesideTitle(lines[index].cells[$0]) }
  }

  /// Reads rows and notes from `body` on until something else begins.
  private mutating func scan(from start: Int, bodyFrom body: Int, title: Title?) -> Int {
    var head = TableHead()
    if title != nil { head.takeTitleLine(lines[start]) }
    var rows: [TableRow] = []
    var notes: [Paragraph] = []
    var index = body
    while index < lines.count, !isContents[index] {
      let line = lines[index]
      let text = line.cells.count == 1 ? reduced[index].normal : ReducedLine.blank.normal
      if TableEnd.isPartHeading(text) || self.title(at: index) != nil { break }
      if rows.isEmpty, head.take(line, reduced: reduced[index]) {
        index += 1
      } else if TableEnd.isNote(text, isFirst: notes.isEmpty) {
        notes.append(Paragraph(text: line.text, span: line.cells[0].span))
        index += 1
      } else if !notes.isEmpty || startsAnotherTable(index, after: rows) || isProse(index, in: title) {
        break
      } else {
        rows.append(TableTokens.row(line, reduced: reduced[index]))
        index += 1
      }
    }
    guard rows.contains(where: { $0.tokens.contains { $0.number != nil } }) || title != nil && isBlankTable(rows) else {
      // A title without rows is a heading or an entry of a contents list.
      return max(start + 1, title == nil ? index : start + 1)
    }
    for taken in start..<index { isClaimed[taken] = true }
    let isForm: Bool = if case .form? = title?.kind { true } else { false }
    tables.append(
      CleanedTable(
        title: title?.text ?? "", span: lines[start].cells[0].span, unitPrinted: head.unitPrinted,
        reporter: head.reporter, rows: rows, notes: notes, isForm: isForm))
    return index
  }

  /// Whether a line is running text, which no table holds: not what is parted into cells, nor a row of figures or heads,
  /// nor all rows of a form on one line.
  private func isProse(_ index: Int, in title: Title?) -> Bool {
    if lines[index].holdsTooMuch { return lines[index].width == 1 }
    guard lines[index].width == 1, TableEnd.isProse(reduced[index].normal), !LineFacts(lines[index].text).isRow else {
      return false
    }
    guard case .form? = title?.kind else { return true }
    return !FlatLine.isTable(lines[index].text)
  }

  /// Whether rows without figures are a table all the same: a grid, or the words of a header.
  private func isBlankTable(_ rows: [TableRow]) -> Bool {
    if rows.contains(where: \.isGridded) { return true }
    let words = rows.lazy.flatMap(\.tokens).filter { ColumnHeading.isVocabulary($0.normal) }
    return words.prefix(3).count == 3
  }

  /// Whether a line inside a table is the head of another: a unit, a reporter or a form's number behind rows of figures.
  private func startsAnotherTable(_ index: Int, after rows: [TableRow]) -> Bool {
    rows.count > 2 && TableHead.isHeadLine(lines[index], reduced: reduced[index])
  }
}

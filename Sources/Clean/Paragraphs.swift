import Accounts

/// Joins the lines of running text into paragraphs.
struct Paragraphs: Sendable {
  private let lines: [SourceLine]
  private let facts: [LineFacts]
  private let fullness: LineFullness

  /// Prepares the lines; those with `isProse` false neither join nor count for the margin.
  init(_ lines: [SourceLine], facts: [LineFacts], isProse: [Bool]) {
    self.lines = lines
    self.facts = facts
    fullness = LineFullness(facts, isProse: isProse)
  }

  /// A paragraph and the lines that it was joined from.
  struct Joined: Sendable {
    var text: String
    var span: SourceSpan
    var lineStarts: [Paragraph.LineStart]
    var runs: [SourceRun]
    var indices: Range<Int>

    /// The paragraph alone.
    var paragraph: Paragraph { Paragraph(text: text, span: span, lineStarts: lineStarts, runs: runs) }
  }

  /// The paragraph that begins at `start` and ends before `limit` at the latest.
  func joined(from start: Int, limit: Int) -> Joined {
    var text = Self.withoutLineEnds(facts[start].text)
    var span = lines[start].span
    var lineStarts = [Paragraph.LineStart(offset: 0, span: span)]
    var runs = lines[start].runs(from: 0)
    // Counted line by line, and not from the start for every line.
    var length = text.unicodeScalars.count
    var end = start + 1
    while end < limit, continues(text, at: end, start: start) {
      lineStarts.append(Paragraph.LineStart(offset: length, span: lines[end].span))
      runs += lines[end].runs(from: length)
      let line = Self.withoutLineEnds(facts[end].text)
      text += line
      length += line.unicodeScalars.count
      span = span.union(lines[end].span)
      end += 1
    }
    return Joined(text: text, span: span, lineStarts: lineStarts, runs: runs, indices: start..<end)
  }

  private static func withoutLineEnds(_ text: String) -> String {
    text.holdsByte { $0 == 0x0A } ? String(decoding: text.utf8.filter { $0 != 0x0A }, as: UTF8.self) : text
  }

  /// Whether the text of the lines from `start` goes on in line `next`.
  private func continues(_ text: String, at next: Int, start: Int) -> Bool {
    let last = next - 1
    guard lines[last].width == 1, lines[next].width == 1, lines[last].heading == nil, lines[next].heading == nil,
      lines[last].table == lines[next].table
    else { return false }
    if finishesHeading(text, at: next, start: start) { return true }
    guard facts[next].marker == nil, !facts[last].isRow, !facts[next].isRow,
      !isIndented(next, comparedWith: last, start: start)
    else { return false }
    switch facts[last].ending {
    case .full:
      return fullness.isFull(last, beforeWidth: facts[next].firstUnitWidth) && Self.goesOn(facts[next].normal)
    case .pausing:
      return fullness.isQuiteFull(last, beforeWidth: facts[next].firstUnitWidth) && !beginsParagraph(next)
    case .open:
      guard !isWholeHeading(text, start: start), !isTitle(last), !beginsParagraph(next) else { return false }
      return fullness.isFull(last, beforeWidth: facts[next].firstUnitWidth)
        || isBrokenSentence(last, text: text, next: next)
    }
  }

  /// Whether a line without an end is in the middle of a sentence: it nears the margin, or is long and has commas.
  private func isBrokenSentence(_ last: Int, text: String, next: Int) -> Bool {
    let isProse = facts[last].hasPunctuation
    if fullness.isNearlyFull(last) {
      return isProse || facts[next].hasPunctuation && !HeadingWords.endsHeading(Self.end(of: text))
    }
    guard facts[last].width >= Self.longLine else { return false }
    return isProse || isSubjectPath(facts[last].normal)
  }

  /// The last characters of a text, reduced: more than any heading ends with.
  private static func end(of text: String) -> NormalText { NormalText(String(text.unicodeScalars.suffix(200))) }

  /// Whether a line is in the path of a subject, `…（类）…（款）`, that has not come to its end.
  private func isSubjectPath(_ normal: NormalText) -> Bool {
    normal.contains(Self.classMark) && !normal.hasSuffix(Self.itemMark)
  }

  /// Whether a sentence can hardly be the first of its paragraph.
  private static func goesOn(_ normal: NormalText) -> Bool {
    continuations.begin(normal)
  }

  /// Whether a line can only begin a paragraph: a caption, a note.
  private func beginsParagraph(_ index: Int) -> Bool {
    let normal = facts[index].normal
    return isCaption(normal.units) || Self.openings.begin(normal)
  }

  /// Whether a text is a caption such as `图 1：`.
  private func isCaption(_ units: [UInt16]) -> Bool {
    units.count > 1 && (units[0] == 0x56FE || units[0] == 0x8868) && (0x30...0x39).contains(units[1])
  }

  /// Whether a line is set in while its paragraph's later lines are not: the first line of the next paragraph.
  private func isIndented(_ index: Int, comparedWith last: Int, start: Int) -> Bool {
    guard let cell = lines[index].cells.first, cell.span.path == nil, cell.span.column > 2 else { return false }
    let reference = last == start ? 1 : lines[last].span.column
    return cell.span.column >= reference + 2 && cell.span.column >= lines[start].span.column
  }

  /// Whether a short line gives a numbered heading the words that it was broken before (`…支出决算情` `况说明`).
  private func finishesHeading(_ text: String, at next: Int, start: Int) -> Bool {
    guard let style = facts[start].marker?.style, style <= .bracketedChinese, facts[next].marker == nil,
      text.utf8.count <= 180, facts[next].normal.count <= 15,
      facts[next - 1].width >= Self.shortestBroken || next > start + 1
    else { return false }
    let head = NormalText(text)
    let tail = facts[next].normal
    guard !head.units.contains(where: { $0 == 0x3002 || $0 == 0x3A || $0 == 0x3B }) else { return false }
    return HeadingWords.isTail(tail)
      || !HeadingWords.endsHeading(head) && HeadingWords.endsHeading(tail) && tail.count <= 12
  }

  /// Whether the text so far is a numbered heading with all its words.
  private func isWholeHeading(_ text: String, start: Int) -> Bool {
    guard let style = facts[start].marker?.style, style <= .arabic, text.utf8.count <= 150 else { return false }
    let normal = NormalText(text)
    return normal.count <= 45 && !normal.units.contains(0x2C) && HeadingWords.endsHeading(normal)
  }

  /// Whether a line without number is a title: it ends like one and has no punctuation.
  private func isTitle(_ index: Int) -> Bool {
    !facts[index].hasPunctuation && facts[index].normal.count <= 40 && HeadingWords.endsHeading(facts[index].normal)
  }

  /// Twenty wide characters.
  private static let longLine = 80
  /// Twelve wide characters: a heading that was broken is no shorter.
  private static let shortestBroken = 48
  private static let classMark: NormalText = "(类)"
  private static let itemMark: NormalText = "(项)"
  private static let continuations: Words = [
    "主要", "其中", "完成", "决算数", "支出决算", "年初预算", "全年预算", "增长", "增加", "减少", "下降", "较上", "比上", "与20", "与上",
    "占", "原因", "具体", "同比",
  ]
  private static let openings: Words = [
    "注:", "说明:", "备注:", "附件:", "附件1", "附:", "图:", "填报单位", "填报日期",
    "单位名称:", "部门名称:", "项目名称:", "单位:", "部门:",
  ]
}

extension SourceLine {
  /// Where the whole line stands.
  var span: SourceSpan {
    guard let first = cells.first else { return SourceSpan(line: number, column: 1) }
    return cells.dropFirst().reduce(first.span) { $0.union($1.span) }
  }

  /// The runs of its text without line ends, as a part of a longer one that it continues at `start`.
  func runs(from start: Int) -> [SourceRun] {
    var runs: [SourceRun] = []
    var offset = start
    for (index, cell) in cells.enumerated() {
      // One space parts the cells.
      offset += index > 0 ? 1 : 0
      let ends = cell.text.holdsByte { $0 == 0x0A } ? cell.lineEnds : []
      for run in cell.allRuns {
        runs.append(SourceRun(offset: offset + run.offset - ends.count { $0 < run.offset }, span: run.span))
      }
      for (count, end) in ends.enumerated() where !cell.allRuns.contains(where: { $0.offset == end + 1 }) {
        runs.append(SourceRun(offset: offset + end - count, span: cell.span(of: (end + 1)..<(end + 2))))
      }
      offset += cell.text.unicodeScalars.count - ends.count
    }
    return runs.count > 1 ? runs.sorted { $0.offset < $1.offset } : runs
  }
}

extension SourceCell {
  /// The offsets of the line ends in its text, in Unicode scalars.
  fileprivate var lineEnds: [Int] {
    text.unicodeScalars.enumerated().filter { $0.element == "\n" }.map(\.offset)
  }
}

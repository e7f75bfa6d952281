import Accounts

/// Joins the lines of running text into paragraphs.
struct Paragraphs: Sendable {
  private let lines: [SourceLine]
  private let fullness: LineFullness

  /// Prepares the lines; those with `isProse` false neither join nor count for the margin.
  init(_ lines: [SourceLine], isProse: [Bool]) {
    self.lines = lines
    fullness = LineFullness(lines, isProse: isProse)
  }

  /// A paragraph and the lines that it was joined from.
  struct Joined: Sendable {
    var paragraph: Paragraph
    var indices: Range<Int>
    var heading: Int?
  }

  /// The paragraph that begins at `start` and ends before `limit` at the latest.
  func joined(from start: Int, limit: Int) -> Joined {
    var text = lines[start].text
    var span = lines[start].span
    var end = start + 1
    while end < limit, continues(text, from: end - 1, to: end, start: start) {
      text += lines[end].text
      span = span.union(lines[end].span)
      end += 1
    }
    return Joined(
      paragraph: Paragraph(text: withoutBreaks(text), span: span), indices: start..<end,
      heading: lines[start].heading)
  }

  /// Whether the text that ends with line `last` goes on in line `next`.
  private func continues(_ text: String, from last: Int, to next: Int, start: Int) -> Bool {
    let upper = lines[last]
    let lower = lines[next]
    guard upper.width == 1, lower.width == 1, upper.heading == nil, lower.heading == nil,
      upper.table == lower.table, !lower.text.contains("\n")
    else { return false }
    let following = lower.text
    if finishesHeading(text, with: following) { return true }
    if beginsParagraph(following) || isIndented(next, comparedWith: last, start: start) { return false }
    if isWholeHeading(text) || TableRowShape.matches(upper.text) || TableRowShape.matches(following) { return false }
    if TextMeasure.endsFully(text) { return goesOn(following) && fullness.isFull(last, before: following) }
    if fullness.isFull(last, before: following) { return true }
    guard !TextMeasure.endsSentence(text) else { return false }
    return isBrokenSentence(last, text: text, following: following)
  }

  /// Whether a line without an end is in the middle of a sentence: it nears the margin, or is long and has commas.
  private func isBrokenSentence(_ last: Int, text: String, following: String) -> Bool {
    let upper = lines[last].text
    let isProse = hasPunctuation(upper)
    if fullness.isNearlyFull(last) {
      return isProse || hasPunctuation(following) && !HeadingWords.endsHeading(NormalText(text))
    }
    guard fullness.width(of: last) >= Self.longLine else { return false }
    return isProse || isSubjectPath(text)
  }

  /// Whether a text is the path of a subject, `…（类）…（款）`, that has not come to its end.
  private func isSubjectPath(_ text: String) -> Bool {
    let normal = NormalText(text)
    return normal.contains("(类)") && !normal.hasSuffix("(项)")
  }

  /// Whether a sentence can hardly be the first of its paragraph.
  private func goesOn(_ text: String) -> Bool {
    let normal = NormalText(String(text.unicodeScalars.prefix(8)))
    return Self.continuations.contains(where: normal.hasPrefix)
  }

  private func hasPunctuation(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "，" || $0 == "。" || $0 == "；" || $0 == "：" || $0 == "," }
  }

  /// Whether a line can only begin a paragraph: numbered, a caption, a note.
  private func beginsParagraph(_ text: String) -> Bool {
    if HeadingMarker(text) != nil { return true }
    let normal = NormalText(String(text.unicodeScalars.prefix(8)))
    return Self.openings.contains(where: normal.hasPrefix) || isCaption(normal)
  }

  /// Whether a text is a caption such as `图 1：`.
  private func isCaption(_ normal: NormalText) -> Bool {
    normal.units.count > 1 && (normal.units[0] == 0x56FE || normal.units[0] == 0x8868)
      && (0x30...0x39).contains(normal.units[1])
  }

  /// Whether a line is set in while its paragraph's later lines are not: the first line of the next paragraph.
  private func isIndented(_ index: Int, comparedWith last: Int, start: Int) -> Bool {
    let column = lines[index].span.column
    let reference = last == start ? 1 : lines[last].span.column
    return column >= reference + 2 && column > 2 && column >= lines[start].span.column && lines[index].span.path == nil
  }

  /// Whether a short line gives a numbered heading the words that it was broken before (`…支出决算情` `况说明`).
  private func finishesHeading(_ text: String, with next: String) -> Bool {
    guard text.utf8.count <= 180, next.utf8.count <= 45, TextMeasure.width(of: text) >= 48,
      let marker = HeadingMarker(text), marker.style <= .bracketedChinese, HeadingMarker(next) == nil
    else { return false }
    let head = NormalText(marker.rest)
    let tail = NormalText(next)
    guard !head.units.contains(where: { $0 == 0x3002 || $0 == 0x3A || $0 == 0x3B }) else { return false }
    return HeadingWords.isTail(tail)
      || !HeadingWords.endsHeading(head) && HeadingWords.endsHeading(tail)
        && tail.count <= 12 && !TextMeasure.endsSentence(text)
  }

  /// Whether the text so far is a numbered heading with all its words.
  private func isWholeHeading(_ text: String) -> Bool {
    guard text.utf8.count <= 150, HeadingMarker(text) != nil else { return false }
    let normal = NormalText(text)
    return normal.count <= 45 && HeadingWords.endsHeading(normal)
  }

  private func withoutBreaks(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    return String(decoding: text.utf8.lazy.filter { $0 != 0x0A }, as: UTF8.self)
  }

  /// Twenty wide characters.
  private static let longLine = 80
  private static let continuations: [NormalText] = [
    "主要", "其中", "完成", "决算数", "支出决算", "年初预算", "全年预算", "增长", "增加", "减少", "下降", "较上", "比上", "与20", "与上",
    "占", "原因", "具体", "同比",
  ]
  private static let openings: [NormalText] = ["注:", "说明:", "备注:", "附件:", "附件1", "附:", "填报单位", "图:"]
}

extension SourceLine {
  /// Where the whole line stands.
  var span: SourceSpan {
    guard let first = cells.first else { return SourceSpan(line: number, column: 1) }
    return cells.dropFirst().reduce(first.span) { $0.union($1.span) }
  }
}

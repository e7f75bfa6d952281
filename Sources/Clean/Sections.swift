import Accounts

/// Reads the running text of a disclosure: its parts, its sections, their paragraphs.
struct Sections {
  /// What stands before the first part or section: the title page and the contents, one paragraph a line.
  private(set) var preamble: [Paragraph] = []
  /// The sections in order; a part's own heading is one.
  private(set) var sections: [Section] = []

  private let lines: [SourceLine]
  private let facts: [LineFacts]
  private let paragraphs: Paragraphs
  private let isContents: [Bool]
  private let hasMarkedParts: Bool

  /// Reads `lines`, leaving out those that `excluded` marks, which tables have claimed.
  ///
  /// `reduced` and `contents` spare the work where they are known already.
  static func read(
    _ lines: [SourceLine], reduced: [ReducedLine]? = nil, contents: [Range<Int>]? = nil, excluding excluded: [Bool]
  ) -> (preamble: [Paragraph], sections: [Section]) {
    let reduced = reduced ?? lines.indices.map { excluded[$0] ? .blank : ReducedLine(lines[$0]) }
    var reader = Sections(
      lines, facts: LineFacts.all(lines, reduced: reduced, skipping: excluded),
      contents: contents ?? ContentsList.ranges(in: lines, reduced: reduced), excluding: excluded)
    reader.read(excluding: excluded)
    return (reader.preamble, reader.sections)
  }

  private init(_ lines: [SourceLine], facts: [LineFacts], contents: [Range<Int>], excluding excluded: [Bool]) {
    self.lines = lines
    self.facts = facts
    var isContents = [Bool](repeating: false, count: lines.count)
    for range in contents {
      for index in range { isContents[index] = true }
    }
    self.isContents = isContents
    let isProse = lines.indices.map { !excluded[$0] && !isContents[$0] && lines[$0].width == 1 }
    paragraphs = Paragraphs(lines, facts: facts, isProse: isProse)
    hasMarkedParts = lines.indices.contains { index in
      isProse[index] && facts[index].marker?.style == .part && facts[index].normal.count <= 100
    }
  }

  private mutating func read(excluding excluded: [Bool]) {
    var index = 0
    var limit = 0
    while index < lines.count {
      if excluded[index] {
        index += 1
      } else if isContents[index] {
        addToPreamble(index)
        index += 1
      } else {
        if limit <= index { limit = stretchEnd(from: index, excluding: excluded) }
        index = add(from: index, limit: limit)
      }
    }
  }

  /// The end of the stretch of lines that tables and contents leave together.
  private func stretchEnd(from start: Int, excluding excluded: [Bool]) -> Int {
    var end = start + 1
    while end < lines.count, !excluded[end], !isContents[end] { end += 1 }
    return end
  }

  private mutating func addToPreamble(_ index: Int) {
    preamble.append(Paragraph(text: facts[index].text, span: lines[index].span))
  }

  /// Adds what begins at `start`: a part, a section or a paragraph; gives the first line behind it.
  private mutating func add(from start: Int, limit: Int) -> Int {
    if let (section, end) = markedPart(from: start, limit: limit) {
      sections.append(section)
      return end
    }
    let joined = paragraphs.joined(from: start, limit: limit)
    if let section = section(joined, limit: limit) {
      sections.append(section)
      return joined.indices.upperBound
    }
    if sections.isEmpty {
      guard isProse(joined.text) else {
        addToPreamble(start)
        return start + 1
      }
      sections.append(Section(part: nil, number: "", title: "", span: joined.span))
    }
    sections[sections.count - 1].paragraphs.append(joined.paragraph)
    return joined.indices.upperBound
  }

  /// A heading `第三部分 …`, joined with the lines that it was broken over.
  private func markedPart(from start: Int, limit: Int) -> (Section, Int)? {
    guard facts[start].marker?.style == .part, let marker = facts[start].marker, facts[start].normal.count <= 100
    else { return nil }
    var title = marker.rest
    var span = lines[start].span
    var end = start + 1
    while end < limit, end < start + 4, !PartHeading.isWhole(NormalText(title)), canFinish(title, at: end) {
      title += facts[end].text
      span = span.union(lines[end].span)
      end += 1
    }
    let normal = NormalText(title)
    guard normal.count <= 80, !normal.units.contains(0x3002) else { return nil }
    let part = PartHeading.part(ofMarked: normal) ?? sections.last?.part
    return (Section(part: part, number: marker.number, title: title, span: span), end)
  }

  /// Whether a line belongs to a part heading that was broken before it.
  private func canFinish(_ title: String, at index: Int) -> Bool {
    let next = facts[index]
    guard next.normal.count <= 50, next.ending == .open, next.marker == nil else { return false }
    return title.isEmpty || next.normal.count <= 30 || PartHeading.isWhole(NormalText(title) + next.normal)
  }

  /// The section that a joined paragraph heads; nil where it is text.
  private func section(_ joined: Paragraphs.Joined, limit: Int) -> Section? {
    let first = joined.indices.lowerBound
    let last = joined.indices.upperBound - 1
    guard joined.text.utf8.count <= 240, !facts[last].isRow else { return nil }
    let ending = facts[last].ending
    let marker =
      joined.indices.count == 1 || facts[first].marker == nil ? facts[first].marker : HeadingMarker(joined.text)
    guard mayBeHeading(marker, ending: ending, level: lines[first].heading) else { return nil }
    let title = Self.withoutEnd(marker?.rest ?? joined.text)
    let normal = NormalText(title)
    let part = unmarkedPart(normal, marker: marker, ending: ending)
    let isHeading =
      !normal.isEmpty
      && HeadingShape.isHeading(normal, marker: marker, ending: ending, level: lines[first].heading)
    guard part != nil || isHeading && !sections.isEmpty || isHeading && marker != nil else { return nil }
    if part == nil, marker?.style == .arabic, !hasText(at: joined.indices.upperBound, limit: limit) { return nil }
    let skipped = joined.text.unicodeScalars.count - (marker?.rest ?? joined.text).unicodeScalars.count
    return Section(
      part: part ?? sections.last?.part, number: marker?.number ?? "", title: title, span: joined.span,
      titleRuns: joined.runs.behindFirst(skipped))
  }

  /// A cheap test before a paragraph is read as the heading of a part or section.
  private func mayBeHeading(_ marker: HeadingMarker?, ending: LineFacts.Ending, level: Int?) -> Bool {
    switch marker?.style {
    case nil: level != nil || ending == .open && !sections.isEmpty
    case .chinese, .bracketedChinese: true
    case .arabic: ending == .open
    case .part, .bracketedArabic, .circled: false
    }
  }

  /// Whether a line is there and begins no item: the text below a heading.
  private func hasText(at index: Int, limit: Int) -> Bool {
    index < limit && facts[index].marker?.style != .arabic
  }

  /// The part that a heading without `第…部分` begins: 一、 only where no heading says so, and a line without a number
  /// only behind the first section, since titles look the same.
  private func unmarkedPart(_ title: NormalText, marker: HeadingMarker?, ending: LineFacts.Ending) -> Part? {
    if let marker {
      return marker.style == .chinese && !hasMarkedParts ? PartHeading.part(ofUnmarked: title) : nil
    }
    return sections.isEmpty || ending != .open ? nil : PartHeading.part(ofUnmarked: title)
  }

  private func isProse(_ text: String) -> Bool {
    guard text.utf8.count >= 75 else { return false }
    let facts = LineFacts(text)
    return facts.ending == .full && facts.width >= 100
  }

  /// The title without a colon or full stop at its end.
  private static func withoutEnd(_ title: String) -> String {
    var scalars = title.unicodeScalars[...]
    while let last = scalars.last, last == "：" || last == ":" || last == "。" || last.isSpace { scalars.removeLast() }
    return scalars.endIndex == title.endIndex ? title : String(scalars)
  }
}

import Accounts

/// Reads the running text of a disclosure: its parts, its sections, their paragraphs.
struct Sections {
  /// What stands before the first part or section: the title page and the contents, one paragraph a line.
  private(set) var preamble: [Paragraph] = []
  /// The sections in order; a part's own heading is one.
  private(set) var sections: [Section] = []

  private let lines: [SourceLine]
  private let paragraphs: Paragraphs
  private let isContents: [Bool]
  private let hasMarkedParts: Bool

  /// Reads `lines`, leaving out those that `excluded` marks, which tables have claimed.
  static func read(
    _ lines: [SourceLine], excluding excluded: [Bool]
  ) -> (preamble: [Paragraph], sections: [Section]) {
    var reader = Sections(lines, excluding: excluded)
    reader.read(excluding: excluded)
    return (reader.preamble, reader.sections)
  }

  private init(_ lines: [SourceLine], excluding excluded: [Bool]) {
    self.lines = lines
    var isContents = [Bool](repeating: false, count: lines.count)
    for range in ContentsList.ranges(in: lines) {
      for index in range { isContents[index] = true }
    }
    self.isContents = isContents
    let isProse = lines.indices.map { !excluded[$0] && !isContents[$0] && lines[$0].width == 1 }
    paragraphs = Paragraphs(lines, isProse: isProse)
    hasMarkedParts = lines.indices.contains { index in
      isProse[index] && lines[index].text.utf8.count <= 300 && HeadingMarker(lines[index].text)?.style == .part
    }
  }

  private mutating func read(excluding excluded: [Bool]) {
    var index = 0
    while index < lines.count {
      if excluded[index] {
        index += 1
      } else if isContents[index] {
        addToPreamble(index)
        index += 1
      } else {
        let limit = stretchEnd(from: index, excluding: excluded)
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
    preamble.append(Paragraph(text: lines[index].text, span: lines[index].span))
  }

  /// Adds what begins at `start`: a part, a section or a paragraph; gives the first line behind it.
  private mutating func add(from start: Int, limit: Int) -> Int {
    if let (section, end) = markedPart(from: start, limit: limit) {
      sections.append(section)
      return end
    }
    let joined = paragraphs.joined(from: start, limit: limit)
    if let section = section(joined, next: joined.indices.upperBound < limit ? joined.indices.upperBound : nil) {
      sections.append(section)
      return joined.indices.upperBound
    }
    if sections.isEmpty {
      guard isProse(joined.paragraph.text) else {
        addToPreamble(start)
        return start + 1
      }
      sections.append(Section(part: nil, number: "", title: "", span: joined.paragraph.span))
    }
    sections[sections.count - 1].paragraphs.append(joined.paragraph)
    return joined.indices.upperBound
  }

  /// A heading `第三部分 …`, joined with the lines that it was broken over.
  private func markedPart(from start: Int, limit: Int) -> (Section, Int)? {
    let text = lines[start].text
    guard text.utf8.count <= 300, let marker = HeadingMarker(text), marker.style == .part else { return nil }
    var title = marker.rest
    var span = lines[start].span
    var end = start + 1
    while end < limit, end < start + 4, !PartHeading.isWhole(NormalText(title)) {
      let next = lines[end].text
      guard next.utf8.count <= 150, !TextMeasure.endsSentence(next), HeadingMarker(next) == nil else { break }
      let isFollowing = title.isEmpty || !TextMeasure.endsSentence(title)
      guard isFollowing, title.isEmpty || canFinish(title, with: next) else { break }
      title += next
      span = span.union(lines[end].span)
      end += 1
    }
    let normal = NormalText(title)
    guard normal.count <= 80, !normal.units.contains(0x3002) else { return nil }
    let part = PartHeading.part(ofMarked: normal) ?? sections.last?.part
    return (Section(part: part, number: marker.number, title: title, span: span), end)
  }

  /// Whether a line makes a part heading whole that was broken before it.
  private func canFinish(_ title: String, with next: String) -> Bool {
    PartHeading.isWhole(NormalText(title + next)) || NormalText(next).count <= 30
  }

  /// The section that a joined paragraph heads; nil where it is text.
  private func section(_ joined: Paragraphs.Joined, next: Int?) -> Section? {
    let text = joined.paragraph.text
    guard text.utf8.count <= 240, !TableRowShape.matches(text) else { return nil }
    let marker = HeadingMarker(text)
    let title = Self.withoutEnd(marker?.rest ?? text)
    let normal = NormalText(title)
    guard !normal.isEmpty, HeadingShape.isHeading(text: text, title: normal, marker: marker, level: joined.heading)
    else { return unmarkedPart(normal, title: title, marker: marker, joined: joined) }
    if marker?.style == .arabic, next.map({ HeadingMarker(lines[$0].text)?.style == .arabic }) ?? true { return nil }
    if sections.isEmpty, marker == nil { return nil }
    let part = startsPart(marker) ? PartHeading.part(ofUnmarked: normal) : nil
    return Section(
      part: part ?? sections.last?.part, number: marker?.number ?? "", title: title, span: joined.paragraph.span)
  }

  /// A line without number that names a whole part, such as 名词解释; titles before the first section are none.
  private func unmarkedPart(
    _ normal: NormalText, title: String, marker: HeadingMarker?, joined: Paragraphs.Joined
  ) -> Section? {
    guard marker == nil, !sections.isEmpty, !TextMeasure.endsSentence(title),
      let part = PartHeading.part(ofUnmarked: normal)
    else { return nil }
    return Section(part: part, number: "", title: title, span: joined.paragraph.span)
  }

  /// Whether a heading in this style can begin a part: 一、 only where no heading says 第…部分.
  private func startsPart(_ marker: HeadingMarker?) -> Bool {
    marker.map { $0.style == .chinese && !hasMarkedParts } ?? true
  }

  private func isProse(_ text: String) -> Bool {
    TextMeasure.endsFully(text) && TextMeasure.width(of: text) >= 100
  }

  /// The title without a colon or full stop at its end.
  private static func withoutEnd(_ title: String) -> String {
    var scalars = title.unicodeScalars[...]
    while let last = scalars.last, last == "：" || last == ":" || last == "。" || last.isSpace { scalars.removeLast() }
    return String(scalars)
  }
}

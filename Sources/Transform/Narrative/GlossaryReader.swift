import Accounts

/// Reads the terms that the glossary explains (名词解释).
struct GlossaryReader {
  private let paths: SubjectPaths
  private var terms: [GlossaryTerm] = []

  /// The terms in the order of the source.
  ///
  /// - Parameter printedCodes: the subjects that the forms print, which tell apart what a path leaves open.
  static func terms(_ sections: [Section], year: FiscalYear?, printedCodes: Set<String>) -> [GlossaryTerm] {
    let glossary = sections.filter { $0.part == .glossary }
    guard !glossary.isEmpty else { return [] }
    var reader = GlossaryReader(paths: SubjectPaths(year: year, printedCodes: printedCodes))
    for section in glossary { reader.read(section) }
    return reader.terms
  }

  private init(paths: SubjectPaths) {
    self.paths = paths
  }

  private mutating func read(_ section: Section) {
    let texts = NarrativeText.texts(of: section.paragraphs)
    var rest = texts[...]
    // A numbered term may have been taken for a heading, with or without what it means.
    if !section.number.isEmpty {
      let title = NarrativeText(section.heading)
      if !add(title, isNumbered: true), let first = texts.first, !first.beginsItem, Self.definesAtOnce(first.normal) {
        append(
          section.title, definition: first.printed(0..<first.normal.count),
          span: section.heading.span(of: 0..<section.title.unicodeScalars.count),
          first.span(of: 0..<first.normal.count))
        rest = rest.dropFirst()
      }
    }
    for text in rest where !add(text, isNumbered: text.beginsItem) {
      guard !text.beginsItem, let last = terms.indices.last, terms[last].span.line > section.span.line,
        !text.normal.isEmpty
      else { continue }
      if text.normal.units.prefix(30).contains(0x3A) { continue }
      let rest = text.printed(0..<text.normal.count)
      terms[last].definition += rest
      terms[last].sources.append(to: "definition", rest, printed: rest, text.span(of: 0..<text.normal.count))
    }
  }

  /// Adds the term that a text explains; false where it explains none.
  private mutating func add(_ text: NarrativeText, isNumbered: Bool) -> Bool {
    let normal = text.normal
    let start = text.listMarker
    guard start < normal.count, let (end, begin) = cut(normal, from: start), begin < normal.count, end > start,
      end - start <= 80, isNumbered || Self.definesAtOnce(NormalText(units: normal.units[begin...]))
    else { return false }
    append(
      text.printed(start..<end), definition: text.printed(begin..<normal.count), span: text.span(of: start..<end),
      text.span(of: begin..<normal.count))
    return true
  }

  /// Where the term ends and its meaning begins: at its colon, behind its path, or at 是指 and 反映.
  private func cut(_ text: NormalText, from start: Int) -> (end: Int, begin: Int)? {
    let reach = min(text.count, start + 90)
    let colon = text.units[start..<reach].firstIndex(of: 0x3A)
    let verb = ["反映", "是指", "指"].compactMap { text.firstIndex(of: $0, from: start + 1) }.filter { $0 < reach }.min()
    if let colon, colon < verb ?? text.count || colon + 8 < reach && verb.map({ colon < $0 }) ?? true {
      return (colon, colon + 1)
    }
    guard let verb else { return colon.map { ($0, $0 + 1) } }
    var end = verb
    while end > start, [0x3002, 0x2C, 0x3A, 0x2E].contains(text.units[end - 1]) { end -= 1 }
    return (end, verb)
  }

  private mutating func append(
    _ printed: String, definition: String, span: SourceSpan, _ definitionSpan: SourceSpan
  ) {
    let name = printed.withoutInnerSpaces.withPairedQuotes
    var term = GlossaryTerm(
      term: name, definition: definition.withPairedQuotes, code: paths.code(in: Self.path(NormalText(name))) ?? "",
      span: span)
    term.sources = [
      ValueSource(field: "term", value: name, printed: printed, span: span),
      ValueSource(field: "definition", value: term.definition, printed: definition, span: definitionSpan),
    ]
    terms.append(term)
  }

  private static func definesAtOnce(_ text: NormalText) -> Bool {
    ["指", "是指", "反映", "即", "用于"].contains { text.hasPrefix($0) }
  }

  /// A path with its marks as they should be: `(项级)` and `项)` are `(项)`.
  private static func path(_ text: NormalText) -> NormalText {
    let levels = NormalText("类款项").units
    var units: [UInt16] = []
    for (index, unit) in text.units.enumerated() {
      let next = index + 1 < text.count ? text.units[index + 1] : 0
      let before = units.last ?? 0
      if unit == 0x7EA7, levels.contains(before), next == 0x29 { continue }
      if levels.contains(unit), next == 0x29, before != 0x28 { units.append(0x28) }
      units.append(unit)
    }
    return NormalText(units: units)
  }
}

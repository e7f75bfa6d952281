import Accounts

/// Checks that the source of a document has its bytes, and prints every value where provenance says.
struct SourceCheck {
  private let document: PublishedDocument
  private let narrative: NarrativeRows
  private let sources: SourceFinder
  private let isAlone: Bool

  /// Prepares the values of a document.
  ///
  /// - Parameter isAlone: whether its file holds no other document.
  init(_ document: PublishedDocument, _ narrative: NarrativeRows, _ sources: SourceFinder, isAlone: Bool) {
    self.document = document
    self.narrative = narrative
    self.sources = sources
    self.isAlone = isAlone
  }

  /// Checks the file and all places in it.
  func check(_ journal: inout Journal) {
    let path = document.row["source_path"]
    journal.apply(.source)
    guard let file = sources.file(path, sha256: document.row["source_sha256"]) else {
      journal.fail(.source, "documents", document.id, key: path, "no input holds the file")
      return
    }
    journal.compare(
      .source, "documents", document.id, key: "\(path) source_bytes", published: document.row["source_bytes"],
      expected: String(file.bytes.count), "the file")
    journal.compare(
      .source, "documents", document.id, key: "\(path) source_sha256", published: document.row["source_sha256"],
      expected: file.sha256, "the file")
    guard document.id.hasPrefix(file.sha256.prefix(16)), !document.figures.isEmpty || !narrative.places.isEmpty else {
      return
    }
    guard let text = SourceText(file.bytes, encoding: document.row["source_encoding"]) else {
      journal.fail(
        .source, "documents", document.id, key: path, published: document.row["source_encoding"],
        "the file cannot be decoded so")
      return
    }
    checkPlaces(in: text, &journal)
    if isAlone, document.row["source_format"] == "text" { checkNumbers(of: text, &journal) }
  }

  /// Counts the numeric tokens of a text, and those that values are read from, anew.
  private func checkNumbers(of text: SourceText, _ journal: inout Journal) {
    let numbers = SourceNumbers(text)
    let values =
      document.figures.compactMap { figure in figure.place.map { (figure.printed, $0) } }
      + narrative.places.map { ($0.printed, $0.place) }
    let node = document.canonical["numbers"]
    for (name, expected) in [("tokens", numbers.count), ("values", numbers.count(in: values))] {
      journal.compare(
        .numbers, "canonical JSON", document.id, key: "numbers \(name)", published: node[name].scalar,
        expected: String(expected), "the source")
    }
  }

  private func checkPlaces(in text: SourceText, _ journal: inout Journal) {
    let page = document.row["source_format"] == "html" ? HTMLPage(text.bytes) : nil
    for figure in document.figures {
      guard let place = figure.place else { continue }
      journal.apply(.source)
      if let problem = problem(with: figure.printed, at: place, text, page) {
        journal.fail(.source, "amounts", document.id, key: figure.keyText, published: figure.printed, problem)
      }
    }
    for value in narrative.places {
      journal.apply(.source)
      if let problem = problem(with: value.printed, at: value.place, text, page, isInSentence: true) {
        journal.fail(.source, value.dataset, document.id, key: value.key, published: value.printed, problem)
      }
    }
  }

  /// - Parameter isInSentence: whether the element of a page holds other text beside the value.
  private func problem(
    with value: String, at place: SourcePlace, _ text: SourceText, _ page: HTMLPage?, isInSentence: Bool = false
  ) -> String? {
    let name = "line \(place.line) column \(place.column)"
    guard let printed = text.text(at: place) else { return "the source has no \(name)" }
    let isTorn = isInSentence || place.path == nil && place.lineEnd > place.line
    if !Self.prints(printed, value, isTorn: isTorn) {
      return "the \(place.path == nil ? "source" : "page") prints \(printed) at \(name)"
    }
    guard let path = place.path else { return nil }
    guard let element = page?.element(at: path) else { return "the page has no single element \(path)" }
    let wanted = Stretches(Self.withoutBoxes(value, in: printed))
    // What is printed may go on in other elements.
    let mayBeginIt = printed.contains("<")
    let isHeld = element.stretches.contains { text in
      mayBeginIt && text.endWithTheBeginning(of: wanted)
        || (isInSentence || Self.isDeepest(path)
          ? text.contain(wanted) : text.print(wanted) || text.printApart(wanted))
    }
    return isHeld ? nil : "the page prints \(element.text.prefix(1_000)) at \(path)"
  }

  /// Whether a path names an ancestor of the element, since elements so deep are named by the one at this depth.
  private static func isDeepest(_ path: String) -> Bool { path.count { $0 == "/" } >= 48 }

  /// Whether a stretch of the source prints a value, with or without what markup and converters put between its characters.
  private static func prints(_ stretch: String, _ value: String, isTorn: Bool) -> Bool {
    let visible = VisibleText.ofMarkup(stretch)
    let plain = VisibleText.withoutResidue(visible)
    return holds(stretch, value) || holds(visible, value) || holds(plain, value)
      || isTorn
        && (holdsTorn(stretch, value) || holdsTorn(plain, value) || holdsTorn(plain.replacing("|", with: " "), value))
  }

  /// Whether stretches of a text that stand side by side, white space taken out, are what is printed.
  private static func holds(_ text: String, _ printed: String) -> Bool {
    Stretches(text).print(Stretches(printed))
  }

  /// Whether a text prints a value in several stretches: its first begins it, its last ends it, and other cells or lines
  /// stand in between.
  private static func holdsTorn(_ text: String, _ printed: String) -> Bool {
    let pieces = Stretches.all(in: text).map { Array(String($0).utf8) }
    let wanted = Stretches.all(in: printed).flatMap { Array(String($0).utf8) }
    // How much of what is wanted the pieces so far may have printed: each but the first and last may be another cell.
    var ends: Set<Int> = [0]
    for (index, piece) in pieces.enumerated() {
      let further = ends.filter { wanted[$0...].starts(with: piece) }.map { $0 + piece.count }
      ends = index == 0 || index == pieces.count - 1 ? Set(further) : ends.union(further)
    }
    return ends.contains(wanted.count)
  }

  /// A value without boxes, which a page prints as elements that have no text.
  private static func withoutBoxes(_ value: String, in page: String) -> String {
    guard page.contains("<") else { return value }
    return String(String.UnicodeScalarView(value.unicodeScalars.filter { $0 != "√" && $0 != "□" }))
  }
}

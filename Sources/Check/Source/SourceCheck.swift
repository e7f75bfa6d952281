/// Checks that the source of a document has its bytes, and prints every value where provenance says.
struct SourceCheck {
  private let document: PublishedDocument
  private let sources: SourceFinder

  /// Prepares the values of a document.
  init(_ document: PublishedDocument, _ sources: SourceFinder) {
    self.document = document
    self.sources = sources
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
    guard document.id.hasPrefix(file.sha256.prefix(16)), !document.figures.isEmpty else { return }
    guard let text = SourceText(file.bytes, encoding: document.row["source_encoding"]) else {
      journal.fail(
        .source, "documents", document.id, key: path, published: document.row["source_encoding"],
        "the file cannot be decoded so")
      return
    }
    checkPlaces(in: text, &journal)
  }

  private func checkPlaces(in text: SourceText, _ journal: inout Journal) {
    let page = document.row["source_format"] == "html" ? HTMLPage(text.bytes) : nil
    for figure in document.figures {
      guard let place = figure.place else { continue }
      journal.apply(.source)
      if let problem = problem(with: figure, at: place, text, page) {
        journal.fail(.source, "amounts", document.id, key: figure.keyText, published: figure.printed, problem)
      }
    }
  }

  private func problem(
    with figure: PublishedFigure, at place: PublishedFigure.Place, _ text: SourceText, _ page: HTMLPage?
  ) -> String? {
    let name = "line \(place.line) column \(place.column)"
    guard let printed = text.text(at: place) else { return "the source has no \(name)" }
    guard let path = place.path else {
      return Self.holds(printed, figure.printed) ? nil : "the source prints \(printed) at \(name)"
    }
    guard let cell = page?.text(at: path) else { return "the page has no single element \(path)" }
    if !Self.holds(cell, figure.printed) { return "the page prints \(cell) at \(path)" }
    return Self.holds(Self.withoutMarkup(printed), figure.printed) ? nil : "the page prints \(printed) at \(name)"
  }

  /// Whether stretches of a text that stand side by side, white space taken out, are what is printed.
  private static func holds(_ text: String, _ printed: String) -> Bool {
    let wanted = pieces(of: printed).joined()
    let pieces = pieces(of: text)
    for start in pieces.indices {
      var joined = ""
      for piece in pieces[start...] where joined.utf8.count < wanted.utf8.count {
        joined += piece
        if joined == wanted { return true }
      }
    }
    return false
  }

  private static func pieces(of text: String) -> [String] {
    text.unicodeScalars.split {
      $0.properties.isWhitespace || (0x200B...0x200F).contains($0.value) || $0.value == 0xFEFF
    }
    .map { String(String.UnicodeScalarView($0)) }
  }

  /// A stretch of a page without its tags and the entities of white space.
  private static func withoutMarkup(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var isTag = false
    for scalar in text.unicodeScalars {
      if scalar == "<" { isTag = true }
      if !isTag { kept.append(scalar) }
      if scalar == ">" { isTag = false }
    }
    return String(kept)
  }
}

/// Renders the text of an export as a web page with the same content, to test that both are read alike.
///
/// Lines with tabs become rows, runs of them tables; every other line becomes a paragraph, also in layouts that part
/// cells otherwise.
public enum TextToHTML {
  /// How the page is written.
  public enum PageStyle: String, Sendable, CaseIterable { case semantic, office }

  /// The bytes of the page.
  public static func render(_ text: String, style: PageStyle, encoding: TextEncoding = .utf8) -> [UInt8] {
    var writer = HTMLWriter(style: style == .office ? .office : .semantic, title: "公开", charset: encoding.declared)
    var rows: [GridRow] = []
    for line in lines(text) {
      if line.contains("\t") {
        rows.append(GridRow(.data, cells(line)))
        continue
      }
      if !rows.isEmpty { writer.table(rows) }
      rows = []
      if line.contains(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) { writer.paragraph(line) }
    }
    if !rows.isEmpty { writer.table(rows) }
    return encoding.bytes(of: writer.finished())
  }

  private static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\u{0C}" }
      .map { String(String.UnicodeScalarView($0)) }
  }

  private static func cells(_ line: String) -> [GridCell] {
    line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false)
      .map { GridCell(String(String.UnicodeScalarView($0))) }
  }
}

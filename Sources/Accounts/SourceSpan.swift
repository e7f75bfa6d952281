/// Where in the source a value stands: 1-based lines and columns, both ends included, and for HTML the XPath of the cell.
///
/// The text in which both are counted is the source as decoded, before it is parsed: markup and character references
/// stand in it as they were written. LF, CRLF and CR end lines; a column is one Unicode scalar; a byte order mark is none;
/// each sequence that the encoding does not allow, and each NUL, is one U+FFFD. A span holds all of a character reference
/// or of a tag that a scalar of the value stands for. The XPath is that of the page as browsers read it: `<![if ...]>` is
/// no text, and what stands behind `</body>` or `</html>` belongs to the body. A value that several elements hold has
/// the path of the first.
public struct SourceSpan: Hashable, Sendable {
  /// First line.
  public var line: Int
  /// First column on `line`.
  public var column: Int
  /// Last line.
  public var lineEnd: Int
  /// Last column on `lineEnd`.
  public var columnEnd: Int
  /// XPath of the HTML element that holds the value; nil in text.
  public var path: String?

  /// Makes a span; the end defaults to the start.
  public init(line: Int, column: Int, lineEnd: Int? = nil, columnEnd: Int? = nil, path: String? = nil) {
    self.line = line
    self.column = column
    self.lineEnd = lineEnd ?? line
    self.columnEnd = columnEnd ?? column
    self.path = path
  }

  /// The smallest span that holds both; the path of the first is kept.
  public func union(_ other: SourceSpan) -> SourceSpan {
    let start = (other.line, other.column) < (line, column) ? (other.line, other.column) : (line, column)
    let end =
      (other.lineEnd, other.columnEnd) > (lineEnd, columnEnd)
      ? (other.lineEnd, other.columnEnd) : (lineEnd, columnEnd)
    return SourceSpan(line: start.0, column: start.1, lineEnd: end.0, columnEnd: end.1, path: path ?? other.path)
  }
}

import Accounts

/// One step of a page in reading order: tables, rows and cells properly nested, whatever the markup was.
struct PageEvent {
  /// What happens.
  enum Kind: UInt8 {
    case text, tableStart, tableEnd, rowStart, rowEnd, cellStart, cellEnd
  }

  var kind: Kind
  /// Index of the matching end, for starts.
  var partner = 0
  /// Where the text stands in the pool of the page.
  var text = 0..<0
  /// Where the text stands in the source, without a path.
  var span = SourceSpan(line: 0, column: 0)
  /// Where the XPath of the element stands in the pool of paths: of cells, and of text outside cells.
  var path = 0..<0
  /// Level of a heading, else 0.
  var heading: UInt8 = 0
  var followsBlank = false
  var followsPageBreak = false
  /// Whether a row is the first of a group (`thead`, `tbody`, `tfoot`), which ends all row spans above it.
  var startsGroup = false
  var columnSpan = 1
  var rowSpan = 1
  /// The number of rows, for the start of a table.
  var rows = 0
}

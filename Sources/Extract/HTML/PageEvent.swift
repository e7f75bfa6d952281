/// One step of a page in reading order: tables, rows and cells properly nested, whatever the markup was.
///
/// A page has one for every tag of a table; it holds no references and is kept small, since that makes arrays of it fast.
struct PageEvent {
  /// What happens.
  enum Kind: UInt8 {
    case text, tableStart, tableEnd, rowStart, rowEnd, cellStart, cellEnd
  }

  var kind: Kind
  /// Level of a heading, else 0.
  var heading: UInt8 = 0
  var followsBlank = false
  var followsPageBreak = false
  /// Whether a row is the first of a group (`thead`, `tbody`, `tfoot`), which ends all row spans above it.
  var startsGroup = false
  /// Index of the matching end, for starts.
  var partner: Int32 = 0
  /// Where the text stands in the pool of the page.
  var text = PoolRange()
  /// The runs of the text, as indices into those of the page; empty where it is one plain stretch.
  var runs = PoolRange()
  /// The number of the XPath of a cell, and of the element around text outside cells; 0 without one.
  var path: Int32 = 0
  /// First and last place of the text in the source; for other kinds without meaning.
  var place = Place()
  /// Grid columns that a cell covers.
  var columnSpan: Int32 = 1
  /// Grid rows that a cell covers, 0 for all that follow; the number of rows of a table.
  var rowSpan: Int32 = 1

  /// Lines and columns, as in a span.
  struct Place {
    var line: Int32 = 0
    var column: Int32 = 0
    var lineEnd: Int32 = 0
    var columnEnd: Int32 = 0
  }

  /// A range of bytes in a pool.
  struct PoolRange {
    var start: Int32 = 0
    var end: Int32 = 0

    /// The empty range at 0.
    init() {}

    /// A range of a pool, which is never larger than the largest source that libxml2 takes.
    init(_ range: Range<Int>) {
      start = Int32(truncatingIfNeeded: range.lowerBound)
      end = Int32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
  }
}

/// A stretch of text whose characters stand one behind the other in the page, by its start in the pool.
struct PageRun {
  var text: Int32
  /// Where its first character stands.
  var place: PageEvent.Place
}

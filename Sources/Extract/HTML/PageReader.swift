import Accounts

/// Turns the parser's tags and texts into page events: furniture dropped, tables mended, text in blocks.
struct PageReader {
  private(set) var isCut = false
  private(set) var isTooDeep = false
  /// Whether nothing more should be read.
  var isDone: Bool { isCut || flattened > 4 * limits.maximumDepth }

  var events: [PageEvent] = []
  /// The runs of all blocks that are not one plain stretch of the page.
  private(set) var runs: [PageRun] = []
  var flow = TextFlow()
  var stack = ElementStack()
  var tables: [OpenTable] = []
  var suspects: [Suspect] = []
  /// Event of the last table, by its start, that is too long for navigation.
  var lastDataTable = -1
  var isAfterBlank = true

  private let page: ByteBuffer
  private var positions: PositionTracker
  private let keepsLineEnds: Bool
  private let limits: ExtractLimits
  private var isAfterPageBreak = false
  /// Open elements below a dropped one, with it.
  private var dropped = 0
  /// Open elements beyond the deepest whose structure is kept.
  private var flattened = 0
  private var texts = 0
  private var heading: UInt8 = 0
  private var articles = 0
  private var preformatted = 0
  private var links = 0
  private var flattenedTables = 0

  /// More tables inside each other than any page has.
  private static let deepestTable = 32

  init(_ page: ByteBuffer, keepsLineEnds: Bool, limits: ExtractLimits) {
    self.page = page
    positions = PositionTracker(page)
    self.keepsLineEnds = keepsLineEnds
    self.limits = limits
    events.reserveCapacity(page.count / 64)
  }

  /// An element starts; `offset` is where its tag ends.
  mutating func start(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, at offset: Int
  ) {
    if dropped > 0 {
      dropped += 1
      return
    }
    let tag = stack.tag(at: name)
    if stack.count >= limits.maximumDepth {
      isTooDeep = true
      flattened += 1
      if tag.kind == .lineBreak { breakLine() }
      return
    }
    let values = ElementAttributes(attributes, kind: tag.kind)
    if values.breaksPage { breakPage() }
    if tag.kind == .dropped || (values.isHidden && tag.kind != .root) {
      if tag.kind.isBlock { endBlock() }
      _ = stack.countChild(tag.id)
      dropped = 1
      return
    }
    open(tag, values, at: offset)
  }

  /// The innermost element ends.
  mutating func end() {
    if dropped > 0 {
      dropped -= 1
      return
    }
    if flattened > 0 {
      flattened -= 1
      return
    }
    guard let element = stack.elements.last else { return }
    if element.tag.kind.isBlock { endBlock() }
    if element.isSuspect && element.tag.kind != .table { settleSuspect() }
    switch element.tag.kind {
    case .table where element.isFlattened: flattenedTables -= 1
    case .paragraph, .table: isAfterBlank = true
    case .heading:
      heading = 0
      isAfterBlank = true
    case .article: articles -= 1
    case .preformatted: preformatted -= 1
    case .link:
      links -= 1
      flow.isInLink = links > 0
    default: break
    }
    closeTables(endingAt: stack.count)
    if element.isSuspect && element.tag.kind == .table { settleSuspect() }
    stack.pop()
  }

  /// Text, which ends at `offset` in the page.
  mutating func text(_ chunk: ByteBuffer, endingAt offset: Int) {
    guard dropped == 0 else { return }
    let keeps = preformatted > 0 || (keepsLineEnds && tables.isEmpty)
    let source = ChunkSource(of: chunk, endingAt: offset, in: page)
    if let reference = source.reference {
      if flow.append(chunk, for: reference, keepsLineEnds: keeps) { breakLine() }
      return
    }
    for piece in source.pieces {
      let part = ByteBuffer(rebasing: chunk[piece.range])
      var index = 0
      while index < part.count {
        index = flow.append(part, from: index, at: piece.start, keepsLineEnds: keeps)
        if index < part.count || (keeps && part[part.count - 1] <= 0x0D && part[part.count - 1] >= 0x0A) {
          breakLine()
        }
      }
    }
  }

  /// The page ends.
  mutating func finish() {
    endBlock()
    while stack.count > 0 { end() }
    closeTables(endingAt: 0)
  }

  private mutating func open(_ tag: TagTable.Tag, _ values: ElementAttributes, at offset: Int) {
    let kind = tag.kind
    if kind.isBlock {
      endBlock()
      closeImplicitTable(before: kind)
    }
    let isTablePart = kind == .table || kind == .rowGroup || kind == .row || kind == .cell
    let isFlattened = isTablePart && (flattenedTables > 0 || (kind == .table && tables.count >= Self.deepestTable))
    let isSuspect = kind == .furniture || (kind == .header && articles == 0) || values.isNavigation
    if isSuspect && kind != .cell { suspect() }
    if isTablePart && !isFlattened { openTablePart(kind, values) }
    stack.push(tag, isSuspect: isSuspect, isFlattened: isFlattened)
    if isSuspect && kind == .cell { suspect() }
    switch kind {
    case .lineBreak: breakLine()
    case .rule, .paragraph: isAfterBlank = true
    case .table where isFlattened:
      flattenedTables += 1
      isTooDeep = true
    case .table: isAfterBlank = true
    case .heading:
      heading = tag.level
      isAfterBlank = true
    case .article: articles += 1
    case .preformatted: preformatted += 1
    case .link:
      links += 1
      flow.isInLink = true
    case .input where values.isBox: appendBox(isChecked: values.isChecked, at: offset)
    default: break
    }
  }

  /// Takes in the box of an element whose tag ends at `offset`.
  private mutating func appendBox(isChecked: Bool, at offset: Int) {
    var sign = isChecked ? "√" : "□"
    let start = page[..<min(offset, page.count)].lastIndex(of: UInt8(ascii: "<")) ?? offset
    let end = page[min(offset, page.count)...].prefix(2).firstIndex(of: UInt8(ascii: ">")) ?? offset - 1
    sign.withUTF8 { bytes in _ = flow.append(bytes, for: start..<max(start + 1, end + 1)) }
  }

  private mutating func breakLine() {
    if !endBlock() { isAfterBlank = true }
  }

  private mutating func breakPage() {
    endBlock()
    isAfterBlank = true
    isAfterPageBreak = true
  }

  /// Ends the block of running text; false if it was blank.
  @discardableResult
  mutating func endBlock() -> Bool {
    guard let block = flow.endBlock() else { return false }
    let start = positions.position(at: block.source.lowerBound)
    let firstRun = runs.count
    placeRuns(of: block.text)
    let end = positions.position(at: block.source.upperBound)
    var event = PageEvent(kind: .text)
    event.text = PageEvent.PoolRange(block.text)
    event.place = PageEvent.Place(
      line: start.line, column: start.column, lineEnd: end.line, columnEnd: end.column - 1)
    event.runs = PageEvent.PoolRange(firstRun..<runs.count)
    event.heading = heading
    event.followsBlank = isAfterBlank
    event.followsPageBreak = isAfterPageBreak
    if tables.last?.cell == nil { event.path = stack.path(at: stack.innermostBlock) }
    if tables.last?.row != nil, tables.last?.cell == nil, flow.holdsWord(block.text) {
      appendCell(of: event)
    } else {
      append(event)
    }
    isAfterBlank = false
    isAfterPageBreak = false
    texts += 1
    return true
  }

  /// Words right inside a row stand in a cell whose tag is broken; elsewhere they would lose their place in the row.
  private mutating func appendCell(of text: PageEvent) {
    var cell = PageEvent(kind: .cellStart)
    cell.path = text.path
    cell.partner = Int32(truncatingIfNeeded: events.count + 2)
    append(cell)
    append(text)
    append(PageEvent(kind: .cellEnd))
  }

  /// Notes where the runs of a block stand, unless it is one plain stretch.
  private mutating func placeRuns(of text: Range<Int>) {
    guard flow.runs.count > 1 || flow.runs.first.map({ $0.end > 0 }) ?? false else { return }
    for run in flow.runs where run.text < text.upperBound {
      let start = positions.position(at: run.start)
      let end = run.end > 0 ? positions.position(at: run.end) : (start.line, start.column + 1)
      runs.append(
        PageRun(
          text: Int32(truncatingIfNeeded: run.text),
          place: PageEvent.Place(
            line: start.line, column: start.column, lineEnd: end.0, columnEnd: end.1 - 1)))
    }
  }

  /// Appends an event, and notes when there are too many: blank cells cost memory as well.
  mutating func append(_ event: PageEvent) {
    events.append(event)
    if texts >= limits.maximumCells || events.count >= 4 * limits.maximumCells { isCut = true }
  }
}

/// The open elements of a page, with what an XPath needs to name each of them.
struct ElementStack {
  /// One open element.
  struct Element {
    var tag: TagTable.Tag
    /// 1-based position among the siblings of the same name.
    var position: Int
    /// Whether an XPath can name it, and all that it stands in.
    var isNameable: Bool
    /// Where the counts of its children start.
    var childCounts: Int
    /// The number of its XPath, once it has been asked for.
    var path: Int32?
    /// Whether its text is dropped at its end unless it holds much.
    var isSuspect = false
    /// Whether it is a table, row or cell within more tables than are told apart.
    var isFlattened = false
  }

  private(set) var tags = TagTable()
  private(set) var elements: [Element] = []
  /// The XPaths asked for so far.
  private(set) var paths = ElementPaths()
  /// How many children of a name an open element has had.
  private struct ChildCount {
    var tag: Int
    var count = 1
    /// The entry of the same name that an element farther out has; -1 without one.
    var outer: Int
  }

  /// The counts of all open elements; those of the innermost stand last.
  private var counts: [ChildCount] = []
  /// The last entry of each tag, by its number; -1 without one.
  private var lastCount: [Int] = []

  /// Deeper elements are named by their ancestor at this depth: it holds them, and paths stay short.
  private static let deepestPath = 48

  var count: Int { elements.count }

  /// The tag of the name at `address`.
  mutating func tag(at address: UnsafePointer<UInt8>) -> TagTable.Tag { tags.tag(at: address) }

  /// Opens an element.
  mutating func push(_ tag: TagTable.Tag, isSuspect: Bool, isFlattened: Bool) {
    let position = countChild(tag.id)
    elements.append(
      Element(
        tag: tag, position: position, isNameable: tag.isNameable && elements.last?.isNameable ?? true,
        childCounts: counts.count, isSuspect: isSuspect, isFlattened: isFlattened))
  }

  /// Closes the innermost element.
  mutating func pop() {
    guard let element = elements.popLast() else { return }
    while counts.count > element.childCounts, let count = counts.popLast() { lastCount[count.tag] = count.outer }
  }

  /// Counts one more child of the innermost element, and gives its position among those of its name.
  mutating func countChild(_ tag: Int) -> Int {
    while lastCount.count <= tag { lastCount.append(-1) }
    let last = lastCount[tag]
    if last >= elements.last?.childCounts ?? 0 {
      counts[last].count += 1
      return counts[last].count
    }
    lastCount[tag] = counts.count
    counts.append(ChildCount(tag: tag, outer: last))
    return 1
  }

  /// The number of the XPath of the element at `depth`, 1 for the outermost.
  mutating func path(at depth: Int) -> Int32 {
    let depth = min(depth, Self.deepestPath, elements.count)
    guard depth > 0 else { return 0 }
    if let known = elements[depth - 1].path { return known }
    let parent = path(at: depth - 1)
    let element = elements[depth - 1]
    let position = element.tag.kind == .root ? 0 : element.position
    let path =
      element.isNameable
      ? paths.add(tag: element.tag.id, position: position, below: parent) : parent
    elements[depth - 1].path = path
    return path
  }

  /// The depth of the innermost element that starts a line of its own.
  var innermostBlock: Int {
    var depth = elements.count
    while depth > 1, !elements[depth - 1].tag.kind.isBlock { depth -= 1 }
    return depth
  }
}

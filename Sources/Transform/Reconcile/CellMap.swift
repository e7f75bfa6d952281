/// A value for each cell of a problem, in one piece of memory.
struct CellMap<Value> {
  /// Where the cells of each row begin.
  private let starts: [Int]
  private var values: [Value]

  /// The same value for all cells.
  init(_ problem: Problem, repeating value: Value) {
    var (starts, count) = ([Int](), 0)
    starts.reserveCapacity(problem.rows.count)
    for row in problem.rows.indices {
      starts.append(count)
      count += problem.rows[row].measures.count
    }
    self.starts = starts
    values = Array(repeating: value, count: count)
  }

  subscript(row: Int, column: Int) -> Value {
    get { values[starts[row] + column] }
    set { values[starts[row] + column] = newValue }
  }
}

/// A list for each cell of a problem, in two pieces of memory however many cells and elements there are.
struct CellLists<Element> {
  private var ends: CellMap<(first: Int, last: Int)?>
  /// All elements, each with the place of the next one of its list.
  private var links: [(element: Element, next: Int?)] = []

  /// Empty lists.
  init(_ problem: Problem) {
    ends = CellMap(problem, repeating: nil)
  }

  /// Adds an element to the list of a cell.
  mutating func append(_ element: Element, row: Int, column: Int) {
    let end = ends[row, column]
    if let end { links[end.last].next = links.count }
    ends[row, column] = (end?.first ?? links.count, links.count)
    links.append((element, nil))
  }

  /// Whether the list of a cell has no element.
  func isEmpty(row: Int, column: Int) -> Bool { ends[row, column] == nil }

  /// The list of a cell, in the order in which it came about.
  subscript(row: Int, column: Int) -> [Element] {
    var elements: [Element] = []
    var next = ends[row, column]?.first
    while let link = next {
      elements.append(links[link].element)
      next = links[link].next
    }
    return elements
  }
}

import Accounts

/// Finds the lines that hold nothing but a page number.
enum PageNumbers {
  /// Which of the lines are page numbers.
  ///
  /// `— 49 —` and `第 3 页 共 10 页` are page numbers wherever they stand. `3/45` must have the same total at least
  /// twice. A bare number must stand at the ends of two pages or more and count them: in layouts with one cell per line
  /// it is otherwise a figure.
  static func find(in lines: [SourceLine], reduced: [ReducedLine]) -> [Bool] {
    var found = [Bool](repeating: false, count: lines.count)
    var ratios: [Int: [Int]] = [:]
    var bare: [(index: Int, number: Int)] = []
    for index in lines.indices where lines[index].table == nil && mayBePageNumber(lines[index]) {
      guard lines[index].cells.reduce(0, { $0 + $1.text.utf8.count }) <= 40 else { continue }
      switch shape(of: text(of: lines[index], reduced[index]).units) {
      case .marked: found[index] = true
      case .ratio(let total): ratios[total, default: []].append(index)
      case .bare(let number) where isAtPageEnd(index, in: lines): bare.append((index, number))
      case .bare, .none: break
      }
    }
    for indices in ratios.values where indices.count > 1 {
      for index in indices { found[index] = true }
    }
    for (left, right) in zip(bare, bare.dropFirst()) where right.number == left.number + 1 {
      found[left.index] = true
      found[right.index] = true
    }
    return found
  }

  private enum Shape {
    case marked
    case ratio(total: Int)
    case bare(Int)
    case none
  }

  private static func shape(of units: [UInt16]) -> Shape {
    guard let first = units.first, let last = units.last, units.count <= 16 else { return .none }
    if let number = integer(units[...]) { return units.count <= 3 ? .bare(number) : .none }
    if units.count > 2, first == last, isMark(first), integer(inside(units)) != nil { return .marked }
    if units.count > 4, units.starts(with: doubleMark), units.suffix(2).elementsEqual(doubleMark),
      integer(units[2..<(units.count - 2)]) != nil
    {
      return .marked
    }
    if units.contains(page) { return isPageCount(units) ? .marked : .none }
    if let slash = units.firstIndex(of: 0x2F), let number = integer(units[..<slash]),
      let total = integer(units[(slash + 1)...]), number <= total
    {
      return .ratio(total: total)
    }
    return .none
  }

  /// Whether the text is made of 第, 共, 页, digits and separators only, and has both a digit and 页.
  private static func isPageCount(_ units: [UInt16]) -> Bool {
    units.contains(where: isDigit)
      && units.allSatisfy { isDigit($0) || isPageWord($0) }
  }

  /// A cheap test: few cells, and none of the characters first that nearly all other text begins with.
  private static func mayBePageNumber(_ line: SourceLine) -> Bool {
    guard line.cells.count <= 4, let first = line.cells.first?.text.unicodeScalars.first else { return false }
    return !first.isHan || first == "第" || first == "共" || first == "页"
  }

  private static func text(of line: SourceLine, _ reduced: ReducedLine) -> NormalText {
    line.width > 2 ? ReducedLine.joined(line.cells) : reduced.normal
  }

  private static func isAtPageEnd(_ index: Int, in lines: [SourceLine]) -> Bool {
    index + 1 == lines.count || lines[index + 1].followsPageBreak || (index > 0 && lines[index].followsPageBreak)
  }

  private static func inside(_ units: [UInt16]) -> ArraySlice<UInt16> {
    units.dropFirst().dropLast()
  }

  private static func integer(_ units: ArraySlice<UInt16>) -> Int? {
    guard !units.isEmpty, units.count <= 4, units.allSatisfy(isDigit) else { return nil }
    return units.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// Whether it is one of - ~ · •.
  private static func isMark(_ unit: UInt16) -> Bool {
    unit == 0x2D || unit == 0x7E || unit == 0xB7 || unit == 0x2022
  }

  /// Whether it is one of 第 共 页 / , 、 - |.
  private static func isPageWord(_ unit: UInt16) -> Bool {
    [0x7B2C, 0x5171, page, 0x2F, 0x2C, 0x3001, 0x2D, 0x7C].contains(unit)
  }

  private static let page: UInt16 = 0x9875  // 页
  private static let doubleMark = Array("--".utf16)
}

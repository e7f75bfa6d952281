/// Blanks what a tag has beyond the attributes of any real one.
///
/// libxml2 compares each attribute of a tag with all before it.
enum AttributeLimit {
  /// No element of HTML has half as many.
  private static let most = 250
  /// A shorter tag, in bytes, has fewer.
  private static let shortest = 2 * most

  /// Overwrites the attributes beyond the limit with spaces, so that no place in the page moves; false where there are
  /// none.
  static func erase(in page: inout [UInt8]) -> Bool {
    page.withUnsafeMutableBufferPointer { page in
      var index = 0
      var isErased = false
      while let tag = ByteBuffer(page).firstIndex(of: UInt8(ascii: "<"), from: index) {
        index = tag + 1
        guard index < page.count, page[index].isLetter, !isShort(ByteBuffer(page), from: index) else { continue }
        let (excess, end) = scan(ByteBuffer(page), from: index)
        index = end
        guard let excess else { continue }
        isErased = true
        for place in excess..<end where page[place] != 0x0A && page[place] != 0x0D { page[place] = 0x20 }
      }
      return isErased
    }
  }

  /// A cheap test: whether a tag ends soon, outside of quotation marks.
  private static func isShort(_ page: ByteBuffer, from start: Int) -> Bool {
    guard let end = page.firstIndex(of: UInt8(ascii: ">"), from: start), end - start < shortest else { return false }
    var (double, single) = (0, 0)
    for index in start..<end {
      double &+= page[index] == UInt8(ascii: "\"") ? 1 : 0
      single &+= page[index] == UInt8(ascii: "'") ? 1 : 0
    }
    return double & 1 == 0 && single & 1 == 0
  }

  /// Where the first attribute beyond the limit begins, if there is one, and where the tag ends whose name is at `start`.
  private static func scan(_ page: ByteBuffer, from start: Int) -> (excess: Int?, end: Int) {
    var index = start
    var count = 0
    var excess: Int?
    while index < page.count, page[index] != UInt8(ascii: ">") {
      guard page[index] > 0x20 else {
        index += 1
        continue
      }
      // The name of the element counts as one.
      if count == most + 1 { excess = excess ?? index }
      count += 1
      index = endOfAttribute(page, from: index)
    }
    return (excess, min(index, page.count))
  }

  /// The end of a name, or of a name with its value.
  private static func endOfAttribute(_ page: ByteBuffer, from start: Int) -> Int {
    var index = start
    while index < page.count, page[index] > 0x20, page[index] != UInt8(ascii: ">") {
      let byte = page[index]
      index += 1
      guard byte == UInt8(ascii: "=") else { continue }
      while index < page.count, page[index] <= 0x20 { index += 1 }
      guard index < page.count, page[index] == UInt8(ascii: "\"") || page[index] == UInt8(ascii: "'") else { continue }
      return page.firstIndex(of: page[index], from: index + 1).map { $0 + 1 } ?? page.count
    }
    return index
  }
}

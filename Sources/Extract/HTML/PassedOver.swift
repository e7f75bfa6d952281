/// What browsers pass over in a page and libxml2 does not: `<![if ...]>` and `<![endif]>`, which office programs put
/// around text for other programs, and the ends of `body` and `html`, behind which a page goes on in its body.
enum PassedOver {
  /// Overwrites all of it, so that no place in the page moves: with DEL, which is nothing, within running text, and
  /// with spaces elsewhere, since characters make elements where none may stand.
  static func erase(in page: inout [UInt8]) {
    page.withUnsafeMutableBufferPointer { page in
      var index = 0
      while let next = ByteBuffer(page).firstIndex(of: UInt8(ascii: "<"), from: index) {
        index = next + 1
        guard let end = conditionEnd(of: ByteBuffer(page), at: next) ?? pageEnd(of: ByteBuffer(page), at: next) else {
          continue
        }
        let isInText = next > 0 && page[next - 1] > 0x20 && page[next - 1] != UInt8(ascii: ">")
        page[next..<end].update(repeating: isInText ? 0x7F : 0x20)
        index = end
      }
    }
  }

  /// The offset behind the condition at `start`, if one stands there; one that ends a comment (`<![endif]-->`) is none.
  private static func conditionEnd(of page: ByteBuffer, at start: Int) -> Int? {
    guard start + 2 < page.count, page[start + 1] == UInt8(ascii: "!") else { return nil }
    guard page.holds("<![if", at: start) || page.holds("<![endif", at: start) else { return nil }
    guard let end = end(of: page, from: start) else { return nil }
    return page[end - 2] == UInt8(ascii: "]") ? end : nil
  }

  /// The offset behind `</body>` or `</html>` at `start`, if one stands there.
  private static func pageEnd(of page: ByteBuffer, at start: Int) -> Int? {
    guard start + 6 < page.count, page[start + 1] == UInt8(ascii: "/"),
      page.holds("</body", at: start) || page.holds("</html", at: start),
      !page[start + 6].isLetter, !page[start + 6].isDigit
    else { return nil }
    return end(of: page, from: start)
  }

  private static func end(of page: ByteBuffer, from start: Int) -> Int? {
    let limit = min(page.count, start + longest)
    return (start..<limit).first { page[$0] == UInt8(ascii: ">") }.map { $0 + 1 }
  }

  private static let longest = 200
}

/// The marks `<![if ...]>` and `<![endif]>` that office programs put around text for other programs.
///
/// They are comments to a browser, but older versions of libxml2 read them as text.
enum ConditionalMark {
  /// Overwrites all marks with DEL, which is nothing in running text, so that no place in the page moves.
  static func erase(in page: inout [UInt8]) {
    page.withUnsafeMutableBufferPointer { page in
      var index = 0
      while let next = ByteBuffer(page).firstIndex(of: UInt8(ascii: "<"), from: index) {
        index = next + 1
        if let end = end(of: ByteBuffer(page), at: next) {
          page[next..<end].update(repeating: 0x7F)
          index = end
        }
      }
    }
  }

  /// The offset behind the mark at `start`, if one stands there; one that ends a comment (`<![endif]-->`) is none.
  private static func end(of page: ByteBuffer, at start: Int) -> Int? {
    guard start + 2 < page.count, page[start + 1] == UInt8(ascii: "!") else { return nil }
    guard page.holds("<![if", at: start) || page.holds("<![endif", at: start) else { return nil }
    let limit = min(page.count, start + longest)
    guard let close = (start..<limit).first(where: { page[$0] == UInt8(ascii: ">") }) else { return nil }
    return page[close - 1] == UInt8(ascii: "]") ? close + 1 : nil
  }

  private static let longest = 200
}

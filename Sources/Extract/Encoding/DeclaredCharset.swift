/// The encoding that an HTML page says it has, which is often wrong and never believed.
enum DeclaredCharset {
  /// The name behind `charset=` in the first `meta` element, or behind `encoding=` in an XML declaration, as printed.
  static func find(in page: ByteBuffer) -> String? {
    let end = min(page.count, 1 << 14)
    var index = 0
    while index < end {
      if page.holds("<meta", at: index), let name = value(of: "charset", in: page, from: index + 5) { return name }
      if page.holds("<?xml", at: index), let name = value(of: "encoding", in: page, from: index + 5) { return name }
      index += 1
    }
    return nil
  }

  /// A longer tag declares nothing: many that never end would each be read to the end of the page.
  private static let longestTag = 2_000

  /// The encodings that a declared name stands for; none for one that is never detected.
  static func encodings(named name: String) -> [TextEncoding] {
    switch String(decoding: name.utf8.map(\.lowercased), as: UTF8.self) {
    case "utf-8", "utf8": [.utf8]
    case "utf-16", "utf16", "unicode": [.utf16LittleEndian, .utf16BigEndian]
    case "utf-16le": [.utf16LittleEndian]
    case "utf-16be": [.utf16BigEndian]
    case "gb18030", "gbk", "gb2312", "gb_2312-80", "x-gbk", "cp936", "ms936", "windows-936", "x-cp20936": [.gb18030]
    default: []
    }
  }

  /// The value of `attribute` in the tag that goes on at `start`.
  private static func value(of attribute: StaticString, in page: ByteBuffer, from start: Int) -> String? {
    var index = start
    let end = min(page.count, start + longestTag)
    while index < end, page[index] != UInt8(ascii: ">") {
      if page.holds(attribute, at: index) {
        index += attribute.utf8CodeUnitCount
        while index < page.count, isFiller(page[index]) { index += 1 }
        let first = index
        while index < page.count, isNamePart(page[index]) { index += 1 }
        return index > first ? page.text(first..<index) : nil
      }
      index += 1
    }
    return nil
  }

  private static func isFiller(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }
}

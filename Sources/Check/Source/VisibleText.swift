import CLibXML2

/// What a reader sees of a stretch of a source: without tags and comments, character references and boxes read, and
/// without what converters leave in a text.
struct VisibleText {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var output = String.UnicodeScalarView()

  /// Reads a stretch of markup; a tag parts what stands around it like a space.
  static func ofMarkup(_ stretch: String) -> String {
    guard stretch.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return stretch }
    var reader = VisibleText(scalars: Array(stretch.unicodeScalars))
    while reader.index < reader.scalars.count { reader.step() }
    return String(reader.output)
  }

  /// Leaves out emphasis (`**`, `__`), the codes of fields (`PAGEREF _Toc12 \h`), and the backslash of `\|`.
  static func withoutResidue(_ text: String) -> String {
    var reader = VisibleText(scalars: Array(text.unicodeScalars))
    while reader.index < reader.scalars.count {
      if !reader.skipResidue() {
        reader.output.append(reader.scalars[reader.index])
        reader.index += 1
      }
    }
    return String(reader.output)
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private func holds(_ word: String, at place: Int, ignoringCase: Bool = false) -> Bool {
    var place = place
    for scalar in word.unicodeScalars {
      guard place < scalars.count else { return false }
      let own = ignoringCase ? scalars[place].properties.lowercaseMapping.unicodeScalars.first : scalars[place]
      guard own == scalar else { return false }
      place += 1
    }
    return true
  }

  /// The place behind the next occurrence of a word; the end where there is none.
  private func end(of word: String, from start: Int, ignoringCase: Bool = false) -> Int {
    var place = start
    while place < scalars.count {
      if holds(word, at: place, ignoringCase: ignoringCase) { return place + word.unicodeScalars.count }
      place += 1
    }
    return scalars.count
  }

  // MARK: markup

  private mutating func step() {
    switch scalars[index] {
    case "<" where holds("<!--", at: index): index = end(of: "-->", from: index + 4)
    // The end of no element is nothing, as libxml2 has it, and what follows is text.
    case "<" where holds("</", at: index) && !isLetter(at: index + 2): index += 2
    case "<" where isLetter(at: index + 1) || ["</", "<!", "<?"].contains(where: { holds($0, at: index) }): skipTag()
    case "&": readReference()
    default:
      output.append(scalars[index])
      index += 1
    }
  }

  private func isLetter(at place: Int) -> Bool {
    place < scalars.count && scalars[place].isASCII && scalars[place].properties.isAlphabetic
  }

  /// Skips a tag, and all of an element that shows nothing; a box to tick is √ or □.
  private mutating func skipTag() {
    let start = index
    output.append(" ")
    index = end(of: ">", from: index)
    let words = String(String.UnicodeScalarView(scalars[start..<index])).lowercased()
    if words.hasPrefix("<input"), words.contains("checkbox") || words.contains("radio") {
      output.append(words.contains("checked") ? "√" : "□")
    }
    for name in ["script", "style"] where words.hasPrefix("<\(name)") {
      index = end(of: ">", from: end(of: "</\(name)", from: index, ignoringCase: true))
    }
  }

  private mutating func readReference() {
    if holds("#", at: index + 1) { return readNumber() }
    let name = scalars[(index + 1)...].prefix(40).prefix {
      $0.isASCII && ($0.properties.isAlphabetic || Self.isDigit($0))
    }
    guard name.endIndex < scalars.count, scalars[name.endIndex] == ";",
      let scalar = Self.entity(String(String.UnicodeScalarView(name)))
    else {
      output.append("&")
      index += 1
      return
    }
    output.append(scalar)
    index = name.endIndex + 1
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Reads `&#30340;` or `&#x7684;`; without digits, or with those of no character, it is nothing, as libxml2 has it.
  private mutating func readNumber() {
    let isHexadecimal = holds("x", at: index + 2, ignoringCase: true)
    let digits = scalars[min(index + (isHexadecimal ? 3 : 2), scalars.count)...]
      .prefix { isHexadecimal ? $0.properties.isASCIIHexDigit : Self.isDigit($0) }
    let value = UInt32(String(String.UnicodeScalarView(digits)), radix: isHexadecimal ? 16 : 10)
    if let scalar = value.flatMap(Unicode.Scalar.init) { output.append(scalar) }
    index = digits.endIndex
    if index < scalars.count, scalars[index] == ";" { index += 1 }
  }

  private static func entity(_ name: String) -> Unicode.Scalar? {
    guard let entity = htmlEntityLookup(name) else { return nil }
    return Unicode.Scalar(UInt32(entity.pointee.value))
  }

  // MARK: residue

  private mutating func skipResidue() -> Bool {
    switch scalars[index] {
    case "*", "_":
      let run = scalars[index...].prefix { $0 == scalars[index] }
      guard (2...3).contains(run.count) else {
        output.append(contentsOf: run)
        index = run.endIndex
        return true
      }
      index = run.endIndex
      return true
    case "\\" where holds("\\|", at: index):
      index += 1
      return true
    case "\\", "P", "H", "T": return skipField()
    default: return false
    }
  }

  private static let fields = ["PAGEREF _Toc", "HYPERLINK \\l", "TOC \\o", "\\* MERGEFORMAT"]

  private mutating func skipField() -> Bool {
    guard let field = Self.fields.first(where: { holds($0, at: index) }) else { return false }
    index += field.unicodeScalars.count
    while index < scalars.count, Self.isDigit(scalars[index]) || scalars[index] == "_" { index += 1 }
    while let end = argumentEnd() { index = end }
    return true
  }

  /// The end of a switch (`\h`), a quoted name or a bookmark behind spaces; nil where none follows.
  private func argumentEnd() -> Int? {
    guard let start = scalars[index...].firstIndex(where: { $0 != " " }) else { return nil }
    switch scalars[start] {
    case "\\": return min(start + 2, scalars.count)
    case "\"":
      return scalars[(start + 1)...].firstIndex(of: "\"").map { $0 + 1 }
    case "_": return scalars[start...].firstIndex { $0.value <= 0x20 || $0.value >= 0x80 } ?? scalars.count
    default: return nil
    }
  }
}

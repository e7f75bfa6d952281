import Accounts

/// Running text reduced for reading, with the way back from each unit to its place in the source.
///
/// Paragraphs that a page end has parted are one text: a sentence goes on until it ends.
package struct NarrativeText {
  /// The reduced text.
  private(set) var normal = NormalText(units: [])
  /// For each unit the paragraph, and the offset of its scalar there in scalars and in bytes.
  private var places: [(paragraph: Int32, offset: Int32, byte: Int32)] = []
  private var paragraphs: [Paragraph] = []

  /// The longest text that is read as prose, in bytes; those of disclosures have some thousand.
  private static let longest = 1 << 18

  /// The texts of a section, captions left out, torn paragraphs joined.
  package static func texts(of paragraphs: [Paragraph]) -> [NarrativeText] {
    var texts: [NarrativeText] = []
    for paragraph in paragraphs where !isTooLong(paragraph) {
      let text = NarrativeText(paragraph)
      if text.isCaption || text.normal.isEmpty { continue }
      // Not the text itself: it would be copied.
      if let last = texts.indices.last, !text.beginsItem, texts[last].isOpen(before: text) {
        texts[last].append(text)
      } else {
        texts.append(text)
      }
    }
    return texts
  }

  /// Whether a paragraph is longer than any prose, so that nothing is read from it.
  static func isTooLong(_ paragraph: Paragraph) -> Bool { paragraph.text.utf8.count > longest }

  /// Reduces one paragraph.
  init(_ paragraph: Paragraph) {
    paragraphs = [paragraph]
    var units: [UInt16] = []
    var byte: Int32 = 0
    let rewritten = Numerals.rewritten(paragraph.text).unicodeScalars
    for (offset, (printed, scalar)) in zip(paragraph.text.unicodeScalars, rewritten).enumerated() {
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        guard let kept = NormalText.reduced(unit: unit) else { continue }
        units.append(kept)
        places.append((0, Int32(truncatingIfNeeded: offset), byte))
      }
      byte += Int32(UTF8.width(printed))
    }
    normal = NormalText(units: units)
  }

  private mutating func append(_ other: NarrativeText) {
    let count = Int32(truncatingIfNeeded: paragraphs.count)
    normal.append(other.normal)
    places += other.places.lazy.map { ($0.paragraph + count, $0.offset, $0.byte) }
    paragraphs += other.paragraphs
  }

  /// Where a stretch of the reduced text, which must not be empty, stands in the source.
  func span(of range: Range<Int>) -> SourceSpan {
    let first = places[range.lowerBound]
    let last = places[range.upperBound - 1]
    let (start, end) = (Int(first.offset), Int(last.offset) + 1)
    if first.paragraph == last.paragraph { return paragraphs[Int(first.paragraph)].span(of: start..<end) }
    return paragraphs[Int(first.paragraph)].span(of: start..<start + 1)
      .union(paragraphs[Int(last.paragraph)].span(of: end - 1..<end))
  }

  /// What is printed there, joined over line ends.
  func printed(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let first = places[range.lowerBound]
    let last = places[range.upperBound - 1]
    return (first.paragraph...last.paragraph).map { index in
      let text = paragraphs[Int(index)].text
      // By bytes, which a string finds at once, unlike scalars.
      let offset = index == first.paragraph ? Int(first.byte) : 0
      let start = text.utf8.index(text.startIndex, offsetBy: offset)
      guard index == last.paragraph else { return String(text.unicodeScalars[start...]) }
      let end = text.utf8.index(text.startIndex, offsetBy: Int(last.byte))
      return String(text.unicodeScalars[start...end])
    }.joined()
  }

  /// What is read there.
  func normal(_ range: Range<Int>) -> String { NormalText(units: normal.units[range]).description }

  /// A caption such as `图 1：收入结构`.
  private var isCaption: Bool {
    normal.units.count > 1 && normal.units[0] == 0x56FE && (0x30...0x39).contains(normal.units[1])
  }

  /// Whether the last sentence has not come to its end: its last number, which a line end may tear anywhere, or the
  /// sentence itself.
  private func isOpen(before next: NarrativeText) -> Bool {
    guard let last = normal.units.last, listMarker < normal.count, normal.count < Self.longest / 2 else { return false }
    let start = next.normal.units.prefix(2)
    if Self.isDigit(last) {
      let goesOn = start.first.map { Self.isDigit($0) || $0 == 0x2E && start.last.map(Self.isDigit) == true } ?? false
      if goesOn || MoneyUnit.leading(next.normal, at: 0) != nil { return true }
    }
    if last == 0x2E, start.first.map(Self.isDigit) == true {
      return normal.count > 1 && Self.isDigit(normal.units[normal.count - 2])
    }
    if last == 0x2C, normal.units.dropLast().last.map(Self.isDigit) == true {
      // Three digits behind a digit and its comma are the rest of a number.
      let digits = next.normal.units.prefix { Self.isDigit($0) }
      if digits.count == 3 { return true }
    }
    return normal.count > 12 && (!Self.ends.contains(last) || isPathAlone)
  }

  /// Whether it is only the path of a subject, `…（款）…（项）。`, whose figures follow.
  private var isPathAlone: Bool {
    let end = normal.units.dropLast().suffix(3)
    return Self.pathMarks.contains { end.elementsEqual($0.units) }
  }

  /// Whether it ends with a semicolon: a list goes on.
  var endsWithinList: Bool { normal.units.last == 0x3B }

  /// Whether it begins with a list number.
  var beginsItem: Bool { listMarker > 0 }

  /// The units of the list number that it begins with: `(1)`, `1.`, `1、`, `①`, `(一)`.
  var listMarker: Int {
    let units = normal.units
    guard let first = units.first else { return 0 }
    if (0x2460...0x2473).contains(first) { return 1 }
    let start = first == 0x28 ? 1 : 0
    var end = start
    while end < units.count, end - start < 3, Self.isNumeral(units[end]) { end += 1 }
    guard end > start, end < units.count else { return 0 }
    switch units[end] {
    case 0x29: return end + 1  // )
    // A decimal point is no separator, be it at the end of a torn text.
    case 0x2E where start == 0: return end + 1 == units.count || Self.isDigit(units[end + 1]) ? 0 : end + 1
    case 0x3001 where start == 0: return end + 1  // 、
    default: return 0
    }
  }

  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private static func isNumeral(_ unit: UInt16) -> Bool { isDigit(unit) || chineseNumerals.contains(unit) }

  private static let pathMarks: [NormalText] = ["(类)", "(款)", "(项)"]
  private static let chineseNumerals = NormalText("一二三四五六七八九十").units
  private static let ends = NormalText("。；：！？.").units + [0x3A, 0x3B]
}

import Accounts

/// The number that a heading or a list item begins with: `第一部分`, `一、`, `（一）`, `1.`, `（1）`, `①`.
struct HeadingMarker: Hashable, Sendable {
  /// The styles in the order in which disclosures nest them.
  enum Style: Int, Comparable, Sendable {
    /// `第一部分`, `第二章`.
    case part
    /// `一、`.
    case chinese
    /// `（一）`.
    case bracketedChinese
    /// `1.`, `1、`.
    case arabic
    /// `（1）`, `1）`.
    case bracketedArabic
    /// `①`.
    case circled

    /// Orders from the outermost style in.
    static func < (left: Style, right: Style) -> Bool { left.rawValue < right.rawValue }
  }

  /// How it is written.
  var style: Style
  /// As printed, without the separator behind it: `第一部分`, `一`, `（一）`, `1`.
  var number: String
  /// Whether anything stands behind it.
  var rest: String

  /// Reads the marker at the start of `text`; nil where none stands there.
  init?(_ text: String) {
    var reader = Reader(text.unicodeScalars)
    guard let style = reader.style() else { return nil }
    self.style = style
    number = reader.number
    rest = String(text.unicodeScalars[reader.position...])
  }

  /// A cheap test of reduced text before a marker is read: 第, a bracket and a numeral, ① to ⑳, or a short numeral and
  /// a separator.
  static func mayBegin(_ reduced: NormalText) -> Bool {
    let units = reduced.units
    guard let first = units.first else { return false }
    switch first {
    case 0x7B2C, 0x2460...0x2473: return true
    case 0x28: return units.count > 2 && isNumeral(units[1])
    case _ where isNumeral(first):
      guard let end = units.prefix(4).firstIndex(where: { !isNumeral($0) }) else { return false }
      return units[end] == 0x3001 || units[end] == 0x2E || units[end] == 0x29
    default: return false
    }
  }

  /// Whether a unit of reduced text is a digit or a Chinese numeral.
  private static func isNumeral(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit) || Unicode.Scalar(unit)?.isChineseNumeral ?? false
  }

  /// Reads scalar by scalar; white space counts for nothing.
  private struct Reader {
    let scalars: String.UnicodeScalarView
    var position: String.Index
    var number = ""

    init(_ scalars: String.UnicodeScalarView) {
      self.scalars = scalars
      position = scalars.startIndex
      skipSpace()
    }

    mutating func style() -> Style? {
      let start = position
      guard let first = next() else { return nil }
      switch first {
      case "第": return part(from: start)
      case "（", "(": return bracketed(from: start)
      case "①"..."⑳":
        number = String(first)
        skipSpace()
        return .circled
      case _ where first.isChineseNumeral: return plain(from: start, .chinese) { $0.isChineseNumeral }
      case _ where first.isDigit: return plain(from: start, .arabic) { $0.isDigit }
      default: return nil
      }
    }

    private mutating func part(from start: String.Index) -> Style? {
      skipSpace()
      guard skip(while: { $0.isChineseNumeral || $0.isDigit }) else { return nil }
      skipSpace()
      switch next() {
      case "章": break
      case "部":
        skipSpace()
        guard next() == "分" else { return nil }
      default: return nil
      }
      number = squeezed(start..<position)
      skipSpace()
      if let mark = peek(), mark == "：" || mark == ":" || mark == "、" { _ = next() }
      skipSpace()
      return .part
    }

    private mutating func bracketed(from start: String.Index) -> Style? {
      let isChinese = peek()?.isChineseNumeral ?? false
      guard skip(while: { isChinese ? $0.isChineseNumeral : $0.isDigit }) else { return nil }
      guard let closing = next(), closing == "）" || closing == ")" else { return nil }
      number = squeezed(start..<position)
      skipSpace()
      if peek() == "、" { _ = next() }
      skipSpace()
      return isChinese ? .bracketedChinese : .bracketedArabic
    }

    /// A numeral and its separator: at most three characters of numeral, and no decimal number.
    private mutating func plain(
      from start: String.Index, _ style: Style, _ isNumeral: (Unicode.Scalar) -> Bool
    ) -> Style? {
      skip(while: isNumeral)
      let numeral = start..<position
      guard scalars.distance(from: numeral.lowerBound, to: numeral.upperBound) <= 3 else { return nil }
      skipSpace()
      guard let separator = next() else { return nil }
      switch separator {
      case "、": break
      case ".", "．": if peek().map({ $0.isDigit }) ?? false { return nil }
      case "）", ")":
        number = String(scalars[numeral])
        skipSpace()
        return style == .arabic ? .bracketedArabic : .bracketedChinese
      default: return nil
      }
      number = String(scalars[numeral])
      skipSpace()
      return style
    }

    private func peek() -> Unicode.Scalar? { position < scalars.endIndex ? scalars[position] : nil }

    private mutating func next() -> Unicode.Scalar? {
      guard let scalar = peek() else { return nil }
      position = scalars.index(after: position)
      return scalar
    }

    @discardableResult
    private mutating func skip(while isWanted: (Unicode.Scalar) -> Bool) -> Bool {
      let start = position
      while let scalar = peek(), isWanted(scalar) || (scalar.isSpace && position > start) { _ = next() }
      return position > start
    }

    private mutating func skipSpace() {
      while let scalar = peek(), scalar.isSpace { _ = next() }
    }

    private func squeezed(_ range: Range<String.Index>) -> String {
      let printed = scalars[range]
      guard printed.contains(where: \.isSpace) else { return String(printed) }
      return String(String.UnicodeScalarView(printed.filter { !$0.isSpace }))
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a digit, ASCII or full-width.
  var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }

  /// Whether it is white space, including the full-width and the non-breaking space.
  var isSpace: Bool { value <= 0x20 || value == 0xA0 || value == 0x3000 || (0x2000...0x200B).contains(value) }

  /// Whether it is a Chinese character of the basic block, as nearly all are.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) }

  /// Whether it is one of the numerals that headings count with.
  var isChineseNumeral: Bool {
    switch self {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "〇": true
    default: false
    }
  }
}

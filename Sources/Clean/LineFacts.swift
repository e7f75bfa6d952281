import Accounts

/// What the text of one line looks like, found in one pass and shared by all who read the line.
struct LineFacts: Sendable {
  /// How a text ends.
  enum Ending: Sendable {
    /// In the middle of a sentence, or without any: a heading, a cell.
    case open
    /// With a colon, a semicolon or dots: more may follow.
    case pausing
    /// With 。！？.
    case full
  }

  /// The text as printed.
  var text: String
  /// The text reduced for comparison.
  var normal: NormalText
  /// The heading number or list number that it begins with.
  var marker: HeadingMarker?
  /// Quarters of a wide character that it takes: 4 for a wide one, 2 for others, 1 for a space.
  ///
  /// Justified lines squeeze their spaces, which is why these count so little.
  var width = 0
  /// The width of what cannot be broken at its start: a number, a Latin word or one wide character.
  var firstUnitWidth = 0
  /// How it ends, closing quotation marks aside.
  var ending = Ending.open
  /// Whether it has the punctuation of sentences anywhere.
  var hasPunctuation = false
  /// Whether it looks like a row of a table in a layout without tabs: see `RowShape`.
  var isRow = false

  /// Looks at `text`.
  init(_ text: String) {
    let normal = NormalText(text)
    self.init(text, normal: normal, marker: HeadingMarker.mayBegin(normal) ? HeadingMarker(text) : nil)
  }

  /// Looks at a text that is reduced already.
  private init(_ text: String, normal: NormalText, marker: HeadingMarker?) {
    self.text = text
    self.normal = normal
    self.marker = marker
    var row = RowShape()
    var isInFirstUnit = true
    for scalar in text.unicodeScalars {
      if scalar.isHan, !isInFirstUnit {
        // Nearly all characters: no mark, no digit, four quarters wide.
        width += 4
        ending = .open
        row.addLetter()
        continue
      }
      let columns = Self.width(of: scalar)
      width += columns
      row.add(scalar)
      note(scalar)
      if isInFirstUnit {
        isInFirstUnit = scalar.isASCII && !scalar.isSpace
        if isInFirstUnit || firstUnitWidth == 0 { firstUnitWidth += columns }
      }
    }
    isRow = row.isRow
  }

  /// Looks at the lines, all cells of each joined; those that `skipped` marks stay without text, and so do the rows of
  /// grids.
  static func all(
    _ lines: [SourceLine], reduced: [ReducedLine]? = nil, skipping skipped: [Bool] = []
  ) -> [LineFacts] {
    let reduced = reduced ?? lines.map(ReducedLine.init)
    let nothing = LineFacts("")
    return lines.indices.map { index in
      if lines[index].width > 2 || !skipped.isEmpty && skipped[index] { return nothing }
      return LineFacts(lines[index].text, normal: reduced[index].normal, marker: reduced[index].marker)
    }
  }

  private mutating func note(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "。", "！", "？", "!", "?":
      ending = .full
      hasPunctuation = hasPunctuation || scalar == "。"
    case "；", "：", ";", ":", "…":
      ending = .pausing
      hasPunctuation = hasPunctuation || scalar == "；" || scalar == "："
    case "，", ",":
      ending = .open
      hasPunctuation = true
    case "”", "’", "」", "』": break
    default: if !scalar.isSpace { ending = .open }
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0...0x20: 1
    case 0x2018...0x201F, 0x2026, 0x2014: 4
    case 0x21...0x10FF: 2
    default: 4
    }
  }
}

/// Recognises a row of a table by its words: no punctuation of sentences, and a number at the end that prose would not
/// end with, that is an amount (with a point or commas), the second number of the line, or a number standing alone.
private struct RowShape {
  private var words = 0
  private var numbers = 0
  private var isProse = false
  private var length = 0
  private var digits = 0
  private var hasSeparator = false

  /// Whether what was added is a row.
  var isRow: Bool {
    !isProse && digits > 0 && digits == length && (words == 0 || numbers > 0 || hasSeparator && words < 3)
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "。", "，", "；": isProse = true
    case " ", "\u{3000}": endWord()
    default:
      addLetter()
      if scalar.isDigit {
        digits += 1
      } else if scalar == "." || scalar == "," || scalar == "-" {
        digits += 1
        hasSeparator = true
      }
    }
  }

  /// Adds a character that is no digit or mark.
  mutating func addLetter() { length += 1 }

  private mutating func endWord() {
    guard length > 0 else { return }
    if length > Self.longestLabel { isProse = true }
    words += 1
    if digits == length { numbers += 1 }
    length = 0
    digits = 0
    hasSeparator = false
  }

  /// A word of more characters is a piece of a sentence.
  private static let longestLabel = 14
}

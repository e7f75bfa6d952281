/// Numbers in digits of other scripts, rewritten in ASCII digits, character for character.
///
/// Decimal digits of any script have one certain value, and a number has digits of one script. Where a number mixes two,
/// or a digit is raised, struck out or turned round, those that are no ASCII digits become `Characters.unreadable`.
public enum Numerals {
  /// The characters of a text with its numbers so rewritten; their count is the same.
  public static func rewritten(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result = scalars
    var index = 0
    while index < scalars.count {
      let end = endOfRun(scalars, from: index)
      if end > index { rewrite(index..<end, of: &result) } else { rewriteChinese(&result, at: index) }
      index = max(end, index + 1)
    }
    return result
  }

  /// A text with its numbers so rewritten.
  public static func rewritten(_ text: String) -> String {
    mayStand(in: text) ? String(String.UnicodeScalarView(rewritten(Array(text.unicodeScalars)))) : text
  }

  /// A cheap test: whether a text has a byte that digits of other scripts, or what makes digits unreadable, begin with.
  public static func mayStand(in text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      for index in 0..<bytes.count where mayBeSuspect(bytes[index]) {
        if isSuspect(bytes, at: index) { return true }
      }
      return false
    }
  }

  /// A cheaper test of a byte: false for ASCII but the point, and for what nearly all Chinese characters begin with.
  @inline(__always) static func mayBeSuspect(_ byte: UInt8) -> Bool {
    byte < 0xC2 ? byte == 0x2E : byte < 0xE3 || byte > 0xE9
  }

  /// The same test for one character, at its first byte.
  static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0x2E:  // a point between Chinese numerals
      return index > 0 && bytes[index - 1] >= 0x80 && index + 1 < bytes.count && bytes[index + 1] >= 0x80
    case 0xC2: return [0xB2, 0xB3, 0xB9].contains(bytes[index + 1])
    case 0xCC...0xE1, 0xF0...0xFF: return true
    case 0xE2: return isSuspectSymbol(bytes[index + 1], bytes[index + 2])
    case 0xEA: return bytes[index + 1] >= 0x98
    case 0xEF: return bytes[index + 1] == 0xB8 || bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8E
    default: return false
    }
  }

  /// U+202E, raised digits (U+2070 to U+208F), marks on symbols (U+20D0 to U+20FF).
  private static func isSuspectSymbol(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third == 0xAE
    case 0x81: third >= 0xB0
    case 0x82: true
    case 0x83: third >= 0x90
    default: false
    }
  }

  // MARK: digits of one script

  private static func isRunning(_ scalar: Unicode.Scalar) -> Bool {
    Characters.digit(scalar) != nil || Characters.isRaised(scalar) || Characters.isAltering(scalar)
      || scalar == Characters.unreadable
  }

  /// The end of the number that starts at an index: digits, what alters them or stands unseen among them, and marks
  /// between them.
  private static func endOfRun(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard isRunning(scalars[start]) else { return start }
    var end = start + 1
    var index = end
    while index < scalars.count {
      if isRunning(scalars[index]) {
        end = index + 1
      } else if !Characters.isInvisible(scalars[index]), mark(scalars[index]) == nil || end < index {
        break
      }
      index += 1
    }
    return end
  }

  /// A comma or point of any script as ASCII's.
  private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2C, 0xFF0C, 0x66C: ","
    case 0x2E, 0xFF0E, 0x66B: "."
    default: nil
    }
  }

  private static func rewrite(_ run: Range<Int>, of scalars: inout [Unicode.Scalar]) {
    let zeros = Set(run.compactMap { Characters.digit(scalars[$0])?.zero })
    guard !zeros.isEmpty else { return }
    let isCertain =
      zeros.count == 1 && !run.contains { Characters.isRaised(scalars[$0]) || Characters.isAltering(scalars[$0]) }
    guard !isCertain || zeros != [0x30] else { return }
    for index in run {
      if let digit = Characters.digit(scalars[index]) {
        if digit.zero != 0x30 {
          scalars[index] = isCertain ? ascii(digit.value) : Characters.unreadable
        }
      } else if Characters.isRaised(scalars[index]) || Characters.isAltering(scalars[index]) {
        scalars[index] = Characters.unreadable
      } else if let mark = mark(scalars[index]) {
        scalars[index] = mark
      }
    }
  }

  private static func ascii(_ digit: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(0x30 + digit)) }

  // MARK: Chinese numerals

  /// Rewrites `七,二七五.〇三`: Chinese numerals in the place of digits, with a point and at least two decimals. They are
  /// words too, and any others are left alone.
  private static func rewriteChinese(_ scalars: inout [Unicode.Scalar], at start: Int) {
    guard Characters.chineseDigit(scalars[start]) != nil, start == 0 || !isChineseNumber(scalars[start - 1]) else {
      return
    }
    var end = start
    var points: [Int] = []
    while end < scalars.count {
      if Characters.chineseDigit(scalars[end]) == nil {
        guard let mark = mark(scalars[end]), mark == "." || points.isEmpty, end + 1 < scalars.count,
          Characters.chineseDigit(scalars[end + 1]) != nil
        else { break }
        if mark == "." { points.append(end) }
      }
      end += 1
    }
    guard points.count == 1, end - points[0] > 2, end == scalars.count || !goesOn(scalars[end]) else { return }
    for index in start..<end {
      if let value = Characters.chineseDigit(scalars[index]) {
        scalars[index] = ascii(value)
      } else if let mark = mark(scalars[index]) {
        scalars[index] = mark
      }
    }
  }

  /// Whether a character before Chinese numerals makes them the rest of a number or of a word with a point.
  private static func isChineseNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x3A && scalar.value >= 0x2C || ["十", "百", "千", "万", "亿", "第"].contains(scalar)
  }

  /// Whether a character behind Chinese numerals makes them part of a word: any Chinese one but a unit of money.
  private static func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) && !["万", "亿", "千", "元"].contains(scalar)
      || (0x30...0x39).contains(scalar.value)
  }
}

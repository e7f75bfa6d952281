import Accounts

/// Reads one printed number in every spelling that exports have, or says that the text is none.
///
/// `1,027.21`, `１，０２７．２１`, `1, 027.21`, `1027。21`, `-5.00`, digits of any one script and misread characters
/// (`1O27.21`, `l.50`) are numbers; `-`, `——`, `/` and blanks are not, and neither is anything with a unit or a letter
/// beside the digits.
public enum NumberReader {
  /// Reads `text`, which may hold white space around and inside the number.
  public static func read(_ text: some StringProtocol) -> PrintedNumber? {
    read(NormalText(text))
  }

  /// Reads reduced text, as `NormalText` holds it.
  public static func read(_ normal: NormalText) -> PrintedNumber? {
    var spelling = Spelling()
    for unit in normal.units where !spelling.take(unit) { return nil }
    return spelling.number
  }
}

/// The digits and points of one number while it is read.
private struct Spelling {
  private var digits: Int64 = 0
  private var digitCount = 0
  private var misreadCount = 0
  private var isNegative = false
  /// Digits since the last point or comma.
  private var runLength = 0
  /// Digits before the first point or comma.
  private var headLength = 0
  private var markCount = 0
  private var lastMarkIsPoint = false
  /// Whether a run between two marks has other than three digits.
  private var hasOddGroup = false

  /// Takes one unit; false where it can be no part of a number.
  mutating func take(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39: return takeDigit(unit - 0x30)
    case 0x4F, 0x6F:  // O o
      misreadCount += 1
      return takeDigit(0)
    case 0x6C, 0x49, 0x7C:  // l I |
      misreadCount += 1
      return takeDigit(1)
    case 0x2E, 0x3002: return takeMark(isPoint: true)  // . 。
    case 0x2C: return takeMark(isPoint: false)
    case 0x2D:  // a dash, as a sign
      guard digitCount == 0, !isNegative else { return false }
      isNegative = true
      return true
    default: return false
    }
  }

  private mutating func takeDigit(_ digit: UInt16) -> Bool {
    guard digitCount < 17 else { return false }
    digits = digits * 10 + Int64(digit)
    digitCount += 1
    runLength += 1
    return true
  }

  private mutating func takeMark(isPoint: Bool) -> Bool {
    guard runLength > 0 else { return false }
    if markCount == 0 {
      headLength = runLength
    } else if runLength != 3 {
      hasOddGroup = true
    }
    markCount += 1
    lastMarkIsPoint = isPoint
    runLength = 0
    return true
  }

  /// The number, where the marks stand as thousands and decimals do.
  var number: PrintedNumber? {
    guard runLength > 0, digitCount > misreadCount else { return nil }
    let value = isNegative ? -digits : digits
    guard markCount > 0 else { return PrintedNumber(digits: value, decimals: 0) }
    // A comma misread as a point (`1.027.21`) still parts groups of three.
    guard !hasOddGroup, lastMarkIsPoint || runLength == 3 else { return nil }
    let isGrouped = markCount > 1 || !lastMarkIsPoint
    guard !isGrouped || headLength <= 3 else { return nil }
    return PrintedNumber(digits: value, decimals: lastMarkIsPoint ? runLength : 0, isGrouped: isGrouped)
  }
}

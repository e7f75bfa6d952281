import Accounts

/// Reads a printed number by itself: digits, commas that part thousands, one decimal point, a sign.
///
/// Digits may be of any one script, `。` is a point, white space, controls, invisible characters and quotation marks
/// inside are passed over. Letters that look like digits (`O`, `o`, `l`, `I`, `|`) are read as such and said to be
/// misread, and so is a point that parts thousands, and a quotation mark among the digits.
struct NumeralReader {
  /// All digits as one integer.
  private(set) var digits: Int64 = 0
  /// How many of them stand behind the decimal point.
  private(set) var decimals = 0
  /// Whether it only is a number with letters read as digits, or a point read as a comma.
  private(set) var isMisread = false

  /// Reads `text`; nil where it is no number.
  init?(_ text: String) {
    var groups: [Int] = [0]
    var marks: [Bool] = []  // true for a point
    var isNegative = false
    var count = 0
    var zeros: Set<UInt32> = []
    // A quotation mark may stand before or behind a number; one within it may have taken the place of a digit.
    var followsMark = false
    for scalar in text.unicodeScalars where !Characters.isInvisible(scalar) {
      if Self.isQuotationMark(scalar) {
        followsMark = count > 0
        continue
      }
      switch scalar {
      case _ where Self.isPassedOver(scalar): continue
      case "-", "－", "−", "—", "–":
        guard count == 0, !isNegative else { return nil }
        isNegative = true
      case ".", "．", "。", "\u{66B}", ",", "，", "\u{66C}":
        guard groups[groups.count - 1] > 0 else { return nil }
        isMisread = isMisread || followsMark
        marks.append(![",", "，", "\u{66C}"].contains(scalar))
        groups.append(0)
      default:
        guard count < 17, let digit = Self.digit(scalar) else { return nil }
        isMisread = isMisread || digit.zero == nil || followsMark
        if let zero = digit.zero { zeros.insert(zero) }
        digits = digits * 10 + digit.value
        groups[groups.count - 1] += 1
        count += 1
      }
    }
    guard count > 0, groups[groups.count - 1] > 0, zeros.count <= 1 else { return nil }
    // Chinese numerals are words too, but for those with a point and decimals.
    if zeros == [Self.chineseZero], marks.count(where: \.self) != 1 || groups[groups.count - 1] < 2 { return nil }
    if isNegative { digits = -digits }
    guard let last = marks.last else { return }
    // What stands between two marks, and behind a last comma, is a group of thousands.
    guard groups.dropFirst().dropLast().allSatisfy({ $0 == 3 }), last || groups[groups.count - 1] == 3 else {
      return nil
    }
    if marks.count > 1 || !last, groups[0] > 3 { return nil }
    if last { decimals = groups[groups.count - 1] }
    if marks.dropLast().contains(true) { isMisread = true }
  }

  /// Whether it is white space, a control, or a character of no width.
  static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    if (0x21...0x7E).contains(scalar.value) { return false }
    let category = scalar.properties.generalCategory
    return scalar.properties.isWhitespace || category == .control || category == .format
  }

  /// Whether it is a quotation mark, which is no part of a number.
  static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "'", "\u{FF02}", "\u{FF07}"].contains(scalar) || (0x2018...0x201F).contains(scalar.value)
      || (0x300A...0x300F).contains(scalar.value)
  }

  /// The value of a digit and the zero of its script; of a letter that looks like a digit, no zero.
  private static func digit(_ scalar: Unicode.Scalar) -> (value: Int64, zero: UInt32?)? {
    if let digit = Characters.digit(scalar) { return (Int64(digit.value), digit.zero) }
    if let value = Characters.chineseDigit(scalar) { return (Int64(value), chineseZero) }
    switch scalar.value {
    case 0x4F, 0x6F: return (0, nil)
    case 0x6C, 0x49, 0x7C: return (1, nil)
    default: return nil
    }
  }

  private static let chineseZero: UInt32 = 0x3007

  /// The amount in thousandths of a yuan in a unit of so many yuan; nil for more than a hundred trillion yuan, which no
  /// figure prints. What is finer than a thousandth is cut.
  ///
  /// Like all that this room computes it has 128 bits, in which no sum over a release overflows.
  func thousandths(unit: Int128) -> Int128? {
    let amount = Int128(digits) * unit * 1_000 / Decimals.power(decimals)
    return amount.magnitude <= Self.mostThousandths.magnitude ? amount : nil
  }

  /// The greatest amount of a figure, in thousandths of a yuan.
  static let mostThousandths: Int128 = 100_000_000_000_000_000

  /// Half a unit of the last printed digit, in thousandths of a yuan.
  func halfUnit(unit: Int128) -> Int128 { unit * 500 / Decimals.power(min(decimals, 18)) }
}

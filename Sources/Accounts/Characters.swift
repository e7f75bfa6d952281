/// What single characters are to whoever reads numbers and names.
public enum Characters {
  /// What stands for a character that cannot be read.
  public static let unreadable: Unicode.Scalar = "\u{FFFD}"

  /// Whether a character prints nothing and changes nothing: zero-width characters, variation selectors, soft hyphens,
  /// word joiners, and the controls of direction that leave the order of digits as it is.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202D, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether a character of a number is one that ASCII and full-width forms do not have: a digit of another script, or
  /// what stands unseen among digits.
  public static func isUnusual(_ scalar: Unicode.Scalar) -> Bool {
    isInvisible(scalar) || chineseDigit(scalar) != nil || digit(scalar).map { $0.zero != 0x30 } ?? false
  }

  /// Whether a character changes the one before it, or turns the order of those behind it round: a digit beside it may
  /// be struck out, or be another than it seems.
  public static func isAltering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x34E, 0x350...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F, 0x202E: true
    default: false
    }
  }

  /// Whether it is a digit above or below the line, which may be a mark of a note.
  public static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079, 0x2080...0x2089: true
    default: false
    }
  }

  /// The value of a decimal digit of any script, and the zero of its script, full-width digits being ASCII's.
  public static func digit(_ scalar: Unicode.Scalar) -> (value: UInt32, zero: UInt32)? {
    switch scalar.value {
    case 0x30...0x39: return (scalar.value - 0x30, 0x30)
    case 0xFF10...0xFF19: return (scalar.value - 0xFF10, 0x30)
    case 0...0x65F, 0x3000...0xA61F: return nil
    default:
      let properties = scalar.properties
      guard properties.numericType == .decimal, let value = properties.numericValue else { return nil }
      return (UInt32(value), scalar.value - UInt32(value))
    }
  }

  /// The value of a Chinese numeral that stands for one digit: `〇`, `一` to `九`.
  public static func chineseDigit(_ scalar: Unicode.Scalar) -> UInt32? {
    chineseDigits.firstIndex(of: scalar).map { UInt32(min($0, 10) % 10) }
  }

  /// 零 is a second zero.
  private static let chineseDigits: [Unicode.Scalar] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "零"]
}

/// An exact sum of money, counted in thousandths of a yuan (厘), so that half a cent is a whole number.
///
/// No arithmetic of juesuan uses floating point: sums, differences and rounding intervals are integers.
public struct Amount: Hashable, Comparable, Sendable {
  /// Thousandths of a yuan; may be negative.
  public var thousandths: Int64

  /// Makes an amount of so many thousandths of a yuan.
  public init(thousandths: Int64) {
    self.thousandths = thousandths
  }

  /// No money at all: a printed zero, never a blank.
  public static let zero = Amount(thousandths: 0)

  /// Orders by value.
  public static func < (left: Amount, right: Amount) -> Bool { left.thousandths < right.thousandths }

  /// The exact sum; traps on overflow, which needs a sum beyond nine thousand trillion yuan.
  public static func + (left: Amount, right: Amount) -> Amount {
    Amount(thousandths: left.thousandths + right.thousandths)
  }

  /// The exact difference.
  public static func - (left: Amount, right: Amount) -> Amount {
    Amount(thousandths: left.thousandths - right.thousandths)
  }
}

extension Amount: CustomStringConvertible {
  /// Yuan with two decimals, as every dataset prints it; a half cent rounds away from zero.
  public var description: String {
    let magnitude = thousandths.magnitude
    let cents = (magnitude + 5) / 10
    let fraction = cents % 100
    let sign = thousandths < 0 && cents != 0 ? "-" : ""
    return "\(sign)\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

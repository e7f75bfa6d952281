/// A number as a source prints it: its digits, and how many of them stand behind the decimal point.
///
/// At `decimals` decimals it stands for the closed interval of its value plus or minus half a unit of the last digit
/// (the interval semantics of XBRL Calculations 1.1). It has no arithmetic of its own: what is computed from a printed
/// number is computed from its `amount` or its `scaled` value.
public struct PrintedNumber: Hashable, Sendable {
  /// All digits as one integer: `1,027.21` has 102721.
  public var digits: Int64
  /// Digits behind the decimal point: `1,027.21` has 2.
  public var decimals: Int
  /// Whether thousands were parted by commas: column and line numbers never are.
  public var isGrouped: Bool

  /// Makes the number `digits / 10^decimals`.
  public init(digits: Int64, decimals: Int, isGrouped: Bool = false) {
    self.digits = digits
    self.decimals = decimals
    self.isGrouped = isGrouped
  }

  /// The most digits that a number is read with: no amount, rate or count has more.
  public static let mostDigits = 17

  /// Whether it is a whole number printed without a decimal point or commas, as codes, line numbers and years are.
  public var isPlainInteger: Bool { decimals == 0 && !isGrouped }

  /// The amount it stands for in `unit`; nil where it is finer than a thousandth of a yuan or more than a figure may
  /// print.
  public func amount(in unit: MoneyUnit) -> Amount? {
    let scaled = Int128(digits) * Int128(unit.yuan * 1_000)
    let divisor = Self.power(decimals)
    guard scaled % divisor == 0 else { return nil }
    let amount = Amount(clamping: scaled / divisor)
    return amount.isReadable ? amount : nil
  }

  /// Half a unit of the last printed digit: how far the true amount may lie from the printed one.
  public func halfUnit(in unit: MoneyUnit) -> Amount {
    Amount(clamping: Int128(unit.yuan * 500) / Self.power(decimals))
  }

  /// Its value times ten to the power of `decimals`, which are at most seventeen; nil where it has more decimals.
  ///
  /// Such values are compared and added: a million million million of them stay within 128 bits.
  public func scaled(to decimals: Int) -> Int128? {
    guard decimals >= self.decimals, decimals <= Self.mostDigits else { return nil }
    return Int128(digits) * Self.power(decimals - self.decimals)
  }

  /// The same value without zeros at the end of its decimals.
  public var trimmed: PrintedNumber {
    var number = self
    while number.decimals > 0, number.digits % 10 == 0 {
      number.digits /= 10
      number.decimals -= 1
    }
    return number
  }

  /// The same number on the other side of zero.
  public static prefix func - (number: PrintedNumber) -> PrintedNumber {
    PrintedNumber(
      digits: number.digits == .min ? .max : -number.digits, decimals: number.decimals, isGrouped: number.isGrouped)
  }

  /// Ten to the power of an exponent up to seventeen; further ones count as that.
  public static func power(_ exponent: Int) -> Int128 { powersOfTen[max(0, min(exponent, mostDigits))] }

  private static let powersOfTen: [Int128] = (0...mostDigits).map { exponent in
    (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
  }
}

extension PrintedNumber: CustomStringConvertible {
  /// Its digits with the decimal point, as the datasets print it.
  public var description: String {
    guard decimals > 0 else { return "\(digits)" }
    let magnitude = "\(digits.magnitude)"
    let padded = String(repeating: "0", count: max(0, decimals + 1 - magnitude.count)) + magnitude
    return "\(digits < 0 ? "-" : "")\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}

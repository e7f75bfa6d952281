/// A number as a source prints it: its digits, and how many of them stand behind the decimal point.
///
/// At `decimals` decimals it stands for the closed interval of its value plus or minus half a unit of the last digit
/// (the interval semantics of XBRL Calculations 1.1).
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

  /// Whether it is a whole number printed without a decimal point or commas, as codes, line numbers and years are.
  public var isPlainInteger: Bool { decimals == 0 && !isGrouped }

  /// The amount it stands for in `unit`, or nil where it is finer than a thousandth of a yuan or too large to hold.
  public func amount(in unit: MoneyUnit) -> Amount? {
    let (scaled, overflow) = digits.multipliedReportingOverflow(by: unit.yuan * 1_000)
    if overflow { return nil }
    let divisor = Self.powersOfTen[min(decimals, 18)]
    return scaled % divisor == 0 ? Amount(thousandths: scaled / divisor) : nil
  }

  /// Half a unit of the last printed digit: how far the true amount may lie from the printed one.
  public func halfUnit(in unit: MoneyUnit) -> Amount {
    Amount(thousandths: unit.yuan * 500 / Self.powersOfTen[min(decimals, 18)])
  }

  private static let powersOfTen: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
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

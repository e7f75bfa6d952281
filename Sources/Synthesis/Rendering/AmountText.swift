import Accounts

/// Prints hundredths as a style does.
enum AmountText {
  /// `1,027.21`, or `1027.21` where thousands are not parted.
  static func text(_ hundredths: Int64, isGrouped: Bool) -> String {
    let magnitude = hundredths.magnitude
    let fraction = magnitude % 100
    let whole = String(magnitude / 100)
    let sign = hundredths < 0 ? "-" : ""
    return sign + (isGrouped ? grouped(whole) : whole) + "." + (fraction < 10 ? "0" : "") + String(fraction)
  }

  /// A share in percent with two decimals, rounded half up; nil of nothing.
  static func percent(_ part: Int64, of whole: Int64) -> String? {
    guard whole > 0 else { return nil }
    return text((part * 20_000 + whole) / (whole * 2), isGrouped: false) + "%"
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}

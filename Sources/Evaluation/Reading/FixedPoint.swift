/// Numbers with at most three decimals as exact integers: amounts in yuan and confidences.
enum FixedPoint {
  /// The number that the bytes print, in thousandths; nil where they print anything else, or more than 15 whole digits.
  static func thousandths(_ text: ArraySlice<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.endIndex
    let (whole, fraction) = (digits[..<point], digits[point...].dropFirst())
    guard 1...15 ~= whole.count, fraction.count <= 3, fraction.isEmpty == (point == digits.endIndex) else { return nil }
    var number: Int64 = 0
    for byte in whole {
      guard let digit = digit(byte) else { return nil }
      number = number * 10 + digit
    }
    for byte in fraction {
      guard let digit = digit(byte) else { return nil }
      number = number * 10 + digit
    }
    for _ in fraction.count..<3 { number *= 10 }
    return isNegative ? -number : number
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int64(byte - UInt8(ascii: "0")) : nil
  }
}

import Accounts

/// The values that a printed figure may have been before one of its digits was misread.
enum OneDigitChanges {
  /// The amounts in `range` (thousandths of a yuan) that differ from the figure in one printed digit.
  ///
  /// Length and marks stay: no digit is added or lost, and the first of several before the decimal point is no zero.
  static func values(of figure: PrintedFigure, in range: ClosedRange<Int64>) -> [Int64] {
    guard let number = figure.token.number else { return [] }
    let unit = figure.halfUnit.thousandths * 2
    let digits = number.digits.magnitude
    let sign: Int64 = number.digits < 0 ? -1 : 1
    var values: [Int64] = []
    var weight: UInt64 = 1
    var place = 0
    while digits / weight > 0 || place <= number.decimals {
      let old = Int64(digits / weight % 10)
      let isFirst = digits / weight < 10 && place >= number.decimals
      let (step, overflow) = (unit * sign).multipliedReportingOverflow(by: Int64(weight))
      guard !overflow, place < 17 else { break }
      for new in Int64(0)...9 where new != old && !(new == 0 && isFirst && place > number.decimals) {
        let value = figure.amount.thousandths + (new - old) * step
        if range.contains(value) { values.append(value) }
      }
      weight *= 10
      place += 1
    }
    return values
  }
}

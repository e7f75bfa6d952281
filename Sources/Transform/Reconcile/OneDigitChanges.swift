import Accounts

/// The values that a printed figure may have been before one of its digits was misread.
enum OneDigitChanges {
  /// The amounts in `range` that differ from the figure in one printed digit.
  ///
  /// Length and marks stay: no digit is added or lost, and the first of several before the decimal point is no zero.
  static func values(of figure: PrintedFigure, in range: ClosedRange<Amount>) -> [Amount] {
    guard let number = figure.token.number, let amount = figure.amount else { return [] }
    var step = figure.halfUnit * (number.digits < 0 ? -2 : 2)
    var rest = number.digits.magnitude
    var values: [Amount] = []
    var place = 0
    while rest > 0 || place <= number.decimals {
      let old = Int64(rest % 10)
      let isFirst = rest < 10 && place >= number.decimals
      for new in Int64(0)...9 where new != old && !(new == 0 && isFirst && place > number.decimals) {
        let value = amount + step * (new - old)
        if value.isReadable, range.contains(value) { values.append(value) }
      }
      step = step * 10
      rest /= 10
      place += 1
    }
    return values
  }
}

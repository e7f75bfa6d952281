import Accounts

/// A share or rate as printed, against the two amounts that it is the quotient of.
struct Rate {
  enum Agreement: Equatable {
    /// It is what the quotient may be, given how all three are rounded.
    case exact
    /// It is off by no more than one more unit of its last digit.
    case rounded
    case broken
    /// The base is zero, or less: no rate is defined.
    case undefined
  }

  /// The printed percentage.
  var printed: PrintedNumber
  var part: Quote
  var base: Quote

  /// How the printed rate stands to the quotient.
  var agreement: Agreement {
    if base.amount <= base.unit { return part.amount == .zero || printed.digits == 0 ? .exact : .undefined }
    if part.amount != .zero, printed.digits != 0, (part.amount < .zero) != (printed.digits < 0) { return .broken }
    let (low, high) = bounds
    let rate = Int128(printed.digits.magnitude) * Self.fine
    let half = Self.fine / 2
    if low <= rate + half, high >= rate - half { return .exact }
    return low <= rate + 3 * half && high >= rate - 3 * half ? .rounded : .broken
  }

  /// The quotient as a percentage, with as many decimals as are printed; the base must not be zero.
  var expected: PrintedNumber {
    let scale = Self.power(printed.decimals) * 100
    let base = Int128(base.amount.magnitude.thousandths)
    let digits = (2 * Int128(part.amount.magnitude.thousandths) * scale + base) / max(1, 2 * base)
    let magnitude = Int64(clamping: digits)
    return PrintedNumber(digits: part.amount < .zero ? -magnitude : magnitude, decimals: printed.decimals)
  }

  /// The parts into which a unit of the printed rate's last digit is cut for comparison.
  private static let fine: Int128 = 2_000

  /// The least and the greatest magnitude of the quotient, in those parts.
  private var bounds: (low: Int128, high: Int128) {
    let scale = Self.fine * Self.power(printed.decimals) * 100
    let (part, half) = (Int128(part.amount.magnitude.thousandths) * 2, Int128(self.part.unit.thousandths))
    let (base, halfBase) = (Int128(base.amount.magnitude.thousandths) * 2, Int128(self.base.unit.thousandths))
    let high = ((part + half) * scale + base - halfBase - 1) / max(1, base - halfBase)
    return (max(0, part - half) * scale / (base + halfBase), high)
  }

  private static func power(_ decimals: Int) -> Int128 {
    PrintedNumber.power(min(decimals, 12))
  }
}

extension String {
  /// Whether a quotation mark stands among the digits, commas and points of a number, where it may have taken the place of
  /// one of them.
  public var hasQuotationMarkInNumber: Bool {
    var isInNumber = false
    var isMarked = false
    for scalar in unicodeScalars {
      if scalar.isQuotationMark {
        isMarked = isMarked || isInNumber
      } else {
        let isOfNumber =
          ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar) || ".,．，。".unicodeScalars.contains(scalar)
        if isMarked, isOfNumber { return true }
        isInNumber = isOfNumber
        isMarked = false
      }
    }
    return false
  }
}

extension Unicode.Scalar {
  /// Whether it is a quotation mark, which `NormalText` leaves out.
  fileprivate var isQuotationMark: Bool {
    switch value {
    case 0x22, 0x27, 0x2018...0x201F, 0x300A...0x300F, 0xFF02, 0xFF07: true
    default: false
    }
  }
}

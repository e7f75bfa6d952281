import Accounts

/// In which unit the accounts are kept, and in which the forms print them.
extension Style {
  /// The unit whose hundredths the accounts count: 元 where each figure is rounded on its own from cents.
  var accountsUnit: MoneyUnit { variants.rounding == .eachFigure ? .yuan : moneyUnit }

  /// The unit that a form prints; nil for other tables and for sentences.
  func unit(of form: Form?) -> MoneyUnit {
    form != nil && form == variants.formInYuan ? .yuan : moneyUnit
  }

  /// Hundredths of `unit` for hundredths of the accounts' unit, rounded half away from zero.
  func printed(_ hundredths: Int64, in unit: MoneyUnit) -> Int64 {
    let (own, other) = (accountsUnit.yuan, unit.yuan)
    if own >= other { return hundredths * (own / other) }
    let divisor = other / own
    return (hundredths + (hundredths < 0 ? -divisor : divisor) / 2) / divisor
  }
}

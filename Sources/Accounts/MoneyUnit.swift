/// The unit in which a table or a sentence prints its amounts.
public enum MoneyUnit: String, Sendable, CaseIterable {
  case yuan = "元"
  case thousandYuan = "千元"
  case tenThousandYuan = "万元"
  case hundredMillionYuan = "亿元"

  /// How many yuan one unit is.
  public var yuan: Int64 {
    switch self {
    case .yuan: 1
    case .thousandYuan: 1_000
    case .tenThousandYuan: 10_000
    case .hundredMillionYuan: 100_000_000
    }
  }
}

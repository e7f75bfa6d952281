import Accounts

/// In tests of sums an amount is written as its thousandths of a yuan.
extension Amount: ExpressibleByIntegerLiteral {
  /// Takes a literal for thousandths of a yuan.
  public init(integerLiteral thousandths: Int64) { self.init(thousandths: thousandths) }
}

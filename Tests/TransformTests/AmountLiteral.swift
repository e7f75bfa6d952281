import Accounts

/// In tests of sums an amount is written as its thousandths of a yuan.
extension Amount: ExpressibleByIntegerLiteral {
  public init(integerLiteral thousandths: Int64) { self.init(thousandths: thousandths) }
}

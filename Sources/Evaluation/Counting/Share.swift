/// A part of a whole, exact until it is printed.
public struct Share: Hashable, Sendable, CustomStringConvertible {
  /// How many of the whole.
  public let part: Int
  /// How many in all.
  public let whole: Int

  /// Makes a share; a part of nothing counts as all of it, since nothing went wrong.
  public init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// The share as a number from 0 to 1.
  public var value: Double { whole == 0 ? 1 : Double(part) / Double(whole) }

  /// The share in hundred-thousandths, rounded down, so that only a whole is 1.
  public var hundredThousandths: Int { whole == 0 ? 100_000 : part * 100_000 / whole }

  /// Five decimals, rounded down, such as `0.99987`.
  public var description: String { Share.text(hundredThousandths: hundredThousandths) }

  /// A number of hundred-thousandths with five decimals and, where it is negative, a sign.
  static func text(hundredThousandths number: Int) -> String {
    let fraction = String(number.magnitude % 100_000)
    let zeros = String(repeating: "0", count: 5 - fraction.utf8.count)
    return "\(number < 0 ? "-" : "")\(number.magnitude / 100_000).\(zeros)\(fraction)"
  }
}

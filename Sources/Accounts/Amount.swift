/// An exact sum of money, counted in thousandths of a yuan (厘), so that half a cent is a whole number.
///
/// No arithmetic of juesuan uses floating point: sums, differences and rounding intervals are integers. None of it can
/// trap or wrap either. What leaves the range in which sums are exact, two thousand trillion yuan on either side of
/// zero, is beyond it and stays so whatever is added or taken away: it equals no amount that was read and comes near
/// none, so that it can prove nothing.
///
/// The reconciliation adds and compares amounts by the million: what it calls is inlined there.
public struct Amount: Hashable, Sendable {
  /// Thousandths of a yuan; may be negative.
  public let thousandths: Int64

  /// Makes an amount of so many thousandths of a yuan.
  @inlinable
  public init(thousandths: Int64) {
    self.thousandths = max(-Self.limit, min(Self.limit, thousandths))
  }

  /// Makes an amount of any number of thousandths of a yuan: exact, or beyond.
  public init(clamping thousandths: Int128) {
    self.init(thousandths: Int64(clamping: thousandths))
  }

  /// Takes over what lies within the limits.
  @inlinable
  init(exact thousandths: Int64) {
    self.thousandths = thousandths
  }

  /// No money at all: a printed zero, never a blank.
  @inlinable public static var zero: Amount { Amount(exact: 0) }
  /// The smallest step between two amounts.
  @inlinable public static var thousandth: Amount { Amount(exact: 1) }
  /// What is more than any sum of amounts; `-beyond` is less than any.
  @inlinable public static var beyond: Amount { Amount(exact: limit) }

  /// The greatest amount that a figure may print, a hundred trillion yuan: no country spends as much.
  @inlinable public static var mostReadable: Amount { Amount(exact: 100_000_000_000_000_000) }

  /// Whether a figure may print it, and a dataset hold it as a value.
  @inlinable public var isReadable: Bool { thousandths.magnitude <= Self.mostReadable.thousandths.magnitude }

  /// The amount, or the nearest that a figure may print.
  public var nearestReadable: Amount { max(-Self.mostReadable, min(Self.mostReadable, self)) }

  /// Whether it left the range in which sums are exact.
  @inlinable public var isBeyond: Bool { thousandths.magnitude >= Self.limit.magnitude }

  /// The first number of thousandths that is beyond. It is a power of two: one bit of a magnitude says whether a sum,
  /// or what it is made of, is that much.
  @inlinable static var limit: Int64 { 1 << 61 }

  /// Its value without its sign.
  @inlinable public var magnitude: Amount { Amount(exact: abs(thousandths)) }
}

extension Amount: Comparable {
  /// Orders by value.
  @inlinable public static func < (left: Amount, right: Amount) -> Bool { left.thousandths < right.thousandths }
}

extension Amount: AdditiveArithmetic {
  /// The sum: exact, or beyond.
  @inlinable
  public static func + (left: Amount, right: Amount) -> Amount {
    // Two magnitudes up to 2^61 never wrap.
    let sum = left.thousandths &+ right.thousandths
    let bits = left.thousandths.magnitude | right.thousandths.magnitude | sum.magnitude
    return bits < limit.magnitude ? Amount(exact: sum) : beyond(left, else: right, else: sum)
  }

  /// The difference: exact, or beyond.
  @inlinable public static func - (left: Amount, right: Amount) -> Amount { left + -right }

  /// The same amount on the other side of zero.
  @inlinable public static prefix func - (amount: Amount) -> Amount { Amount(exact: -amount.thousandths) }

  /// So many times the amount: exact, or beyond.
  @inlinable
  public static func * (amount: Amount, factor: Int64) -> Amount {
    // Of an identity's coefficients nearly all are one of these.
    if factor == 1 { return amount }
    return factor == -1 ? -amount : product(amount, factor)
  }

  @usableFromInline
  static func product(_ amount: Amount, _ factor: Int64) -> Amount {
    if amount.isBeyond { return factor < 0 ? -amount : amount }
    return Amount(clamping: Int128(amount.thousandths) * Int128(factor))
  }

  /// The side on which a sum is beyond: that of its first part that is, or its own.
  @usableFromInline
  static func beyond(_ left: Amount, else right: Amount, else sum: Int64) -> Amount {
    left.isBeyond ? left : right.isBeyond ? right : Amount(thousandths: sum)
  }
}

extension Amount {
  /// How many times `unit` goes into the amount, without the rest; nil where the unit is nothing.
  public func quotient(by unit: Amount) -> Int64? {
    unit == .zero ? nil : thousandths / unit.thousandths
  }

  /// One of so many equal parts, cut towards zero; nil of none.
  public func divided(by parts: Int64) -> Amount? {
    parts == 0 ? nil : Amount(exact: thousandths / parts)
  }

  /// The amount cut to a multiple of `unit`, towards zero; nil where the unit is nothing.
  public func cut(to unit: Amount) -> Amount? {
    quotient(by: unit).map { unit * $0 }
  }

  /// The share that it is of `base`, in so many parts of the whole and cut towards zero; nil of a base of nothing.
  public func share(of base: Amount, parts: Int64) -> Int128? {
    base == .zero ? nil : Int128(thousandths) * Int128(parts) / Int128(base.thousandths)
  }
}

extension Amount: CustomStringConvertible {
  /// Yuan with two decimals, as every dataset prints it; a half cent rounds away from zero.
  public var description: String {
    if isBeyond { return thousandths < 0 ? "less than -\(Self.bound)" : "more than \(Self.bound)" }
    let cents = (thousandths.magnitude + 5) / 10
    let fraction = cents % 100
    let sign = thousandths < 0 && cents != 0 ? "-" : ""
    return "\(sign)\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private static let bound = Amount(exact: limit - 10)
}

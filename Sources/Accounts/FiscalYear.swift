/// A fiscal year of the People's Republic of China: the calendar year that a final account closes.
public struct FiscalYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year, such as 2024.
  public var year: Int

  /// Makes the fiscal year of a calendar year.
  public init(_ year: Int) {
    self.year = year
  }

  /// Orders by time.
  public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.year < right.year }

  /// Four digits, as the datasets print it.
  public var description: String { String(year) }
}

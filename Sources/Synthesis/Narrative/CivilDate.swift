/// A day of the calendar, without time zones.
public struct CivilDate: Hashable, Sendable {
  /// The year.
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int

  /// Makes the date of a day.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2025-09-29`, as the datasets print it.
  public var iso: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// `2025年9月29日`, as title pages print it.
  var printed: String { "\(year)年\(month)月\(day)日" }
}

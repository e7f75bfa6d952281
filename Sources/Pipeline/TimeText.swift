import FoundationEssentials

/// Times and ages as people write them.
public enum TimeText {
  /// The time that a date (UTC), a date with time, or an age before `now` (`90m`, `36h`, `7d`) means; nil for others.
  public static func time(_ text: String, now: Date = Date()) -> Date? {
    if let age = seconds(text) { return now.addingTimeInterval(-age) }
    return try? Date(text.utf8.count == 10 ? text + "T00:00:00Z" : text, strategy: .iso8601)
  }

  /// Nanoseconds from 1970 to a time that `time` reads; nil where they are no number, as before 1678 and after 2262.
  public static func nanoseconds(_ text: String, now: Date = Date()) -> Int? {
    time(text, now: now).flatMap { Int(exactly: ($0.timeIntervalSince1970 * 1_000_000_000).rounded(.down)) }
  }

  /// The seconds of an age such as `45s`, `90m`, `36h` or `7d`; nil for others.
  public static func seconds(_ text: String) -> Double? {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let last = text.last, let unit = units[last], let count = Double(text.dropLast()), count >= 0 else {
      return nil
    }
    return count * unit
  }
}

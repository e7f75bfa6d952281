import Accounts

/// A subject (科目) of a classification: a code with the name that it has in a fiscal year.
public struct Subject: Hashable, Sendable {
  /// Its digits: 3, 5 or 7 of them in the functional classification, 3 or 5 in the economic one.
  public let code: String
  /// The official name, such as `行政运行`.
  public let name: String
  /// The name reduced for comparison.
  public let normalName: NormalText
  /// Class, section or item.
  public let level: SubjectLevel
  /// The first fiscal year of the name; nil where it is open or unknown.
  public let validFrom: FiscalYear?
  /// The last fiscal year of the name; nil where it is in force or unknown.
  public let validTo: FiscalYear?
  /// How well the pair of code and name is known.
  public let trust: SubjectTrust
  /// The budget that it belongs to.
  public let budget: SubjectBudget

  /// Whether the name is in force in `year`; years that are not known bound nothing.
  public func isValid(in year: FiscalYear) -> Bool {
    (validFrom.map { $0 <= year } ?? true) && (validTo.map { year <= $0 } ?? true)
  }

  /// Whether it has this name; a class also goes by its name with or without 支出.
  func goes(by name: NormalText) -> Bool {
    if level == .class, abs(name.count - normalName.count) == Self.classSuffix.count {
      let (short, long) = name.count < normalName.count ? (name, normalName) : (normalName, name)
      return long.hasPrefix(short) && long.hasSuffix(Self.classSuffix)
    }
    return normalName == name
  }

  /// All names that it goes by.
  var names: [NormalText] {
    guard level == .class else { return [normalName] }
    let other =
      normalName.hasSuffix(Self.classSuffix)
      ? NormalText(units: normalName.units.dropLast(Self.classSuffix.count)) : normalName + Self.classSuffix
    return [normalName, other]
  }

  private static let classSuffix: NormalText = "支出"
}

/// How well a pair of code and name is known, best first.
public enum SubjectTrust: String, Comparable, Sendable {
  /// Seen in published disclosures.
  case seen = "A"
  /// In an old official list, and still in force as far as known.
  case listed = "B"
  /// Known from the changes of later years.
  case known = "C"
  /// Uncertain in name, code or year: a hint, no more.
  case uncertain = "D"

  /// Orders from the best known to the least.
  public static func < (left: SubjectTrust, right: SubjectTrust) -> Bool { left.rawValue < right.rawValue }
}

import Accounts

/// A partition of a release: the documents of one fiscal year and one administrative division.
public struct Partition: Hashable, Comparable, Sendable {
  /// Its folder within a dataset, Hive style: `fiscal_year=2024/division_code=420103`; what is not known is `unknown`.
  public let folder: String

  /// The partition of a year and a division; nil or empty where unknown.
  public init(year: Int?, divisionCode: String) {
    folder =
      "fiscal_year=\(year.map(String.init) ?? Self.unknown)"
      + "/division_code=\(divisionCode.isEmpty ? Self.unknown : divisionCode)"
  }

  /// The partition of that folder.
  public init(folder: String) {
    self.folder = folder
  }

  init(_ identification: Identification) {
    self.init(year: identification.fiscalYear?.year, divisionCode: identification.divisionCode)
  }

  /// The year as it stands in the folder's name.
  public var year: String { value(of: 0) }
  /// The division as it stands in the folder's name.
  public var divisionCode: String { value(of: 1) }

  private static let unknown = "unknown"

  private func value(of level: Int) -> String {
    let levels = folder.split(separator: "/")
    guard level < levels.count else { return Self.unknown }
    return levels[level].split(separator: "=").last.map(String.init) ?? Self.unknown
  }

  /// Orders by folder.
  public static func < (left: Partition, right: Partition) -> Bool { left.folder < right.folder }
}

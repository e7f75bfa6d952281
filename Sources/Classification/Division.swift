/// An administrative division of China by GB/T 2260.
public struct Division: Hashable, Sendable {
  /// The levels that have codes.
  public enum Level: String, Sendable {
    /// 省, 自治区, 直辖市.
    case province
    /// 地级市, 地区, 自治州, 盟.
    case city
    /// 县, 县级市, 市辖区, 旗.
    case county
  }

  /// Its code as an integer: six digits, the first never zero.
  let number: Int
  /// Its official name, such as `江汉区`.
  public let name: String
  /// Whether the code is no longer in force.
  public let isRetired: Bool

  /// Its code, six digits.
  public var code: String { String(number) }

  /// Its level, which follows from the zeros of its code.
  public var level: Level {
    number % 10_000 == 0 ? .province : number % 100 == 0 ? .city : .county
  }

  /// The code of its province; its own for a province.
  var provinceNumber: Int { number / 10_000 * 10_000 }

  /// The code that a county's prefecture has, whether there is one or not.
  var cityNumber: Int { number / 100 * 100 }

  /// Whether it lies in `other`.
  func isBelow(_ other: Division) -> Bool {
    switch other.level {
    case .province: number != other.number && provinceNumber == other.number
    case .city: number != other.number && cityNumber == other.number
    case .county: false
    }
  }
}

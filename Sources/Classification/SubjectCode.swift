/// A subject code as one integer, so that codes compare and search without touching strings.
///
/// The digits are filled up to seven with zeros and followed by how many there were: a code sorts before all codes that
/// begin with it.
struct SubjectCode: Hashable, Comparable, Sendable {
  let key: UInt32
  private static let capacity = 7

  /// Packs `digits`; nil unless they are one to seven ASCII digits.
  init?(_ digits: some Sequence<UInt8>) {
    var value: UInt32 = 0
    var count = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit), count < Self.capacity else { return nil }
      value = value * 10 + UInt32(digit - 0x30)
      count += 1
    }
    guard count > 0 else { return nil }
    key = value * Self.scale(behind: count) * 8 + UInt32(count)
  }

  /// How many digits it has.
  var count: Int { Int(key % 8) }

  /// The least key above all codes that begin with this one.
  var upperBound: UInt32 { (key / 8 + Self.scale(behind: count)) * 8 }

  static func < (left: SubjectCode, right: SubjectCode) -> Bool { left.key < right.key }

  /// The weight of the last of `count` digits.
  private static func scale(behind count: Int) -> UInt32 {
    (count..<capacity).reduce(1) { scale, _ in scale * 10 }
  }
}

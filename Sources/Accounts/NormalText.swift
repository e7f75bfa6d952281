/// Text reduced to what identifies it: no white space, invisible characters or quotation marks, full-width forms, digits
/// of other scripts and brackets made ASCII.
///
/// Titles, labels and subject names are compared in this form, since exports break them at any place. It is kept as
/// UTF-16 units because Swift compares and hashes non-ASCII strings many times slower.
public struct NormalText: Hashable, Sendable, CustomStringConvertible {
  /// The UTF-16 units of the reduced text.
  public private(set) var units: [UInt16]

  /// Reduces `text`.
  public init(_ text: some StringProtocol) {
    self.init(String(text))
  }

  /// Reduces `text`, reading its UTF-8 directly: this runs for every line and cell.
  public init(_ text: String) {
    units = Self.reduced(text, isRewritten: false) ?? Self.reduced(Numerals.rewritten(text), isRewritten: true) ?? []
  }

  /// What is kept of a text; nil where its numerals must be rewritten first.
  private static func reduced(_ text: String, isRewritten: Bool) -> [UInt16]? {
    var copy = text
    return copy.withUTF8 { bytes in
      // The scratch memory has room for any text of so many bytes; the units kept have an array of just their size.
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: bytes.count) { scratch in
        reduce(bytes, into: scratch, isRewritten: isRewritten).map {
          Array(UnsafeBufferPointer(rebasing: scratch[..<$0]))
        }
      }
    }
  }

  /// Writes what is kept of a text to `units` and says how many units that is; nil where its numerals must be rewritten
  /// first.
  private static func reduce(
    _ bytes: UnsafeBufferPointer<UInt8>, into units: UnsafeMutableBufferPointer<UInt16>, isRewritten: Bool
  ) -> Int? {
    var count = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if !isRewritten, Numerals.mayBeSuspect(lead), Numerals.isSuspect(bytes, at: index) { return nil }
      let unit: UInt16
      switch lead {
      case 0x00..<0x80:
        unit = UInt16(lead)
        index += 1
      case 0x80..<0xE0:
        unit = UInt16(lead & 0x1F) << 6 | UInt16(bytes[index + 1] & 0x3F)
        index += 2
      case 0xE0..<0xF0:
        unit = UInt16(lead & 0x0F) << 12 | UInt16(bytes[index + 1] & 0x3F) << 6 | UInt16(bytes[index + 2] & 0x3F)
        index += 3
      default:
        let high = UInt32(lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
        let scalar = high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
        index += 4
        if (0xE0000...0xE0FFF).contains(scalar) { continue }
        // Surrogates are all kept as they are: here the first, below the second.
        units[count] = UInt16(0xD7C0 + (scalar >> 10))
        count += 1
        unit = UInt16(0xDC00 + (scalar & 0x3FF))
      }
      if let kept = isKept(unit) ? unit : reduced(unit) {
        units[count] = kept
        count += 1
      }
    }
    return count
  }

  /// What is kept of one UTF-16 unit; nil where it carries no identity.
  public static func reduced(unit: UInt16) -> UInt16? {
    isKept(unit) ? unit : reduced(unit)
  }

  /// Whether a unit is kept as it is, as nearly all are.
  private static func isKept(_ unit: UInt16) -> Bool {
    (0x3040...0xFDFF).contains(unit) || (0x28...0x7E).contains(unit)
  }

  /// Wraps units that are already reduced.
  public init(units: some Sequence<UInt16>) {
    self.units = Array(units)
  }

  /// Whether nothing is left.
  @inlinable
  public var isEmpty: Bool { units.isEmpty }

  /// The number of units left.
  @inlinable
  public var count: Int { units.count }

  /// Whether it starts with all of `prefix`.
  @inlinable
  public func hasPrefix(_ prefix: NormalText) -> Bool { holds(prefix, at: 0) }

  /// Whether it ends with all of `suffix`.
  @inlinable
  public func hasSuffix(_ suffix: NormalText) -> Bool {
    count >= suffix.count && holds(suffix, at: count - suffix.count)
  }

  /// Whether `part` stands anywhere in it.
  @inlinable
  public func contains(_ part: NormalText) -> Bool { firstIndex(of: part) != nil }

  /// Whether `part` stands at offset `index` of it.
  @inlinable
  public func holds(_ part: NormalText, at index: Int) -> Bool {
    guard index + part.count <= units.count else { return false }
    for offset in part.units.indices where units[index + offset] != part.units[offset] { return false }
    return true
  }

  /// The offset at which `part` first stands in it, at or behind `start`.
  @inlinable
  public func firstIndex(of part: NormalText, from start: Int = 0) -> Int? {
    guard let first = part.units.first, units.count >= part.count else { return nil }
    let last = units.count - part.count
    var index = start
    while index <= last {
      if units[index] == first, holds(part, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Puts another text behind it.
  public mutating func append(_ other: NormalText) { units += other.units }

  /// Both texts in a row.
  public static func + (left: NormalText, right: NormalText) -> NormalText {
    NormalText(units: left.units + right.units)
  }

  /// Feeds the units to the hasher as one run of bytes, which is much faster than one by one.
  public func hash(into hasher: inout Hasher) {
    units.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// The reduced text.
  public var description: String { String(decoding: units, as: UTF16.self) }

  /// What is kept of a unit that `isKept` does not keep as it is, or nil where it carries no identity.
  private static func reduced(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x00...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: nil
    case 0xAD, 0x300...0x36F, 0x61C, 0x180B...0x180F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE00...0xFE0F,
      0xFE20...0xFE2F:
      nil
    case 0x22, 0x27, 0x2018...0x201F, 0x300A...0x300F, 0xFF02, 0xFF07: nil
    case 0x3014, 0x3010: 0x28  // 〔 【
    case 0x3015, 0x3011: 0x29  // 〕 】
    case 0x2010...0x2015, 0x2212: 0x2D  // dashes
    case 0xFF01...0xFF5E: unit - 0xFEE0
    default: unit
    }
  }
}

extension NormalText: ExpressibleByStringLiteral {
  /// Reduces a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

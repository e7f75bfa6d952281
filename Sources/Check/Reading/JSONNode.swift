/// A value of a JSON document as it stands: numbers are kept as text, so that no digit is lost.
package enum JSONNode {
  case object([(name: String, value: JSONNode)])
  case array([JSONNode])
  case text(String)
  case number(String)
  case flag(Bool)
  case null
  /// A value that was checked for its grammar and not read, by the offsets of its bytes.
  case unread(Range<Int>)

  /// The member `name`; null where there is none.
  subscript(name: String) -> JSONNode {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.name == name }?.value ?? .null
  }

  /// The elements of an array; none of anything else.
  var elements: [JSONNode] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The members of an object; none of anything else.
  var members: [(name: String, value: JSONNode)] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  /// A scalar as the CSV of a release writes it: null is empty, and controls, which RFC 4180 does not have, are U+FFFD.
  var scalar: String {
    let text = exactScalar
    guard text.utf8.contains(where: { Self.isControl(UInt32($0)) }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { Self.isControl($0.value) ? "\u{FFFD}" : $0 }))
  }

  /// A scalar as it stands; null is empty.
  var exactScalar: String {
    switch self {
    case .text(let text), .number(let text): text
    case .flag(let flag): flag ? "true" : "false"
    default: ""
    }
  }

  private static func isControl(_ value: UInt32) -> Bool { value < 0x20 && ![0x09, 0x0A, 0x0D].contains(value) }

  /// A whole number that may be a count or a place, up to a million million: sums of them overflow in no release. Nil
  /// for anything else.
  var integer: Int? {
    guard case .number(let text) = self, let number = Int(text), number.magnitude <= 1_000_000_000_000 else {
      return nil
    }
    return number
  }

  /// The last member of an object.
  var lastScalar: String { members.last?.value.scalar ?? "" }

  /// The texts of an array, as the CSV of a release writes them.
  var texts: [String] { elements.map(\.scalar) }

  /// The texts of an array, as they stand.
  var exactTexts: [String] { elements.map(\.exactScalar) }
}

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

  /// A scalar as the CSV of a release writes it: null is empty.
  var scalar: String {
    switch self {
    case .text(let text), .number(let text): text
    case .flag(let flag): flag ? "true" : "false"
    default: ""
    }
  }

  /// A whole number that may be a count or a place, up to a million million: sums of them overflow in no release. Nil
  /// for anything else.
  var integer: Int? {
    guard case .number(let text) = self, let number = Int(text), number.magnitude <= 1_000_000_000_000 else { return nil }
    return number
  }

  /// The texts of an array.
  var texts: [String] { elements.map(\.scalar) }
}

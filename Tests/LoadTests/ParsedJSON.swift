import Foundation

/// A parsed JSON value, walked by keys: on an array a key gives the array of its elements' members.
struct ParsedJSON {
  private let value: Any?

  init(_ bytes: some Collection<UInt8>) throws {
    value = try JSONSerialization.jsonObject(with: Data(bytes))
  }

  private init(value: Any?) {
    self.value = value
  }

  /// The member at a path of keys parted by dots; missing members are left out of arrays.
  subscript(path: String) -> ParsedJSON {
    path.split(separator: ".").reduce(self) { json, key in json.member(String(key)) }
  }

  /// All values below, in order, whatever the depth of the arrays they stand in.
  func flat<Leaf>(_ type: Leaf.Type = Leaf.self) -> [Leaf] {
    if let leaf = value as? Leaf { return [leaf] }
    return elements.flatMap { $0.flat(type) }
  }

  /// The elements of an array; none for any other value.
  var elements: [ParsedJSON] {
    (value as? [Any] ?? []).map(ParsedJSON.init(value:))
  }

  private func member(_ key: String) -> ParsedJSON {
    if let object = value as? [String: Any] { return ParsedJSON(value: object[key]) }
    return ParsedJSON(value: elements.compactMap { $0.member(key).value })
  }
}

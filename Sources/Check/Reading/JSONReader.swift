/// Reads JSON by RFC 8259 from bytes, strictly: what is not grammar, or a name that stands twice, is an error.
package struct JSONReader {
  /// Where and why a document is no JSON.
  package struct Problem: Error {
    var offset: Int
    var reason: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let unread: Set<String>
  private var index = 0
  private var depth = 0
  private static let deepest = 64

  /// Reads one document.
  ///
  /// - Parameter unread: members of the outermost object whose values are checked but not kept.
  package static func read(_ bytes: [UInt8], unread: Set<String> = []) throws(Problem) -> JSONNode {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONNode, Problem> in
      var reader = JSONReader(bytes: buffer, unread: unread)
      do throws(Problem) {
        let node = try reader.value(keeps: true)
        reader.skipSpace()
        if reader.index < buffer.count { throw reader.problem("more follows behind the document") }
        return .success(node)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, unread: Set<String>) {
    self.bytes = bytes
    self.unread = unread
  }

  private func problem(_ reason: String) -> Problem { Problem(offset: index, reason: reason) }

  private mutating func skipSpace() {
    while index < bytes.count,
      bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09
    { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(keeps: Bool) throws(Problem) -> JSONNode {
    skipSpace()
    guard index < bytes.count else { throw problem("it ends too early") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(keeps: keeps)
    case UInt8(ascii: "["): return try array(keeps: keeps)
    case UInt8(ascii: "\""): return .text(try text(keeps: keeps))
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ node: JSONNode) throws(Problem) -> JSONNode {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else { throw problem("no such word") }
      index += 1
    }
    return node
  }

  private mutating func object(keeps: Bool) throws(Problem) -> JSONNode {
    try enter()
    var members: [(name: String, value: JSONNode)] = []
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        let name = try text(keeps: true)
        guard take(UInt8(ascii: ":")) else { throw problem("a colon is missing") }
        if members.contains(where: { $0.name == name }) { throw problem("the name \(name) stands twice") }
        skipSpace()
        let start = index
        let isUnread = keeps && depth == 1 && unread.contains(name)
        let node = try value(keeps: keeps && !isUnread)
        members.append((name, isUnread ? .unread(start..<index) : node))
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw problem("a brace is missing") }
    }
    depth -= 1
    return keeps ? .object(members) : .null
  }

  private mutating func array(keeps: Bool) throws(Problem) -> JSONNode {
    try enter()
    var elements: [JSONNode] = []
    if !take(UInt8(ascii: "]")) {
      repeat {
        let element = try value(keeps: keeps)
        if keeps { elements.append(element) }
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw problem("a bracket is missing") }
    }
    depth -= 1
    return keeps ? .array(elements) : .null
  }

  private mutating func enter() throws(Problem) {
    index += 1
    depth += 1
    if depth > Self.deepest { throw problem("it is nested too deep") }
  }

  private mutating func number() throws(Problem) -> JSONNode {
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let head = digits()
    guard head > 0, head == 1 || bytes[index - head] != UInt8(ascii: "0") else { throw problem("no value") }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { throw problem("no digit behind the point") }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard digits() > 0 else { throw problem("no exponent") }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index - start
  }

  private mutating func text(keeps: Bool) throws(Problem) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw problem("a quotation mark is missing") }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
      if bytes[index] < 0x20 { throw problem("a control character stands in a text") }
      index += 1
    }
    guard index < bytes.count else { throw problem("a text does not end") }
    if bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return keeps ? String(decoding: bytes[start..<(index - 1)], as: UTF8.self) : ""
    }
    return try escapedText(Array(bytes[start..<index]))
  }

  private mutating func escapedText(_ head: [UInt8]) throws(Problem) -> String {
    var text = head
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte < 0x20 { throw problem("a control character stands in a text") }
      if byte != UInt8(ascii: "\\") {
        text.append(byte)
      } else {
        try escape(into: &text)
      }
    }
    throw problem("a text does not end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Problem) {
    guard index < bytes.count else { throw problem("an escape does not end") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if (0xD800..<0xDC00).contains(value), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        value = 0x10000 + ((value - 0xD800) << 10 | (try hexadecimal() & 0x3FF))
      }
      guard let scalar = Unicode.Scalar(value) else { throw problem("half a surrogate") }
      text.append(contentsOf: Array(String(scalar).utf8))
    default: throw problem("no such escape")
    }
  }

  private mutating func hexadecimal() throws(Problem) -> UInt32 {
    guard index + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { throw problem("no hexadecimal digits") }
    index += 4
    return value
  }
}

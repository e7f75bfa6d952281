import Accounts

/// Writes JSON in the order in which it is told, so that equal values give equal bytes.
///
/// Containers stand on lines of their own, indented by two spaces, or inline on one line; everything in an inline
/// container is inline.
struct JSONWriter: ~Copyable {
  private var buffer = ByteBuffer()
  private var depth = 0
  private var isInline = false
  private var needsComma = false

  /// What was written so far.
  var bytes: [UInt8] { buffer.bytes }

  /// Writes an object as the document itself or as an element of an array.
  mutating func object(inline: Bool = false, _ members: (inout JSONWriter) -> Void) {
    separate()
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), inline, members)
  }

  /// Writes a member that is an object.
  mutating func object(_ name: StaticString, inline: Bool = false, _ members: (inout JSONWriter) -> Void) {
    key(name)
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), inline, members)
  }

  /// Writes a member that is an object, under a name that needs no escaping.
  mutating func object(named name: String, inline: Bool = false, _ members: (inout JSONWriter) -> Void) {
    separate()
    quoted(name)
    buffer.append(": ")
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), inline, members)
  }

  /// Writes a member that is an array.
  mutating func array(_ name: StaticString, inline: Bool = false, _ elements: (inout JSONWriter) -> Void) {
    key(name)
    container(UInt8(ascii: "["), UInt8(ascii: "]"), inline, elements)
  }

  /// Writes a member that is an array of texts, on one line.
  mutating func array(_ name: StaticString, of texts: [String]) {
    array(name, inline: true) { json in
      for text in texts { json.element(text) }
    }
  }

  /// Writes a member that is an array of whole numbers, on one line.
  mutating func array(_ name: StaticString, ofNumbers numbers: [Int]) {
    array(name, inline: true) { json in
      for number in numbers {
        json.separate()
        json.buffer.append(decimal: number)
      }
    }
  }

  /// Writes an element of an array: a text.
  mutating func element(_ text: String) {
    separate()
    quoted(text)
  }

  /// Writes a member: a text.
  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    quoted(text)
  }

  /// Writes a member: a whole number or null.
  mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { buffer.append(decimal: number) } else { buffer.append("null") }
  }

  /// Writes a member: an amount in yuan with two decimals, or null.
  mutating func member(_ name: StaticString, _ amount: Amount?) {
    key(name)
    if let amount { buffer.append(amount: amount) } else { buffer.append("null") }
  }

  /// Writes a member: a number with the decimals that it was printed with, or null.
  mutating func member(_ name: StaticString, _ number: PrintedNumber?) {
    key(name)
    if let number { buffer.append(number: number) } else { buffer.append("null") }
  }

  /// Writes a member: a stated quantity in its own unit, or null.
  mutating func member(_ name: StaticString, _ value: FactValue?) {
    switch value {
    case .yuan(let amount): member(name, amount)
    case .percent(let number): member(name, number)
    case .count(let count): member(name, Int(count))
    case nil: memberNull(name)
    }
  }

  /// Writes a member: a confidence.
  mutating func member(_ name: StaticString, _ confidence: Confidence) {
    key(name)
    buffer.append(confidence: confidence)
  }

  /// Writes a member: the text of a cell's key, `CellKey.description`.
  mutating func member(_ name: StaticString, _ cell: CellKey) {
    key(name)
    buffer.append(UInt8(ascii: "\""))
    escaped(cell.form.rawValue)
    buffer.append(UInt8(ascii: "/"))
    escaped(cell.side.rawValue)
    buffer.append(UInt8(ascii: "/"))
    escaped(cell.row.rawValue)
    buffer.append(UInt8(ascii: "/"))
    escaped(cell.measure.rawValue)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes a member: null.
  mutating func memberNull(_ name: StaticString) {
    key(name)
    buffer.append("null")
  }

  /// Writes a member: true or false.
  mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    buffer.append(flag ? "true" : "false")
  }

  /// Ends the document, or one line of JSON Lines, so that another may follow.
  mutating func endLine() {
    buffer.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Makes room for `count` further bytes.
  mutating func reserve(_ count: Int) {
    buffer.reserve(count)
  }

  private mutating func container(
    _ opening: UInt8, _ closing: UInt8, _ inline: Bool, _ contents: (inout JSONWriter) -> Void
  ) {
    let wasInline = isInline
    isInline = wasInline || inline
    buffer.append(opening)
    depth += 1
    needsComma = false
    contents(&self)
    depth -= 1
    if needsComma && !isInline { newLine() }
    buffer.append(closing)
    isInline = wasInline
    needsComma = true
  }

  private mutating func key(_ name: StaticString) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(name)
    buffer.append("\": ")
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    if isInline {
      if needsComma { buffer.append(UInt8(ascii: " ")) }
    } else if depth > 0 {
      newLine()
    }
    needsComma = true
  }

  private mutating func newLine() {
    buffer.append(UInt8(ascii: "\n"))
    buffer.append(spaces: 2 * depth)
  }

  private mutating func quoted(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    escaped(text)
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { escaped($0) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { escaped($0) } }
  }

  /// Writes UTF-8 with everything escaped that RFC 8259 does not allow within a string.
  private mutating func escaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let end = ByteScan.firstSpecial(in: utf8, from: start, or: UInt8(ascii: "\\"))
      buffer.append(UnsafeBufferPointer(rebasing: utf8[start..<end]))
      if end == utf8.count { return }
      switch utf8[end] {
      case UInt8(ascii: "\n"): buffer.append("\\n")
      case UInt8(ascii: "\r"): buffer.append("\\r")
      case UInt8(ascii: "\t"): buffer.append("\\t")
      case let byte where byte < 0x20:
        buffer.append("\\u00")
        buffer.append(Hexadecimal.digit(byte >> 4))
        buffer.append(Hexadecimal.digit(byte & 15))
      case let byte:
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      }
      start = end + 1
    }
  }
}

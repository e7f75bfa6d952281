import Accounts

/// Writes JSON in the order in which it is told, so that equal values give equal bytes.
///
/// Containers stand on lines of their own, indented by two spaces, or inline on one line; everything in an inline
/// container is inline.
struct JSONWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isInline = false
  private var needsComma = false

  /// Writes an object as the document itself or as an element of an array.
  mutating func object(inline: Bool = false, _ members: (inout JSONWriter) -> Void) {
    separate()
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), inline, members)
  }

  /// Writes a member that is an object.
  mutating func object(_ name: String, inline: Bool = false, _ members: (inout JSONWriter) -> Void) {
    key(name)
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), inline, members)
  }

  /// Writes a member that is an array.
  mutating func array(_ name: String, inline: Bool = false, _ elements: (inout JSONWriter) -> Void) {
    key(name)
    container(UInt8(ascii: "["), UInt8(ascii: "]"), inline, elements)
  }

  /// Writes a member that is an array of texts, on one line.
  mutating func array(_ name: String, of texts: [String]) {
    array(name, inline: true) { json in
      for text in texts { json.element(text) }
    }
  }

  /// Writes an element of an array: a text.
  mutating func element(_ text: String) {
    separate()
    quoted(text)
  }

  /// Writes a member: a text.
  mutating func member(_ name: String, _ text: String) {
    key(name)
    quoted(text)
  }

  /// Writes a member: a whole number or null.
  mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { bytes.append(decimal: number) } else { bytes.append(text: "null") }
  }

  /// Writes a member: an amount in yuan with two decimals, or null.
  mutating func member(_ name: String, _ amount: Amount?) {
    key(name)
    if let amount { bytes.append(amount: amount) } else { bytes.append(text: "null") }
  }

  /// Writes a member: a confidence.
  mutating func member(_ name: String, _ confidence: Confidence) {
    key(name)
    bytes.append(confidence: confidence)
  }

  /// Writes a member: null.
  mutating func memberNull(_ name: String) {
    key(name)
    bytes.append(text: "null")
  }

  /// Writes a member: true or false.
  mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    bytes.append(text: flag ? "true" : "false")
  }

  /// Ends the document, or one line of JSON Lines, so that another may follow.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Makes room for `count` further bytes.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  private mutating func container(
    _ opening: UInt8, _ closing: UInt8, _ inline: Bool, _ contents: (inout JSONWriter) -> Void
  ) {
    let wasInline = isInline
    isInline = wasInline || inline
    bytes.append(opening)
    depth += 1
    needsComma = false
    contents(&self)
    depth -= 1
    if needsComma && !isInline { newLine() }
    bytes.append(closing)
    isInline = wasInline
    needsComma = true
  }

  private mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(text: name)
    bytes.append(text: "\": ")
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if isInline {
      if needsComma { bytes.append(UInt8(ascii: " ")) }
    } else if depth > 0 {
      newLine()
    }
    needsComma = true
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(text: "  ") }
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(escapingJSON: $0) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { bytes.append(escapingJSON: $0) } }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension [UInt8] {
  /// Appends UTF-8 with everything escaped that RFC 8259 does not allow within a string.
  fileprivate mutating func append(escapingJSON utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let end = ByteScan.firstSpecial(in: utf8, from: start, or: UInt8(ascii: "\\"))
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
      if end == utf8.count { return }
      switch utf8[end] {
      case UInt8(ascii: "\n"): append(text: "\\n")
      case UInt8(ascii: "\r"): append(text: "\\r")
      case UInt8(ascii: "\t"): append(text: "\\t")
      case let byte where byte < 0x20:
        append(text: "\\u00")
        append(hexadecimal: CollectionOfOne(byte))
      case let byte:
        append(UInt8(ascii: "\\"))
        append(byte)
      }
      start = end + 1
    }
  }
}

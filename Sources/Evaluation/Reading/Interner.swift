/// Gives texts small numbers, so that cells are compared and counted without making text of them.
struct Interner {
  /// The texts by number.
  private(set) var texts: [String] = []

  private var numbers: [String: Int] = [:]
  private var last: [UInt8] = []
  private var lastNumber: Int?

  /// The number of the text that `bytes` spell.
  mutating func number(of bytes: ArraySlice<UInt8>) -> Int {
    // Rows of one document and form follow each other: most fields are what they were on the row before.
    if let lastNumber, bytes.elementsEqual(last) { return lastNumber }
    let number = number(of: String(decoding: bytes, as: UTF8.self))
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: bytes)
    lastNumber = number
    return number
  }

  /// The number of `text`.
  mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The number of `text` where it has one.
  func known(_ text: String) -> Int? { numbers[text] }
}

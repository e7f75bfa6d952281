import Accounts

/// Words that a text is searched for together; a look at single units refuses most texts at once.
struct Words: ExpressibleByArrayLiteral, Sendable {
  private let words: [NormalText]
  /// The words that begin with a unit of this low byte.
  private var beginning = [[NormalText]](repeating: [], count: 256)
  /// Whether a word begins, or ends, with a unit of this low byte.
  private var isFirst = [Bool](repeating: false, count: 256)
  private var isLast = [Bool](repeating: false, count: 256)

  /// Makes the list of the words, none of them empty.
  init(arrayLiteral words: NormalText...) {
    self.words = words
    for word in words {
      if let first = word.units.first {
        isFirst[Int(first & 0xFF)] = true
        beginning[Int(first & 0xFF)].append(word)
      }
      if let last = word.units.last { isLast[Int(last & 0xFF)] = true }
    }
  }

  /// Whether `text` begins with one of the words.
  func begin(_ text: NormalText) -> Bool {
    guard let first = text.units.first, isFirst[Int(first & 0xFF)] else { return false }
    return beginning[Int(first & 0xFF)].contains { text.hasPrefix($0) }
  }

  /// Whether `text` ends with one of the words.
  func end(_ text: NormalText) -> Bool { end(text.units[...]) }

  /// Whether reduced units end with one of the words.
  func end(_ units: ArraySlice<UInt16>) -> Bool {
    guard let last = units.last, isLast[Int(last & 0xFF)] else { return false }
    return words.contains { units.count >= $0.count && units.suffix($0.count).elementsEqual($0.units) }
  }

  /// Whether one of the words stands anywhere in `text`.
  func stand(in text: NormalText) -> Bool {
    let units = text.units
    for index in units.indices where isFirst[Int(units[index] & 0xFF)] {
      if beginning[Int(units[index] & 0xFF)].contains(where: { text.holds($0, at: index) }) { return true }
    }
    return false
  }

  /// Whether `text` is one of the words.
  func hold(_ text: NormalText) -> Bool {
    guard let first = text.units.first, isFirst[Int(first & 0xFF)] else { return false }
    return beginning[Int(first & 0xFF)].contains(text)
  }

  /// How many of the words stand in `text`.
  func count(in text: NormalText) -> Int {
    words.count { text.contains($0) }
  }
}

/// Matches text against the small part of regular expressions that Table Schemas of a release use: characters, classes
/// such as `[0-9a-f]`, groups, and the quantifiers `{n}`, `?` and `*`.
struct PatternMatcher {
  private indirect enum Atom {
    case byte(UInt8)
    case oneOf([ClosedRange<UInt8>])
    case group([Item])
  }

  private struct Item {
    var atom: Atom
    var least: Int
    var most: Int
  }

  private let items: [Item]

  /// Reads a pattern; nil where it uses more than this knows.
  init?(_ pattern: String) {
    var rest = Array(pattern.utf8)[...]
    guard let items = Self.items(&rest, isInGroup: false), rest.isEmpty else { return nil }
    self.items = items
  }

  /// Whether all of `text` matches.
  func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Self.ends(items[...], bytes, from: 0).contains(bytes.count)
  }

  private static func items(_ rest: inout ArraySlice<UInt8>, isInGroup: Bool) -> [Item]? {
    var items: [Item] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: ")") { return isInGroup ? items : nil }
      let atom: Atom
      switch byte {
      case UInt8(ascii: "("):
        guard let inner = Self.items(&rest, isInGroup: true) else { return nil }
        atom = .group(inner)
      case UInt8(ascii: "["):
        guard let ranges = ranges(&rest) else { return nil }
        atom = .oneOf(ranges)
      case UInt8(ascii: "\\"), UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"),
        UInt8(ascii: "+"):
        return nil
      default: atom = .byte(byte)
      }
      guard let (least, most) = quantifier(&rest) else { return nil }
      items.append(Item(atom: atom, least: least, most: most))
    }
    return isInGroup ? nil : items
  }

  private static func ranges(_ rest: inout ArraySlice<UInt8>) -> [ClosedRange<UInt8>]? {
    var ranges: [ClosedRange<UInt8>] = []
    while let low = rest.popFirst() {
      if low == UInt8(ascii: "]") { return ranges }
      guard rest.first == UInt8(ascii: "-"), rest.count > 1, let high = rest.dropFirst().first,
        high != UInt8(ascii: "]")
      else {
        ranges.append(low...low)
        continue
      }
      guard low <= high else { return nil }
      ranges.append(low...high)
      rest = rest.dropFirst(2)
    }
    return nil
  }

  private static func quantifier(_ rest: inout ArraySlice<UInt8>) -> (Int, Int)? {
    switch rest.first {
    case UInt8(ascii: "?"):
      rest.removeFirst()
      return (0, 1)
    case UInt8(ascii: "*"):
      rest.removeFirst()
      return (0, Int.max)
    case UInt8(ascii: "{"):
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
        let count = Int(String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self))
      else { return nil }
      rest = rest[(end + 1)...]
      return (count, count)
    default: return (1, 1)
    }
  }

  /// Where the items can end that start at an offset.
  private static func ends(_ items: ArraySlice<Item>, _ bytes: [UInt8], from start: Int) -> Set<Int> {
    guard let item = items.first else { return [start] }
    var open: Set<Int> = [start]
    var found: Set<Int> = []
    var count = 0
    while !open.isEmpty {
      if count >= item.least { found.formUnion(open.flatMap { ends(items.dropFirst(), bytes, from: $0) }) }
      if count == item.most || count > bytes.count { break }
      open = Set(open.flatMap { steps(item.atom, bytes, from: $0) })
      count += 1
    }
    return found
  }

  private static func steps(_ atom: Atom, _ bytes: [UInt8], from start: Int) -> Set<Int> {
    switch atom {
    case .group(let items): return ends(items[...], bytes, from: start)
    case .byte(let byte): return start < bytes.count && bytes[start] == byte ? [start + 1] : []
    case .oneOf(let ranges):
      return start < bytes.count && ranges.contains { $0.contains(bytes[start]) } ? [start + 1] : []
    }
  }
}

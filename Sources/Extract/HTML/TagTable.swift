/// The element names of one page, each looked up once: the parser gives equal names at the same address.
struct TagTable {
  /// One element name.
  struct Tag {
    /// Number of the name, counted from 0; equal for equal names.
    var id: Int
    var kind: ElementKind
    /// Level of a heading, else 0.
    var level: UInt8
    /// Whether an XPath can name its elements; those below others are named by what these stand in.
    ///
    /// A colon parts a prefix from a name there, and no page declares one; a name that is longer than those of all
    /// elements of HTML would swell every path.
    var isNameable: Bool
  }

  private static let longestName = 40

  /// The names by number.
  private(set) var names: [String] = []

  private var tags: [Tag] = []
  private var ids: [String: Int] = [:]
  private var addresses = [UInt](repeating: 0, count: slotCount)
  private var slots = [Int](repeating: 0, count: slotCount)
  private static let slotCount = 256

  /// The tag of the NUL-terminated name at `address`.
  mutating func tag(at address: UnsafePointer<UInt8>) -> Tag {
    let key = UInt(bitPattern: address)
    let slot = Int(truncatingIfNeeded: (key >> 1 ^ key >> 9) & UInt(Self.slotCount - 1))
    if addresses[slot] == key { return tags[slots[slot]] }
    let name = String(cString: address)
    let id = ids[name] ?? insert(name)
    addresses[slot] = key
    slots[slot] = id
    return tags[id]
  }

  private mutating func insert(_ name: String) -> Int {
    let id = tags.count
    let (kind, level) = ElementKind.of(name)
    let isNameable = name.utf8.count <= Self.longestName && !name.utf8.contains(UInt8(ascii: ":"))
    tags.append(Tag(id: id, kind: kind, level: level, isNameable: isNameable))
    names.append(name)
    ids[name] = id
    return id
  }
}

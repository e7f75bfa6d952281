/// All names of all divisions, found by their first two characters.
struct DivisionIndex: Sendable {
  /// One name of one division.
  struct Entry: Sendable {
    let division: Division
    let name: [UInt16]
    let kind: DivisionNames.Kind
  }

  static let shared = DivisionIndex()

  private var entries: [Entry] = []
  private var buckets: [UInt32: [Int]] = [:]
  private var indices: [Int: Int] = [:]

  private init() {
    buckets.reserveCapacity(4_096)
    add(CurrentDivisions.records, retired: false)
    add(RetiredDivisions.records, retired: true)
  }

  /// The names that stand in `text` at `position`, longest first.
  func entries(in text: [UInt16], at position: Int) -> [Entry] {
    guard position + 1 < text.count, let bucket = buckets[Self.key(text[position], text[position + 1])] else {
      return []
    }
    let rest = text[position...]
    return bucket.lazy.map { entries[$0] }.filter { rest.starts(with: $0.name) }.sorted {
      $0.name.count > $1.name.count
    }
  }

  /// The division with this code, in force or not.
  func division(number: Int) -> Division? {
    indices[number].map { entries[$0].division }
  }

  /// All counties in force, in the order of their codes.
  var counties: [Division] {
    indices.values.map { entries[$0].division }.filter { $0.level == .county && !$0.isRetired }
      .sorted { $0.number < $1.number }
  }

  private mutating func add(_ records: StaticString, retired: Bool) {
    RecordReader.forEachRecord(of: records) { record in
      let number = record.prefix(6).reduce(0) { $0 * 10 + Int($1) - 0x30 }
      let name = String(decoding: record.dropFirst(6), as: UTF8.self)
      let division = Division(number: number, name: name, isRetired: retired)
      if indices[number] == nil { indices[number] = entries.count }
      for (name, kind) in DivisionNames.names(of: division) where !retired || kind == .full {
        buckets[Self.key(name[0], name[1]), default: []].append(entries.count)
        entries.append(Entry(division: division, name: name, kind: kind))
      }
    }
  }

  private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }
}

import Foundation

/// A value that one release has otherwise than another, or only one of them has.
public struct ValueChange: Hashable, Sendable {
  /// Why it is not the same.
  public enum Cause: String, Sendable, CaseIterable {
    /// The source has other bytes.
    case source
    /// The source is the same: the program, its configuration or its reference data read it otherwise.
    case program
    /// Only the new release has the value, or the whole document.
    case appeared
    /// Only the old release has it.
    case disappeared
  }

  /// The dataset that holds it.
  public var dataset: String
  /// Its key within its document.
  public var key: String
  /// The document in the new release, or in the old one where it disappeared.
  public var documentID: String
  /// Path of its source.
  public var sourcePath: String
  /// Why it is not the same.
  public var cause: Cause
  /// Whether both releases hold the document with the same bytes of its source.
  public var isSameSource: Bool
  /// The rules that took part in only one of the two values, joined by semicolons.
  public var rules: String
  /// The value in the old release; empty where it has none.
  public var old: String
  /// The value in the new release; empty where it has none.
  public var new: String
}

/// Compares two releases value by value, by what their provenance says.
///
/// Documents are the same where their sources have the same bytes; of others, those whose source has the same path
/// belong together. Files that both releases share are not read.
public struct ReleaseDiff {
  /// Values that are the same.
  public private(set) var unchanged = 0
  /// Values that are not, by cause.
  public private(set) var counts: [ValueChange.Cause: Int] = [:]
  /// Values that changed because of the program, by rule.
  public private(set) var byRule: [String: Int] = [:]
  /// Values of documents whose source is the same, that are not the same or only in one release.
  public private(set) var changedWithoutSource = 0

  private let old: ReleaseIndex
  private let new: ReleaseIndex

  /// Prepares the comparison of two folders of releases.
  public init(old: String, new: String) throws(ReleaseReaderError) {
    self.old = try ReleaseIndex(old, other: new)
    self.new = try ReleaseIndex(new, other: old)
    unchanged = self.new.sharedValues
  }

  /// Compares, and calls `report` for each value that is not the same, document by document.
  public mutating func run(_ report: (ValueChange) throws -> Void) throws {
    var byID: [String: Int] = [:]
    var byPlace: [String: Int] = [:]
    for (index, entry) in old.documents.enumerated() {
      byID[entry.id] = index
      byPlace[entry.place] = index
    }
    let sameBytes = Set(new.documents.lazy.map(\.id)).intersection(byID.keys)
    var taken = Set(sameBytes.compactMap { byID[$0] })
    for entry in new.documents {
      var partner = byID[entry.id]
      if partner == nil, let place = byPlace[entry.place], taken.insert(place).inserted { partner = place }
      try compare(partner.map { old.documents[$0] }, entry, report)
    }
    for (index, entry) in old.documents.enumerated() where !taken.contains(index) {
      try compare(entry, nil, report)
    }
  }

  private mutating func compare(
    _ before: ReleaseIndex.Entry?, _ after: ReleaseIndex.Entry?, _ report: (ValueChange) throws -> Void
  ) throws {
    let (oldLines, newLines) = (try before.map(old.lines) ?? Data(), try after.map(new.lines) ?? Data())
    let isSame = before?.id == after?.id
    if isSame, oldLines.elementsEqual(newLines) {
      unchanged += newLines.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      return
    }
    let (oldValues, newValues) = (try Self.values(oldLines), try Self.values(newLines))
    let entry = after ?? before
    let oldByKey = Dictionary(oldValues.map { ($0.id, $0) }) { first, _ in first }
    let newKeys = Set(newValues.map(\.id))
    for value in newValues {
      let partner = oldByKey[value.id]
      if let partner, partner.text == value.text {
        unchanged += 1
      } else {
        try add(partner, value, entry, isSame: isSame, report)
      }
    }
    for value in oldValues where !newKeys.contains(value.id) {
      try add(value, nil, entry, isSame: isSame, report)
    }
  }

  private mutating func add(
    _ before: Value?, _ after: Value?, _ entry: ReleaseIndex.Entry?, isSame: Bool,
    _ report: (ValueChange) throws -> Void
  ) throws {
    let cause: ValueChange.Cause =
      before == nil ? .appeared : after == nil ? .disappeared : isSame ? .program : .source
    let rules = Set(before?.rules ?? []).symmetricDifference(after?.rules ?? []).sorted().joined(separator: ";")
    counts[cause, default: 0] += 1
    if isSame {
      changedWithoutSource += 1
      byRule[rules.isEmpty ? "(same rules)" : rules, default: 0] += 1
    }
    try report(
      ValueChange(
        dataset: (after ?? before)?.dataset ?? "", key: (after ?? before)?.key ?? "", documentID: entry?.id ?? "",
        sourcePath: String(entry?.place.prefix { $0 != "#" } ?? ""), cause: cause, isSameSource: isSame,
        rules: rules, old: before?.text ?? "", new: after?.text ?? ""))
  }

  /// A value as its line of provenance gives it.
  private struct Value {
    var dataset: String
    var key: String
    var text: String
    var rules: [String]
    /// What tells it from the other values of its document, with a number where a key stands several times.
    var id: String
  }

  private static func values(_ lines: Data) throws -> [Value] {
    let decoder = JSONDecoder()
    var seen: [String: Int] = [:]
    return try lines.split(separator: UInt8(ascii: "\n")).map { line in
      let record = try decoder.decode(ComparedRecord.self, from: line)
      let key = "\(record.dataset) \(record.key)"
      seen[key, default: 0] += 1
      return Value(
        dataset: record.dataset, key: record.key, text: record.text, rules: record.steps.map(\.rule),
        id: "\(key) \(seen[key] ?? 1)")
    }
  }
}

/// What a comparison reads of a line of provenance.
private struct ComparedRecord: Decodable {
  let dataset: String
  let key: String
  let text: String
  let steps: [ProvenanceRecord.Step]

  private enum CodingKeys: String, CodingKey {
    case dataset, key, value, steps
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    dataset = try members.decode(String.self, forKey: .dataset)
    key = try members.decode(String.self, forKey: .key)
    steps = try members.decode([ProvenanceRecord.Step].self, forKey: .steps)
    if let number = try? members.decodeIfPresent(Decimal.self, forKey: .value) {
      text = "\(number)"
    } else {
      text = (try? members.decodeIfPresent(String.self, forKey: .value)) ?? ""
    }
  }
}

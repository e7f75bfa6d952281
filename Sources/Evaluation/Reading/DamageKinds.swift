/// Some kinds of damage, by their numbers.
struct DamageSet: OptionSet, Hashable {
  let rawValue: UInt64
}

/// The kinds of damage that a truth names, in the order in which it does.
struct DamageKinds {
  /// The kinds by number.
  private(set) var names: [String] = []

  private var lists = Interner()
  private var sets: [DamageSet] = []

  /// The kinds that a field lists, joined by semicolons.
  mutating func set(at column: Int, of records: borrowing CSVRecords) throws(EvaluationError) -> DamageSet {
    let number = lists.number(of: records.bytes(at: column))
    if number == sets.count {
      guard let set = set(of: lists.texts[number]) else {
        throw records.error("There are more than 64 kinds of damage.")
      }
      sets.append(set)
    }
    return sets[number]
  }

  /// The names of the kinds in a set, joined by semicolons.
  func text(of set: DamageSet) -> String {
    names.indices.filter { set.rawValue >> UInt64($0) & 1 == 1 }.map { names[$0] }.joined(separator: ";")
  }

  private mutating func set(of list: String) -> DamageSet? {
    var bits: UInt64 = 0
    for kind in list.utf8.split(separator: UInt8(ascii: ";")).map({ String($0) ?? "" }) {
      let number = names.firstIndex(of: kind) ?? names.count
      guard number < 64 else { return nil }
      if number == names.count { names.append(kind) }
      bits |= 1 << UInt64(number)
    }
    return DamageSet(rawValue: bits)
  }
}

import Accounts

/// All names that the codes of one classification ever had, sorted by code and from the newest name to the oldest.
struct SubjectRecords: Sendable {
  let subjects: [Subject]
  let codes: [SubjectCode]

  static let functional = SubjectRecords(FunctionalSubjects.records)
  static let economic = SubjectRecords(EconomicSubjects.records)

  /// Parses records of the shape `code,name,valid_from,valid_to,trust[,budget]`.
  init(_ data: StaticString) {
    var parsed: [(code: SubjectCode, subject: Subject)] = []
    RecordReader.forEachRecord(of: data) { record in
      guard let entry = Self.parse(record) else { preconditionFailure("malformed reference data") }
      parsed.append(entry)
    }
    parsed.sort { left, right in
      left.code == right.code ? left.subject.isNewer(than: right.subject) : left.code < right.code
    }
    codes = parsed.map(\.code)
    subjects = parsed.map(\.subject)
  }

  /// One subject per code: the name valid in `year`, or else the newest; of equals the best known.
  func selection(in year: FiscalYear?) -> [Int] {
    var chosen: [Int] = []
    var index = 0
    while index < subjects.count {
      var best = index
      let code = codes[index]
      while index < subjects.count, codes[index] == code {
        if let year, subjects[index].isValid(in: year) {
          let replaces = !subjects[best].isValid(in: year) || subjects[index].trust < subjects[best].trust
          if replaces { best = index }
        }
        index += 1
      }
      chosen.append(best)
    }
    return chosen
  }

  /// The range of all names of one code.
  func range(of code: SubjectCode) -> Range<Int> {
    let start = codes.firstIndexAtOrAbove(code.key)
    var end = start
    while end < codes.count, codes[end] == code { end += 1 }
    return start..<end
  }

  private static func parse(_ record: Slice<UnsafeBufferPointer<UInt8>>) -> (SubjectCode, Subject)? {
    let fields = record.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard fields.count >= 5, let code = SubjectCode(fields[0]), let level = SubjectLevel(codeLength: code.count),
      let trust = SubjectTrust(rawValue: String(decoding: fields[4], as: UTF8.self))
    else { return nil }
    let budget = fields.count > 5 ? SubjectBudget(rawValue: String(decoding: fields[5], as: UTF8.self)) : .generalPublic
    guard let budget else { return nil }
    let name = String(decoding: fields[1], as: UTF8.self)
    let subject = Subject(
      code: String(decoding: fields[0], as: UTF8.self), name: name, normalName: NormalText(name), level: level,
      validFrom: year(fields[2]), validTo: year(fields[3]), trust: trust, budget: budget)
    return (code, subject)
  }

  private static func year(_ field: some Collection<UInt8>) -> FiscalYear? {
    field.isEmpty ? nil : FiscalYear(field.reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }
}

extension [SubjectCode] {
  /// The first index whose code has a key of at least `key`.
  func firstIndexAtOrAbove(_ key: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Subject {
  /// Whether its name came into force later; names without years are taken for the oldest that is still in force.
  fileprivate func isNewer(than other: Subject) -> Bool {
    let ends = (validTo?.year ?? .max, other.validTo?.year ?? .max)
    if ends.0 != ends.1 { return ends.0 > ends.1 }
    let starts = (validFrom?.year ?? 0, other.validFrom?.year ?? 0)
    return starts.0 == starts.1 ? trust < other.trust : starts.0 > starts.1
  }
}

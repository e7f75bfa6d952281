import Accounts

/// All names that the codes of one classification ever had, by code and from the newest name to the oldest.
struct SubjectRecords: Sendable {
  private(set) var subjects: [Subject] = []
  private(set) var codes: [SubjectCode] = []
  /// The indices of all subjects that go by a name, in order.
  private(set) var indicesOfName: [NormalText: [Int]] = [:]

  static let functional = SubjectRecords(FunctionalSubjects.records)
  static let economic = SubjectRecords(EconomicSubjects.records)

  /// Parses records of the shape `code,name,valid_from,valid_to,trust[,budget]`, which stand in order.
  init(_ data: StaticString) {
    subjects.reserveCapacity(2_200)
    codes.reserveCapacity(2_200)
    RecordReader.forEachRecord(of: data) { record in
      var fields = RecordReader.Fields(record)
      let digits = fields.next()
      guard let code = SubjectCode(digits), let level = SubjectLevel(codeLength: code.count) else {
        preconditionFailure("malformed reference data")
      }
      let name = String(decoding: fields.next(), as: UTF8.self)
      codes.append(code)
      subjects.append(
        Subject(
          code: String(decoding: digits, as: UTF8.self), name: name, normalName: NormalText(name), level: level,
          validFrom: Self.year(fields.next()), validTo: Self.year(fields.next()), trust: Self.trust(fields.next()),
          budget: Self.budget(fields.next())))
    }
    indicesOfName.reserveCapacity(subjects.count)
    for (index, subject) in subjects.enumerated() {
      for name in subject.names { indicesOfName[name, default: []].append(index) }
    }
  }

  /// One subject per code: the name valid in `year`, or else the newest; of equals the best known.
  func selection(in year: FiscalYear?) -> [Int] {
    var chosen: [Int] = []
    chosen.reserveCapacity(subjects.count)
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

  private static func year(_ field: UnsafeBufferPointer<UInt8>) -> FiscalYear? {
    field.isEmpty ? nil : FiscalYear(field.reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }

  private static func trust(_ field: UnsafeBufferPointer<UInt8>) -> SubjectTrust {
    switch field.first {
    case UInt8(ascii: "A"): .seen
    case UInt8(ascii: "B"): .listed
    case UInt8(ascii: "C"): .known
    default: .uncertain
    }
  }

  private static func budget(_ field: UnsafeBufferPointer<UInt8>) -> SubjectBudget {
    switch field.first {
    case UInt8(ascii: "f"): .governmentFund
    case UInt8(ascii: "s"): .stateCapital
    default: .generalPublic
    }
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

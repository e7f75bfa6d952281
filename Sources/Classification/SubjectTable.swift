import Accounts
import Synchronization

/// The subjects of one classification in one fiscal year, sorted by code: one entry per code.
///
/// A code whose name changed stands with the name valid in the year; a code that no record gives for that year stands
/// with its newest name, since disclosures use codes before and after their years.
public struct SubjectTable: Sendable {
  /// All subjects, sorted by code.
  public let subjects: [Subject]
  private let codes: [SubjectCode]
  private let records: SubjectRecords

  /// The classification whose subjects stand in the rows of a form.
  public static func table(of form: Form, in year: FiscalYear?) -> SubjectTable {
    form.isEconomic ? economic(in: year) : functional(in: year)
  }

  /// The functional classification (支出功能分类) in `year`, or the newest where the year is not known.
  public static func functional(in year: FiscalYear?) -> SubjectTable {
    functionalTables.table(in: year)
  }

  /// The economic classification for departmental budgets (部门预算支出经济分类) in `year`, or the newest.
  public static func economic(in year: FiscalYear?) -> SubjectTable {
    economicTables.table(in: year)
  }

  /// The subject with this code; nil where the classification lacks it.
  public subscript(code: String) -> Subject? {
    guard let packed = SubjectCode(code.utf8) else { return nil }
    let index = codes.firstIndexAtOrAbove(packed.key)
    return index < codes.count && codes[index] == packed ? subjects[index] : nil
  }

  /// The subjects whose codes begin with `prefix`, itself included; none for anything but one to seven digits.
  public func subjects(withPrefix prefix: String) -> ArraySlice<Subject> {
    guard let packed = SubjectCode(prefix.utf8) else { return [] }
    return subjects[codes.firstIndexAtOrAbove(packed.key)..<codes.firstIndexAtOrAbove(packed.upperBound)]
  }

  /// All names that a code ever had, newest first.
  public func names(of code: String) -> [Subject] {
    guard let packed = SubjectCode(code.utf8) else { return [] }
    return Array(records.subjects[records.range(of: packed)])
  }

  /// Whether a code has this name, or had it in any year; a class also goes by its name with or without 支出.
  public func isName(_ name: NormalText, of code: String) -> Bool {
    guard let packed = SubjectCode(code.utf8) else { return false }
    return records.subjects[records.range(of: packed)].contains { $0.goes(by: name) }
  }

  /// The codes of one level that have this name, or had it in any year, in order.
  public func codes(named name: NormalText, level: SubjectLevel) -> [String] {
    var codes: [String] = []
    for index in records.indicesOfName[name] ?? [] where records.subjects[index].level == level {
      if codes.last != records.subjects[index].code { codes.append(records.subjects[index].code) }
    }
    return codes
  }

  /// The subjects one level below a code, in order.
  public func children(of code: String) -> [Subject] {
    subjects(withPrefix: code).filter { $0.code.utf8.count == code.utf8.count + 2 }
  }

  /// The code one level above, whether the classification has it or not; nil for a class.
  public static func parentCode(of code: String) -> String? {
    code.utf8.count > 3 ? String(code.dropLast(2)) : nil
  }

  /// The codes above one, from the class down, whether the classification has them or not.
  public static func ancestorCodes(of code: String) -> [String] {
    sequence(first: code, next: parentCode).dropFirst().reversed()
  }

  fileprivate init(_ records: SubjectRecords, in year: FiscalYear?) {
    let chosen = records.selection(in: year)
    subjects = chosen.map { records.subjects[$0] }
    codes = chosen.map { records.codes[$0] }
    self.records = records
  }

  private static let functionalTables = SubjectTableCache(.functional)
  private static let economicTables = SubjectTableCache(.economic)
}

/// The tables of one classification that were asked for, by fiscal year.
private final class SubjectTableCache: Sendable {
  private let records: SubjectRecords
  private let tables = Mutex<[Int?: SubjectTable]>([:])

  init(_ records: SubjectRecords) {
    self.records = records
  }

  func table(in year: FiscalYear?) -> SubjectTable {
    tables.withLock { tables in
      if let table = tables[year?.year] { return table }
      let table = SubjectTable(records, in: year)
      tables[year?.year] = table
      return table
    }
  }
}

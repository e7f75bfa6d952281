import Accounts
import Classification

/// Completes the codes and names of the rows of a form, all rows of a sequence together.
///
/// A printed code is kept where it is whole. Where an export cut the codes, each row may be any subject whose code and
/// name begin as printed; what is left is what fits the order of the rows: codes ascend, and where a form prints
/// sections, an item stands below its own. A name proves nothing alone: 行政运行 belongs to 81 codes.
struct SubjectCodes {
  private let table: SubjectTable
  private let wholeLengths: Set<Int>
  private let year: FiscalYear?

  /// Works with the functional or the economic subjects of a year.
  init(form: Form, year: FiscalYear?) {
    table = .table(of: form, in: year)
    self.year = year
    wholeLengths = form.isEconomic ? [3, 5] : [3, 5, 7]
  }

  /// Gives each subject row its code and name; undecided rows keep what is possible as alternatives.
  func complete(_ rows: inout [FormRow]) {
    let blocks = Dictionary(grouping: rows.indices.filter { rows[$0].kind == .subject }) { rows[$0].block }
    for indices in blocks.values {
      if areCut(indices.map { rows[$0] }) {
        completeCut(indices, in: &rows)
      } else {
        for index in indices { rows[index].code = rows[index].codePrinted }
      }
      for index in indices { completeName(&rows[index]) }
    }
  }

  // MARK: whether codes are cut

  private func areCut(_ rows: [FormRow]) -> Bool {
    var names: [String: NormalText] = [:]
    for row in rows {
      let name = NormalText(row.namePrinted)
      guard wholeLengths.contains(row.codePrinted.utf8.count) else { return true }
      if let other = names[row.codePrinted], other != name { return true }
      names[row.codePrinted] = name
      if !isNamed(row.codePrinted, name), hasLongerCandidate(row.codePrinted, name) { return true }
    }
    return false
  }

  private func isNamed(_ code: String, _ name: NormalText) -> Bool {
    table.isName(name, of: code) || table[code].map { $0.normalName.hasPrefix(name) } ?? false
  }

  private func hasLongerCandidate(_ code: String, _ name: NormalText) -> Bool {
    name.count > 2 && table.subjects(withPrefix: code).contains { $0.code != code && $0.normalName == name }
  }

  // MARK: completion

  private func completeCut(_ indices: [Int], in rows: inout [FormRow]) {
    let longest = indices.reduce(0) { max($0, NormalText(rows[$1].namePrinted).count) }
    let candidates = indices.map { self.candidates(rows[$0], longestName: longest) }
    let printsSections = candidates.first.map { $0.contains { $0.utf8.count == 3 } } ?? false
    let ordered = survivors(candidates, ordered: true, nested: printsSections)
    let surviving = ordered ?? survivors(candidates, ordered: false, nested: printsSections) ?? candidates
    for (place, index) in indices.enumerated() {
      // Out of order only the name proves a code: what stands above and below may be of another form.
      let codes = ordered == nil && surviving[place].count == 1 ? candidates[place] : surviving[place]
      decide(&rows[index], among: codes, isOrdered: ordered != nil)
    }
  }

  /// The codes that a row may have by its own code and name.
  ///
  /// A column that is too narrow cuts all names at about the same width, so a name much shorter than the longest of
  /// its column is whole where the classification has it: 医疗费 is not the beginning of 医疗费补助.
  private func candidates(_ row: FormRow, longestName: Int) -> [String] {
    let name = NormalText(row.namePrinted)
    let subjects = table.subjects(withPrefix: row.codePrinted)
    guard !name.isEmpty else { return subjects.count <= 1 ? subjects.map(\.code) : [] }
    let whole = name.count + Self.widthSlack < longestName ? subjects.filter { $0.normalName == name } : []
    let current = whole.isEmpty ? subjects.filter { $0.normalName.hasPrefix(name) } : whole
    if !current.isEmpty {
      let inForce = current.filter(isInForce)
      return (inForce.isEmpty ? Array(current) : inForce).map(\.code)
    }
    let former = subjects.filter { table.isName(name, of: $0.code) }
    if !former.isEmpty { return former.map(\.code) }
    return wholeLengths.contains(row.codePrinted.utf8.count) ? [row.codePrinted] : []
  }

  /// How many characters shorter than the longest a name must be to be whole: a split row's tail may be missing.
  private static let widthSlack = 4

  /// Whether a subject exists in the fiscal year; years that come from memory may be off by one.
  private func isInForce(_ subject: Subject) -> Bool {
    guard let year else { return true }
    if subject.isValid(in: year) { return true }
    guard subject.trust >= .known else { return false }
    return subject.isValid(in: FiscalYear(year.year - 1)) || subject.isValid(in: FiscalYear(year.year + 1))
  }

  /// For each row the codes that stand in some sequence that fits; nil where no sequence does.
  ///
  /// Rows without candidates break the sequence in two, and nothing is concluded over the gap but order.
  private func survivors(_ candidates: [[String]], ordered: Bool, nested: Bool) -> [[String]]? {
    guard let forward = reachable(candidates, through: { follows($1, $0, ordered: ordered, nested: nested) }),
      let backward = reachable(candidates.reversed(), through: { follows($0, $1, ordered: ordered, nested: nested) })
    else { return nil }
    var result: [[String]] = []
    for (index, codes) in candidates.enumerated() {
      let both = forward[index].filter { backward[candidates.count - 1 - index].contains($0) }
      if both.isEmpty, !codes.isEmpty { return nil }
      result.append(both)
    }
    return result
  }

  /// The candidates of each row that some chain from the first row on leads to; nil where there are too many to compare.
  private func reachable(
    _ candidates: [[String]], through step: (_ previous: String, _ next: String) -> Bool
  ) -> [[String]]? {
    var result: [[String]] = []
    var previous: [String] = []
    var pairs = 0
    for codes in candidates {
      pairs += codes.count * previous.count
      guard pairs <= TransformLimits.mostCodePairs else { return nil }
      let kept = previous.isEmpty ? codes : codes.filter { code in previous.contains { step($0, code) } }
      result.append(kept)
      if !codes.isEmpty { previous = kept }
    }
    return result
  }

  /// Whether a row with code `next` may stand below one with code `previous`.
  private func follows(_ next: String, _ previous: String, ordered: Bool, nested: Bool) -> Bool {
    if ordered, next <= previous { return false }
    guard nested, let parent = SubjectTable.parentCode(of: next) else { return true }
    return previous.hasPrefix(parent)
  }

  /// Decides open rows by other places of the disclosure: of what is possible, one is what another form prints, or
  /// what the narrative names with its section (`政府办公厅（室）及相关机构事务（款）行政运行（项）`).
  static func agree(_ forms: inout [FormReading], narrative: [Paragraph], year: FiscalYear?) {
    var places: [String: String] = [:]
    for reading in forms where reading.form.isBySubject {
      for row in reading.rows where row.kind == .subject && !row.code.isEmpty && places[row.code] == nil {
        places[row.code] = "\(reading.form.rawValue) line \(row.span.line)"
      }
    }
    let paths = narrative.map { (text: NormalText($0.text), line: $0.span.line) }.filter { $0.text.contains("(款)") }
    let length = paths.reduce(0) { $0 + $1.text.count }
    var searches = length == 0 ? 0 : TransformLimits.narrativeWork / length
    for index in forms.indices where forms[index].form.isBySubject {
      let codes = SubjectCodes(form: forms[index].form, year: year)
      for row in forms[index].rows.indices where forms[index].rows[row].isCodeUndecided {
        let alternatives = forms[index].rows[row].codeAlternatives
        searches -= alternatives.count
        // Past the limit the narrative stays unread: the row stays open, which is a finding.
        let paths = searches >= 0 ? paths : []
        var witnesses: [String: String] = [:]
        for code in alternatives {
          witnesses[code] = places[code] ?? codes.narrativeLine(of: code, in: paths).map { "narrative line \($0)" }
        }
        guard witnesses.count == 1, let (code, place) = witnesses.first else { continue }
        forms[index].rows[row].isCodeUndecided = false
        codes.decide(&forms[index].rows[row], among: [code])
        codes.completeName(&forms[index].rows[row])
        guard let step = forms[index].rows[row].codeSteps.firstIndex(where: { $0.rule == "complete-code" }) else {
          continue
        }
        forms[index].rows[row].codeSteps[step].witnesses.append(place)
      }
    }
  }

  /// The line on which the narrative names an item with its section.
  private func narrativeLine(of code: String, in paths: [(text: NormalText, line: Int)]) -> Int? {
    guard code.utf8.count == 7, let item = table[code], let section = table[String(code.prefix(5))] else { return nil }
    let path = section.normalName + "(款)" + item.normalName + "(项)"
    return paths.first { $0.text.contains(path) }?.line
  }

  private func decide(_ row: inout FormRow, among codes: [String], isOrdered: Bool = true) {
    guard codes.count == 1 else {
      row.isCodeUndecided = true
      row.codeAlternatives = codes
      return
    }
    row.code = codes[0]
    guard row.code != row.codePrinted else { return }
    row.codeSteps.append(
      ProvenanceStep(
        stage: "transform", rule: "complete-code", before: row.codePrinted, after: row.code,
        witnesses: [
          "classification: \(row.code) \(table[row.code]?.name ?? "")", "printed name: \(row.namePrinted)",
          isOrdered ? "order of the rows" : "no other subject of that name",
        ]))
  }

  private func completeName(_ row: inout FormRow) {
    let printed = NormalText(row.namePrinted)
    row.name = Self.joined(row.namePrinted)
    guard let subject = table[row.code] else { return }
    if printed == subject.normalName || printed.isEmpty {
      row.name = subject.name
    } else if subject.normalName.hasPrefix(printed) {
      row.name = subject.name
      row.codeSteps.append(
        ProvenanceStep(
          stage: "transform", rule: "complete-name", before: row.namePrinted, after: subject.name,
          witnesses: ["classification: \(subject.code) \(subject.name)"]))
    }
  }

  /// A name without the spaces that an export put at its line ends.
  static func joined(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}

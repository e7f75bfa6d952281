import Accounts
import Classification

/// Checks the codes and names of subjects: whole codes are as printed, completed ones are the only ones that fit.
struct CodeCheck {
  private let document: PublishedDocument
  private let figures: [String: PublishedFigure]

  /// Prepares the rows of a document.
  init(_ document: PublishedDocument) {
    self.document = document
    figures = Dictionary(document.figures.map { (String(ProvenanceAgreement.row(of: $0.keyText)), $0) }) { first, _ in
      first
    }
  }

  /// Checks all printed rows of the forms by subject, and the classes of the two-sided forms.
  func check(_ journal: inout Journal) {
    for figure in document.figures { checkRow(of: figure, &journal) }
    for form in document.forms where form.form.isBySubject || form.form == .gk06 {
      let table: SubjectTable = form.form == .gk06 ? .economic(in: document.year) : .functional(in: document.year)
      for block in Dictionary(grouping: form.rows.filter { !$0.codePrinted.isEmpty }, by: \.block).values {
        for index in block.indices where !block[index].key.isEmpty {
          checkSubject(block, index, form.form, table, &journal)
        }
      }
    }
  }

  private func fail(_ key: String, _ published: String, _ problem: String, _ journal: inout Journal) {
    journal.fail(.code, "amounts", document.id, key: key, published: published, problem)
  }

  /// A published row is one of those that the form prints, but for a restored total.
  private func checkRow(of figure: PublishedFigure, _ journal: inout Journal) {
    guard let form = document.form(figure.key.form) else { return }
    journal.apply(.code)
    let rows = form.rows(on: figure.key.side, of: figure.key.row.rawValue)
    guard let row = rows.first else {
      if !figure.printed.isEmpty || figure.key.row != .total {
        fail(figure.keyText, figure.key.row.rawValue, "the form prints no such row", &journal)
      }
      return
    }
    if !rows.contains(where: { Self.isRow($0, of: figure) }) {
      fail(
        figure.keyText, "\(figure.codePrinted) \(figure.namePrinted)",
        "the form prints \(row.codePrinted) \(row.namePrinted)", &journal)
    }
    if figure.key.side == .expenditure, !figure.code.isEmpty { checkClass(figure, &journal) }
  }

  private static func isRow(_ row: PublishedForm.Row, of figure: PublishedFigure) -> Bool {
    row.codePrinted == figure.codePrinted && row.namePrinted == figure.namePrinted
      && row.lineNumber == figure.lineNumber
  }

  /// A class of a two-sided form bears the name that is printed on its line.
  private func checkClass(_ figure: PublishedFigure, _ journal: inout Journal) {
    let label = Self.withoutNumber(NormalText(figure.namePrinted))
    let names = SubjectTable.functional(in: document.year).names(of: figure.code).map(\.normalName)
    guard !label.isEmpty, !names.isEmpty else { return }
    let fits = Self.spellings(of: label).contains { label in
      names.contains {
        $0.hasPrefix(label) || label.hasPrefix($0)
          || $0.count > 4 && label.contains(NormalText(units: $0.units.dropLast(2)))
      }
    }
    if !fits, !isNearest(label, figure.code), !Self.spellings(of: label).contains(where: { isOnlyPattern($0, figure) })
    {
      fail(figure.keyText, "\(figure.code) \(figure.namePrinted)", "the class has another name", &journal)
    }
  }

  /// A label without its number, whose 、 may be garbled.
  private static func withoutNumber(_ printed: NormalText) -> NormalText {
    if let mark = printed.units.firstIndex(of: 0x3001) { return NormalText(units: printed.units[(mark + 1)...]) }
    return NormalText(units: printed.units.drop(while: numerals.contains))
  }

  private static let numerals = Set("一二三四五六七八九十".utf16)

  /// Whether a damaged label shares half of its characters, in their order, with the name of a class, and a greater part
  /// of both than with that of any other.
  private func isNearest(_ label: NormalText, _ code: String) -> Bool {
    var likeness: [String: Int] = [:]
    var shared = 0
    let table = SubjectTable.functional(in: document.year)
    for other in Self.classes.map(String.init) {
      for name in table.names(of: other) {
        let common = Self.common(label.units, name.normalName.units)
        likeness[other] = max(likeness[other] ?? 0, 2_000 * common / (label.count + name.normalName.count))
        if other == code { shared = max(shared, common) }
      }
    }
    let own = likeness[code] ?? 0
    return shared * 2 >= label.count && likeness.allSatisfy { $0.key == code || $0.value < own }
  }

  /// Whether the characters of a damaged label stand where the name of its class has them, and of no other class between
  /// those printed above and below; characters that no name holds (`�`, traditional ones) may be any.
  private func isOnlyPattern(_ label: NormalText, _ figure: PublishedFigure) -> Bool {
    let table = SubjectTable.functional(in: document.year)
    let names = Self.classes.map { code in (code: code, names: table.names(of: "\(code)").map(\.normalName.units)) }
    let legible = Set(names.lazy.flatMap(\.names).joined())
    let between = classes(around: figure)
    let fitting = names.filter { code, names in
      between.contains(code)
        && names.contains { name in
          name.count == label.count && zip(label.units, name).allSatisfy { $0 == $1 || !legible.contains($0) }
        }
    }
    return fitting.map { "\($0.code)" } == [figure.code]
  }

  private static let classes = 201...234

  /// The classes that may stand on the line of a figure: lines are in the order of their codes.
  private func classes(around figure: PublishedFigure) -> Range<Int> {
    let printed = document.form(figure.key.form)?.rows.filter { $0.side == figure.key.side }.map(\.key) ?? []
    guard let place = printed.firstIndex(of: figure.code) else { return Range(Self.classes) }
    let isClass = { (code: Int) in Self.classes.contains(code) }
    let above = printed[..<place].compactMap { Int($0) }.last(where: isClass) ?? Self.classes.lowerBound - 1
    let below = printed[(place + 1)...].compactMap { Int($0) }.first(where: isClass) ?? Self.classes.upperBound + 1
    return above < below ? (above + 1)..<below : 0..<0
  }

  /// The length of the longest sequence of characters that two texts have in common.
  private static func common(_ left: [UInt16], _ right: [UInt16]) -> Int {
    var best = Array(repeating: 0, count: right.count + 1)
    for unit in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = best[index + 1]
        best[index + 1] = unit == other ? diagonal + 1 : max(above, best[index])
        diagonal = above
      }
    }
    return best[right.count]
  }

  /// A label, and what it is without a character that an export printed twice.
  private static func spellings(of label: NormalText) -> [NormalText] {
    let units = label.units
    let doubled = units.indices.dropFirst().filter { units[$0] == units[$0 - 1] }
    return [label] + doubled.map { NormalText(units: units[..<$0] + units[($0 + 1)...]) }
  }

  // MARK: subjects

  private func checkSubject(
    _ block: [PublishedForm.Row], _ index: Int, _ form: Form, _ table: SubjectTable, _ journal: inout Journal
  ) {
    let row = block[index]
    let place = "\(form.rawValue)/\(row.side.rawValue)/\(row.key)"
    journal.apply(.code)
    guard row.key.hasPrefix(row.codePrinted) else {
      fail(place, row.key, "the form prints the code \(row.codePrinted)", &journal)
      return
    }
    // Of a subject that is printed again, one row is published.
    guard let figure = figures[place], Self.isRow(row, of: figure) else { return }
    let name = NormalText(row.namePrinted)
    checkName(figure, name, place, table, &journal)
    let step = figure.steps.first { $0.rule == "complete-code" }
    guard row.key != row.codePrinted || step != nil else { return }
    guard let step else {
      fail(place, row.key, "the code was completed from \(row.codePrinted), and no step tells how", &journal)
      return
    }
    guard let subject = table[row.key] else {
      fail(place, row.key, "the classification has no such subject", &journal)
      return
    }
    if !name.isEmpty, !subject.normalName.hasPrefix(name), !table.isName(name, of: row.key) {
      fail(place, row.key, "the classification calls it \(subject.name), the form \(row.namePrinted)", &journal)
    }
    checkWitnesses(step.witnesses, block, index, form, table, &journal)
  }

  private func checkName(
    _ figure: PublishedFigure, _ printed: NormalText, _ place: String, _ table: SubjectTable, _ journal: inout Journal
  ) {
    let subject = table[figure.code]
    let isPrinted = NormalText(figure.name) == printed
    let isOfficial = subject.map { $0.name == figure.name && $0.normalName.hasPrefix(printed) } ?? false
    if !isPrinted, !isOfficial {
      fail(place, figure.name, "the form prints \(figure.namePrinted)", &journal)
    } else if !isPrinted, !printed.isEmpty, !figure.hasStep("complete-name") {
      fail(place, figure.name, "the name was completed, and no step tells how", &journal)
    }
    for step in figure.steps where step.rule == "complete-name" {
      let official = "classification: \(figure.code) \(subject?.name ?? "")"
      if step.witnesses != [official] {
        fail(place, step.witnesses.joined(separator: ";"), "the witness is \(official)", &journal)
      }
    }
  }

  // MARK: witnesses of a completed code

  private func checkWitnesses(
    _ witnesses: [String], _ block: [PublishedForm.Row], _ index: Int, _ form: Form, _ table: SubjectTable,
    _ journal: inout Journal
  ) {
    let row = block[index]
    let place = "\(form.rawValue)/\(row.side.rawValue)/\(row.key)"
    let sequence = CodeSequence(block, index, table, year: document.year)
    let isByName = witnesses.dropFirst(2).first == Self.onlyName
    let expected = [
      "classification: \(row.key) \(table[row.key]?.name ?? "")", "printed name: \(row.namePrinted)",
      isByName ? Self.onlyName : "order of the rows",
    ]
    if Array(witnesses.prefix(expected.count)) != expected {
      fail(place, witnesses.joined(separator: ";"), "the witnesses are \(expected.joined(separator: ";"))", &journal)
    }
    let further = witnesses.dropFirst(expected.count)
    for witness in further where !isPlaceOfCode(witness, row.key, table) {
      fail(place, witness, "the code does not stand there", &journal)
    }
    guard further.isEmpty else { return }
    journal.apply(.forced)
    if !isByName, !sequence.isInOrder {
      fail(place, row.key, "the codes do not ascend here, so that their order proves nothing", &journal)
    } else if let other = isByName ? sequence.namesakes.first(where: { $0 != row.key }) : sequence.others.first {
      journal.fail(
        .forced, "amounts", document.id, key: place, published: row.key,
        "not forced: \(other) \(table[other]?.name ?? "") fits between its neighbours too")
    }
  }

  private static let onlyName = "no other subject of that name"

  /// `gk05 line 12`: another form prints the code there; `narrative line 12`: the narrative names item and section.
  private func isPlaceOfCode(_ witness: String, _ code: String, _ table: SubjectTable) -> Bool {
    if let narrative = NarrativeWitness(witness) {
      guard let item = table[code], let section = table[String(code.prefix(5))] else { return false }
      return document.narrativeText(on: narrative.line)
        .contains(section.normalName + "(款)" + item.normalName + "(项)")
    }
    return document.forms.contains { form in
      form.rows.contains { "\(form.form.rawValue) line \($0.sourceLine)" == witness && $0.key == code }
    }
  }
}

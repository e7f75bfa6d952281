import Accounts
import ArgumentParser
import Classification
import Pipeline

/// `juesuan subjects`: looks up a subject of the classifications.
struct SubjectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subjects",
    abstract: "Looks up a subject code in the functional and the economic classification.",
    discussion: """
      Prints code, level and name in the fiscal year, its parents, the subjects below it, and the other names that the \
      code has had, with their years.
      """)

  @Argument(help: "A code of 3, 5 or 7 digits, such as 2010301.")
  var code: String

  @Option(help: "The fiscal year (default: the newest classification).")
  var year: Int?

  func run() throws {
    let fiscalYear = year.map { FiscalYear($0) }
    let tables = [
      ("functional", SubjectTable.functional(in: fiscalYear)), ("economic", SubjectTable.economic(in: fiscalYear)),
    ]
    let found = tables.compactMap { name, table in
      table[code].map { SubjectReport(subject: $0, classification: name, table: table, year: fiscalYear).text }
    }
    if found.isEmpty {
      let known = tables.flatMap { $0.1.subjects.map(\.code) }
      let nearest = NearestNames.nearest(to: code, in: known, limit: 5).joined(separator: ", ")
      throw RunError(.usage, "There is no subject \(code). Nearest: \(nearest).")
    }
    StandardOutput.write(found.joined(separator: "\n"))
  }
}

/// What `subjects` says of one code.
struct SubjectReport {
  let subject: Subject
  let classification: String
  let table: SubjectTable
  let year: FiscalYear?

  /// The lines, without a line feed at the end.
  var text: String {
    var lines = [
      "\(subject.code)  \(subject.name)",
      "  classification  \(classification), \(year.map(\.description) ?? "newest")",
      "  level           \(level)",
      "  years           \(Self.years(subject))",
    ]
    if let year, !subject.isValid(in: year) {
      lines.append("  note            no name of this code is known for \(year)")
    }
    lines += parents.map { "  parent          \($0.code)  \($0.name)" }
    lines += table.children(of: subject.code).map { "  child           \($0.code)  \($0.name)" }
    lines += table.names(of: subject.code).filter { $0.name != subject.name }.map {
      "  other name      \($0.name) (\(Self.years($0)))"
    }
    return lines.joined(separator: "\n")
  }

  private var level: String {
    switch subject.level {
    case .class: "class 类"
    case .section: "section 款"
    case .item: "item 项"
    }
  }

  /// From the class down.
  private var parents: [Subject] {
    SubjectTable.ancestorCodes(of: subject.code).compactMap { table[$0] }
  }

  private static func years(_ subject: Subject) -> String {
    switch (subject.validFrom, subject.validTo) {
    case (nil, nil): "years unknown"
    case (let from?, nil): "since \(from)"
    case (nil, let to?): "to \(to)"
    case (let from?, let to?): from == to ? "\(from)" : "\(from) to \(to)"
    }
  }
}

import Foundation

/// The ways in which the tests alter a release of three samples by hand.
enum Tampering: String, CaseIterable, Sendable {
  case digitInAmounts, digitEverywhere, digitWithItsPrint, removedRow, removedRowEverywhere, addedRow, decidedOpenFigure
  case raisedConfidence, renamedWitness, exchangedWitness, swappedColumns, changedCode, movedSpan, changedSource
  case runCount, packageHash, removedDocument, hiddenAlternative, removedFinding, addedFile, weakenedSchema
  case otherContract
  case digitInFact, factWithoutProvenance, repeatedFact, movedFact, changedIndicator, changedProject, removedTerm
  case changedLevel, miscountedNumbers, hiddenNumber

  /// The whole sample, the damaged one, and one with figures that stay open.
  static let whole = "414b7b7e8159d024"
  static let damaged = "4b0413f53bb02339"
  static let open = "024a3fd7dd768a35"

  /// Whether it can only be seen beside the sources.
  var needsSources: Bool { [.movedSpan, .changedSource, .movedFact, .hiddenNumber].contains(self) }

  /// What the report names: the dataset or the key of the row.
  var place: String {
    switch self {
    case .digitInAmounts, .digitEverywhere, .removedRow, .movedSpan: "gk05//2010302/total"
    case .digitWithItsPrint, .removedRowEverywhere: "gk03//20103"
    case .addedRow, .changedCode: "gk05//2010303"
    case .decidedOpenFigure: "gk09//total/budget_vehicle_purchase"
    case .raisedConfidence: "gk03//total/basic"
    case .renamedWitness, .exchangedWitness: "gk03//202/basic"
    case .swappedColumns: "gk05//201"
    case .changedSource: "01-bureau-2024.txt"
    case .runCount: "run.json counts amounts derived"
    case .packageHash: "datapackage.json amounts hash"
    case .removedDocument: "documents/\(Self.whole).json"
    case .hiddenAlternative: "repairs \(Self.damaged) gk03//202/basic"
    case .removedFinding: "findings"
    case .addedFile: "extra.csv"
    case .weakenedSchema: "datapackage.json amounts field"
    case .otherContract: "datapackage.json version: package: published 1.0.0"
    case .digitInFact, .factWithoutProvenance, .movedFact: "overall.change//prior_year"
    case .repeatedFact: "overall.change//prior_year: schema"
    case .changedIndicator: "年度任务专项//办结事项/target"
    case .changedProject: "form/年度任务专项/execution_rate"
    case .removedTerm: "glossary"
    case .changedLevel: "年度任务专项//办结事项/level2"
    case .miscountedNumbers, .hiddenNumber: "numbers values"
    }
  }

  /// Alters a release, and for some kinds the sources in `inputs`.
  func apply(to release: TamperedRelease, inputs: String) throws {
    switch self {
    case .digitInAmounts:
      try release.replace("amounts.csv", where: Self.row("gk05", "2010302", "total"), "13765700.00", by: "13765800.00")
    case .digitEverywhere: try changeDigit(in: release, print: nil)
    case .digitWithItsPrint: try changeDigit(in: release, print: "2,597.56")
    case .removedRow: try release.edit("amounts.csv", where: Self.row("gk05", "2010302", "total")) { _ in nil }
    case .removedRowEverywhere: try removeEverywhere(release)
    case .addedRow:
      try release.edit("amounts.csv", where: Self.row("gk05", "2010302", "total")) { line in
        "\(line)\n\(line.replacingOccurrences(of: "2010302", with: "2010303"))"
      }
    case .decidedOpenFigure: try decideOpen(release)
    case .raisedConfidence: try raiseMinimal(release)
    case .renamedWitness: try witness(release, "gk03 202 = gk05 + gk07 + gk08 (basic)", "gk03 202 = the truth")
    case .exchangedWitness:
      try witness(release, "gk03 202 = gk05 + gk07 + gk08 (basic)", "gk03 208 = gk05 + gk07 + gk08 (basic)")
    case .swappedColumns: try swapColumns(release)
    case .changedCode: try changeCode(release)
    case .movedSpan:
      try release.edit("provenance/\(Self.whole).jsonl", where: ["gk05//2010302/total\""]) { line in
        line.replacingOccurrences(of: "\"column\": ", with: "\"column\": 1")
          .replacingOccurrences(of: "\"column_end\": ", with: "\"column_end\": 1")
      }
    case .changedSource: try Data("x".utf8).write(to: URL(fileURLWithPath: inputs + "/01-bureau-2024.txt"))
    case .runCount:
      try release.edit("run.json", where: ["\"derived\""]) { $0.replacingOccurrences(of: ": ", with: ": 1") }
    case .packageHash:
      try release.edit("datapackage.json", where: ["\"hash\""]) {
        $0.replacingOccurrences(of: "sha256:", with: "sha256:0")
      }
    case .removedDocument: try release.remove("documents/\(Self.whole).json")
    case .hiddenAlternative: try hideAlternative(release)
    case .removedFinding:
      try Data("a,b\n".utf8).write(to: URL(fileURLWithPath: release.folder + "/findings.csv"))
    case .addedFile: try Data().write(to: URL(fileURLWithPath: release.folder + "/extra.csv"))
    case .weakenedSchema:
      try release.replace("datapackage.json", where: ["\"enum\"", "corroborated"], ", \"minimal\"", by: "")
    case .otherContract:
      try release.edit("datapackage.json", where: ["\"version\""]) { _ in "  \"version\": \"1.0.0\"," }
    case .digitInFact:
      for file in ["facts.csv", json, provenance] {
        try release.replace(file, where: ["overall.change", "2952500.00"], "2952500.00", by: "2962500.00")
      }
    case .factWithoutProvenance:
      try release.edit(provenance, where: ["\"overall.change//prior_year\""]) { _ in nil }
    case .repeatedFact:
      try release.edit("facts.csv", where: ["\(Self.whole),", ",overall.change,"]) { "\($0)\n\($0)" }
    case .movedFact:
      try release.edit(provenance, where: ["\"overall.change//prior_year\""]) { line in
        line.replacingOccurrences(of: "\"column\": ", with: "\"column\": 1")
      }
    case .changedIndicator:
      try release.replace("indicators.csv", where: ["\(Self.whole),", ",办结事项,"], "≥95%", by: "≥85%")
    case .changedProject:
      try release.replace("projects.csv", where: ["\(Self.whole),", ",年度任务专项,"], ",100,", by: ",99,")
    case .changedLevel:
      try release.replace("indicators.csv", where: ["\(Self.whole),", ",办结事项,"], "数量指标", by: "质量指标")
    case .miscountedNumbers:
      try release.replace("run.json", where: ["\"values\""], ": ", by: ": 1")
    case .hiddenNumber:
      // A value less, a declared number more, in every place that counts them.
      try release.replace(
        json, where: ["\"numbers\""], "\"values\": 445, \"declared\": 391", by: "\"values\": 444, \"declared\": 392")
      try release.replace(json, where: ["\"numbers\""], "\"prose\", \"tokens\": 3", by: "\"prose\", \"tokens\": 4")
    case .removedTerm: try release.edit("glossary.csv", where: ["\(Self.whole),", ",基本支出,"]) { _ in nil }
    }
  }

  // MARK: places

  /// What the line of a figure holds in `amounts.csv`.
  private static func row(_ form: String, _ row: String, _ measure: String, _ document: String = whole) -> [String] {
    ["\(document),", ",\(form),,\(row),", ",\(measure),"]
  }

  private var json: String { "documents/\(Self.whole).json" }
  private var provenance: String { "provenance/\(Self.whole).jsonl" }

  // MARK: alterations in all places

  private func changeDigit(in release: TamperedRelease, print: String?) throws {
    let (form, row, old, new) =
      print == nil
      ? ("gk05", "2010302", "13765700.00", "13765800.00") : ("gk03", "20103", "25965600.00", "25975600.00")
    let place = try lineOfJSON(release, form, row, "total")
    try release.edit("amounts.csv", where: Self.row(form, row, "total")) { text in
      let changed = text.replacingOccurrences(of: old, with: new)
      return print.map { changed.replacingOccurrences(of: "2,596.56", with: $0) } ?? changed
    }
    try release.edit(provenance, where: ["\(form)//\(row)/total\""]) { text in
      let changed = text.replacingOccurrences(of: old, with: new)
      return print.map { changed.replacingOccurrences(of: "2,596.56", with: $0) } ?? changed
    }
    try release.edit(json, where: place) { text in
      let changed = text.replacingOccurrences(of: old, with: new)
      return print.map { changed.replacingOccurrences(of: "2,596.56", with: $0) } ?? changed
    }
  }

  /// What the line of a figure holds in the canonical JSON, by the source line that `amounts.csv` gives.
  private func lineOfJSON(_ release: TamperedRelease, _ form: String, _ row: String, _ measure: String) throws
    -> [String]
  {
    let text = try String(contentsOfFile: release.folder + "/amounts.csv", encoding: .utf8)
    let line = text.split(separator: "\n").first { line in
      Self.row(form, row, measure).allSatisfy { line.contains($0) }
    }
    let number = line?.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    return ["\"\(measure)\": {", "\"source_line\": \(number)}"]
  }

  private func removeEverywhere(_ release: TamperedRelease) throws {
    // The last measure of its row, so that the comma before it goes too.
    let place = try lineOfJSON(release, "gk03", "20103", "project")
    try release.edit("amounts.csv", where: Self.row("gk03", "20103", "project")) { _ in nil }
    try release.edit(provenance, where: ["gk03//20103/project\""]) { _ in nil }
    let path = release.folder + "/" + json
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    var kept: [String] = []
    for line in lines {
      if place.allSatisfy({ line.contains($0) }) {
        if let last = kept.last, last.hasSuffix(","), !line.hasSuffix(",") { kept[kept.count - 1].removeLast() }
      } else {
        kept.append(line)
      }
    }
    try kept.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// Gives a figure that stayed open the upper end of its range, as if it were forced.
  private func decideOpen(_ release: TamperedRelease) throws {
    try release.replace(
      "amounts.csv", where: Self.row("gk09", "total", "budget_vehicle_purchase", Self.open),
      ",,ambiguous,0.000,minimal,0.00,268200.00", by: ",268200.00,derived,0.980,forced,,")
    try release.replace(
      "documents/\(Self.open).json", where: ["\"budget_vehicle_purchase\": {"],
      "null, \"status\": \"ambiguous\", \"confidence\": 0.000, \"proof\": \"minimal\", \"amount_low\": 0.00, "
        + "\"amount_high\": 268200.00",
      by: "268200.00, \"status\": \"derived\", \"confidence\": 0.980, \"proof\": \"forced\"")
    try release.replace(
      "provenance/\(Self.open).jsonl", where: ["gk09//total/budget_vehicle_purchase\""], "\"value\": null",
      by: "\"value\": 268200.00")
  }

  private func raiseMinimal(_ release: TamperedRelease) throws {
    let document = "documents/\(Self.damaged).json"
    try release.replace(
      "amounts.csv", where: Self.row("gk03", "total", "basic", Self.damaged), "0.985,corroborated", by: "0.970,minimal")
    try release.replace(
      "repairs.csv", where: [Self.damaged, ",gk03//total/basic,"], "corroborated,0.985", by: "minimal,0.970")
    for parts in [["\"basic\": {\"amount\": 27978000.00"], ["\"key\": \"gk03//total/basic\""]] {
      try release.edit(document, where: parts) { line in
        line.replacingOccurrences(of: "0.985", with: "0.970")
          .replacingOccurrences(of: "\"corroborated\"", with: "\"minimal\"")
      }
    }
  }

  private func witness(_ release: TamperedRelease, _ old: String, _ new: String) throws {
    try release.replace("repairs.csv", where: [Self.damaged, ",gk03//202/basic,"], old, by: new)
    try release.replace("documents/\(Self.damaged).json", where: ["\"key\": \"gk03//202/basic\""], old, by: new)
    try release.replace("provenance/\(Self.damaged).jsonl", where: ["gk03//202/basic\""], old, by: new)
  }

  private func swapColumns(_ release: TamperedRelease) throws {
    func swapped(_ text: String) -> String {
      text.replacingOccurrences(of: "basic", with: "\u{1}").replacingOccurrences(of: "project", with: "basic")
        .replacingOccurrences(of: "\u{1}", with: "project")
    }
    let line = try lineOfJSON(release, "gk05", "201", "basic")[1]
    for measure in ["basic", "project"] {
      try release.edit("amounts.csv", where: Self.row("gk05", "201", measure)) { swapped($0) }
    }
    try release.edit(json, where: ["\": {\"amount\": ", line]) { swapped($0) }
    try release.edit(provenance, where: ["\"gk05//201/", "s"]) { swapped($0) }
  }

  private func changeCode(_ release: TamperedRelease) throws {
    try release.edit("amounts.csv", where: ["\(Self.whole),", ",gk05,,2010302,"]) { line in
      line.replacingOccurrences(of: ",2010302,,2010302,", with: ",2010303,,2010303,")
    }
    try release.edit(provenance, where: ["gk05//2010302/"]) { line in
      line.replacingOccurrences(of: "gk05//2010302/", with: "gk05//2010303/")
    }
    let path = release.folder + "/" + json
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let start = lines.firstIndex { $0.contains("\"form\": \"gk05\"") } ?? 0
    for index in lines.indices where index > start {
      if lines[index].contains("\"form\": \"gk06\"") { break }
      if lines[index].contains("code_printed"), !lines[index].contains("\"row\"") { continue }
      lines[index] = lines[index].replacingOccurrences(of: "\"row\": \"2010302\"", with: "\"row\": \"2010303\"")
        .replacingOccurrences(of: "\"code\": \"2010302\"", with: "\"code\": \"2010303\"")
    }
    try lines.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func hideAlternative(_ release: TamperedRelease) throws {
    try release.replace(
      "repairs.csv", where: [Self.damaged, ",gk03//202/basic,"], "blank;10875800.00;11738600.00",
      by: "blank;11738600.00")
    try release.replace(
      "documents/\(Self.damaged).json", where: ["\"key\": \"gk03//202/basic\""], "\"blank\", \"10875800.00\"",
      by: "\"blank\"")
  }
}

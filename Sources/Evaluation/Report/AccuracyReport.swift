/// The accuracy report: every table of an evaluation, for people or for programs.
public struct AccuracyReport: Sendable {
  /// How a report is printed.
  public enum Format: String, Sendable, CaseIterable {
    /// Aligned tables.
    case text
    /// One object with a list of objects for each table.
    case json
    /// One line for each number: table, row, column, value.
    case csv
  }

  private let evaluation: Evaluation
  private let errors: Int

  /// Makes the report of an evaluation that lists the first `errors` wrong values, and as many wrong or missing facts.
  public init(_ evaluation: Evaluation, errors: Int = 0) {
    self.evaluation = evaluation
    self.errors = errors
  }

  /// The report, without a line feed at the end.
  public func text(as format: Format) -> String {
    switch format {
    case .text: tables.map { AlignedText(table: $0).text }.joined(separator: "\n\n")
    case .json: ReportJSON.text(tables)
    case .csv: ReportCSV.text(tables)
    }
  }

  private var tables: [ReportTable] {
    let groups = evaluation.groups
    var tables = [
      documents,
      .cells("forms", "By form", of: "form", groups.forms, sum: evaluation.all),
      .cells("layouts", "By layout", of: "layout", groups.layouts),
      .cells("damaged_cells", "By damage: the cells that it touched", of: "damage", groups.damagedCells),
      .cells(
        "damaged_documents", "By damage: all cells of the documents that have it", of: "damage",
        groups.damagedDocuments),
      .values("statuses", "By status of what is published", of: "status", groups.statuses),
      .values("proofs", "By proof of what is published", of: "proof", groups.proofs),
      codes, ranges, calibration,
    ]
    if let facts = evaluation.facts { tables.append(Self.facts(facts)) }
    if errors > 0 {
      tables.append(wrongValues)
      if let facts = evaluation.facts { tables.append(factDifferences(facts)) }
    }
    return tables
  }

  private var documents: ReportTable {
    let of = evaluation.published.whole
    let fields = evaluation.fields.map { name, right in
      [
        ReportTable.Cell.text(name), .count(right.part), .count(right.whole), .share(right),
      ]
    }
    return ReportTable(
      name: "documents", title: "Documents", columns: ["what", "right", "of", "share"],
      rows: [
        [
          .text("published"), .count(evaluation.published.part), .count(of),
          .share(evaluation.published),
        ]
      ] + fields)
  }

  private var codes: ReportTable {
    let codes = evaluation.codes
    return ReportTable(
      name: "codes", title: "Rows whose printed code is cut",
      columns: ["codes", "cut", "completed", "wrong", "completed_share", "precision"],
      rows: [
        [
          .text("all"), .count(codes.cut), .count(codes.completed), .count(codes.wrong),
          .share(codes.completedShare), .share(codes.precision),
        ]
      ])
  }

  private var ranges: ReportTable {
    let all = evaluation.all
    return ReportTable(
      name: "ranges", title: "Ambiguous values",
      columns: ["ranges", "ambiguous", "covered", "covered_share"],
      rows: [
        [.text("all"), .count(all.ambiguous), .count(all.covered), .share(all.coveredShare)]
      ])
  }

  private var calibration: ReportTable {
    ReportTable(
      name: "calibration", title: "Calibration: published confidence and observed share of right values", keys: 3,
      columns: ["status", "proof", "confidence", "values", "right", "right_share", "difference"],
      rows: evaluation.calibration.map { group in
        [
          .text(group.status.rawValue), .text(group.proof.rawValue), .text(group.confidence.description),
          .count(group.right.whole), .count(group.right.part), .share(group.right),
          .share(group.difference),
        ]
      })
  }

  private static func facts(_ facts: FactComparison) -> ReportTable {
    ReportTable(
      name: "facts", title: "Facts of the narrative",
      columns: ["facts", "right", "wrong", "missing", "precision", "recall", "f1"],
      rows: [
        [
          .text("all"), .count(facts.right), .count(facts.wrong), .count(facts.missing), .share(facts.precision),
          .share(facts.recall), .share(facts.f1),
        ]
      ])
  }

  private func factDifferences(_ facts: FactComparison) -> ReportTable {
    ReportTable(
      name: "wrong_facts", title: "Wrong and missing facts", keys: 2,
      columns: ["document", "key", "truth", "published"],
      rows: facts.differences.prefix(errors).map { fact in
        [.text(fact.document), .text(fact.key), .text(fact.truth ?? "none"), .text(fact.published ?? "none")]
      })
  }

  private var wrongValues: ReportTable {
    ReportTable(
      name: "wrong_values", title: "Wrong values", keys: 2,
      columns: ["document", "key", "truth", "published", "confidence", "status", "proof", "damage"],
      rows: evaluation.errors.prefix(errors).map { value in
        [
          .text(value.document), .text(value.key), .text(value.truth?.description ?? "none"),
          .text(value.published.description), .text(value.confidence.description), .text(value.status.rawValue),
          .text(value.proof.rawValue), .text(value.damage.isEmpty ? "none" : value.damage),
        ]
      })
  }
}

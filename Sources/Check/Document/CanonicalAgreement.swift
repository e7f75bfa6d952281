import Accounts

/// Checks that the canonical JSON of a document says what the datasets say, row by row.
enum CanonicalAgreement {
  /// Compares the document itself, its figures, and the datasets that the canonical JSON has as lists of rows.
  ///
  /// - Parameter rows: the rows of each dataset.
  static func check(_ document: PublishedDocument, _ rows: [String: [TableRow]], _ journal: inout Journal) {
    guard case .object = document.canonical else { return }
    checkDocument(document, &journal)
    checkFigures(document, &journal)
    for dataset in ["facts", "projects", "indicators", "priorities", "glossary", "findings", "repairs"] {
      compareLists(dataset, rows[dataset] ?? [], document.canonical[dataset].elements, in: document, &journal)
    }
  }

  private static let members: [(column: String, path: [String])] = [
    ("document_id", ["document_id"]), ("source_path", ["source", "path"]), ("source_sha256", ["source", "sha256"]),
    ("source_bytes", ["source", "bytes"]), ("source_format", ["source", "format"]),
    ("source_layout", ["source", "layout"]), ("source_encoding", ["source", "encoding"]),
    ("report_kind", ["identification", "report_kind"]), ("fiscal_year", ["identification", "fiscal_year"]),
    ("unit_name", ["identification", "unit_name"]),
    ("unit_name_printed", ["identification", "unit_name_printed"]),
    ("division_code", ["identification", "division_code"]),
    ("division_name", ["identification", "division_name"]), ("published_on", ["identification", "published_on"]),
    ("money_unit", ["money_unit"]), ("outcome", ["outcome"]), ("amounts", ["counts", "amounts"]),
    ("repaired", ["counts", "repaired"]), ("unresolved", ["counts", "unresolved"]),
    ("errors", ["counts", "errors"]), ("warnings", ["counts", "warnings"]), ("superseded_by", ["superseded_by"]),
  ]

  private static func checkDocument(_ document: PublishedDocument, _ journal: inout Journal) {
    for (column, path) in members {
      let node = path.reduce(document.canonical) { $0[$1] }
      compare("documents", document.id, column, document.row[column], node, &journal)
    }
    journal.compare(
      .agreement, "documents", document.id, key: "forms_found", published: document.row["forms_found"],
      expected: document.canonical["forms_found"].texts.joined(separator: ";"), "the canonical JSON")
  }

  private static func compare(
    _ dataset: String, _ document: String, _ key: String, _ value: String, _ node: JSONNode, _ journal: inout Journal
  ) {
    journal.compare(
      .agreement, dataset, document, key: key, published: value, expected: node.scalar, "the canonical JSON")
  }

  // MARK: figures

  private static func checkFigures(_ document: PublishedDocument, _ journal: inout Journal) {
    var rows: [String: (row: JSONNode, value: JSONNode)] = [:]
    for form in document.canonical["forms"].elements {
      for side in form["sides"].elements {
        for row in side["rows"].elements {
          for (measure, value) in row["measures"].members {
            let key = "\(form["form"].scalar)/\(side["side"].scalar)/\(row["row"].scalar)/\(measure)"
            if rows.updateValue((row, value), forKey: key) != nil {
              journal.fail(.agreement, "canonical JSON", document.id, key: key, "the value stands twice")
            }
          }
        }
      }
    }
    for figure in document.figures {
      guard let (row, value) = rows.removeValue(forKey: figure.keyText) else {
        journal.fail(
          .agreement, "amounts", document.id, key: figure.keyText, published: figure.amountText,
          "the canonical JSON has no such value")
        continue
      }
      compare(figure, row, value, in: document, &journal)
    }
    for key in rows.keys.sorted() {
      journal.fail(
        .agreement, "canonical JSON", document.id, key: key,
        published: rows[key]?.value["amount"].scalar ?? "", "amounts.csv has no such row")
    }
  }

  private static func compare(
    _ figure: PublishedFigure, _ row: JSONNode, _ value: JSONNode, in document: PublishedDocument,
    _ journal: inout Journal
  ) {
    for column in ["line_number", "code", "name", "level", "code_printed", "name_printed"] {
      compare("amounts", document.id, figure.keyText, figure.row[column], row[column], &journal)
    }
    for column in [
      "amount", "status", "confidence", "proof", "amount_low", "amount_high", "amount_printed", "source_line",
    ] {
      compare("amounts", document.id, figure.keyText, figure.row[column], value[column], &journal)
    }
    figure.name = row["name"].exactScalar
    figure.codePrinted = row["code_printed"].exactScalar
    figure.namePrinted = row["name_printed"].exactScalar
  }

  // MARK: lists of rows

  /// Compares rows in order with objects whose members are the columns; facts have their proof beside them.
  private static func compareLists(
    _ dataset: String, _ rows: [TableRow], _ nodes: [JSONNode], in document: PublishedDocument,
    _ journal: inout Journal
  ) {
    if rows.count != nodes.count {
      journal.fail(
        .agreement, dataset, document.id, published: "\(rows.count) rows", "the canonical JSON has \(nodes.count)")
    }
    for (row, node) in zip(rows, nodes) {
      for (name, value) in node.members where row.columns[name] != nil {
        let text: String
        if case .array = value { text = value.texts.joined(separator: ";") } else { text = value.scalar }
        journal.compare(
          .agreement, dataset, document.id, key: "\(label(of: row, in: dataset)) \(name)", published: row[name],
          expected: text, "the canonical JSON")
      }
    }
  }

  /// What tells a row from others in a report.
  private static func label(of row: TableRow, in dataset: String) -> String {
    NarrativeRow(row, of: dataset)?.key ?? row["key"] + row["rule"] + row["item"] + row["term"]
  }
}

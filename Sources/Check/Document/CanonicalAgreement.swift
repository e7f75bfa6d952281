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
      .agreement, dataset, document, key: key, published: value, expected: csvText(node.scalar), "the canonical JSON")
  }

  /// What CSV makes of a text: RFC 4180 has no control characters, which become U+FFFD.
  private static func csvText(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 && ![0x09, 0x0A, 0x0D].contains($0.value) ? "\u{FFFD}" : $0 }))
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
    let pairs: [(String, JSONNode)] = [
      (figure.lineNumber.map(String.init) ?? "", row["line_number"]), (figure.code, row["code"]),
      (figure.name, row["name"]), (figure.codePrinted, row["code_printed"]),
      (figure.namePrinted, row["name_printed"]), (figure.amountText, value["amount"]),
      (figure.status.rawValue, value["status"]), (figure.proof.rawValue, value["proof"]),
      (figure.printed, value["amount_printed"]), (figure.sourceLine.map(String.init) ?? "", value["source_line"]),
    ]
    for (published, node) in pairs { compare("amounts", document.id, figure.keyText, published, node, &journal) }
    let numbers = [
      (Int128(figure.confidence), Decimals.confidence(value["confidence"].scalar).map { Int128($0) }),
      (figure.low ?? 0, Decimals.thousandths(value["amount_low"].scalar) ?? 0),
      (figure.high ?? 0, Decimals.thousandths(value["amount_high"].scalar) ?? 0),
    ]
    for (published, expected) in numbers where published != expected {
      journal.fail(
        .agreement, "amounts", document.id, key: figure.keyText, published: String(published),
        "the canonical JSON says \(expected.map(String.init) ?? "nothing")")
    }
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
          expected: csvText(text), "the canonical JSON")
      }
    }
  }

  /// What tells a row from others in a report.
  private static func label(of row: TableRow, in dataset: String) -> String {
    NarrativeRow(row, of: dataset)?.key ?? row["key"] + row["rule"] + row["item"] + row["term"]
  }
}

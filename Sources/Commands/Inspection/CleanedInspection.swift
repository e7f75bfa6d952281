import Accounts

extension JSONValue {
  /// What clean hands on.
  init(_ document: CleanedDocument) {
    self = .object([
      "source": JSONValue(document.source), "ordinal": .integer(document.ordinal),
      "preamble": .array(document.preamble.map { JSONValue($0) }),
      "sections": .array(document.sections.map { JSONValue($0) }),
      "tables": .array(document.tables.map { JSONValue($0) }),
      "findings": .array(document.findings.map { JSONValue($0) }),
    ])
  }

  /// A headed stretch of text.
  init(_ section: Section) {
    self = .object([
      "part": .optional(section.part?.rawValue), "number": .string(section.number), "title": .string(section.title),
      "span": JSONValue(section.span), "paragraphs": .array(section.paragraphs.map { JSONValue($0) }),
    ])
  }

  /// A table with its rows.
  init(_ table: CleanedTable) {
    self = .object([
      "title": .string(table.title), "span": JSONValue(table.span), "unit_printed": .string(table.unitPrinted),
      "reporter": .string(table.reporter), "is_form": .bool(table.isForm),
      "rows": .array(table.rows.map { JSONValue($0) }), "notes": .array(table.notes.map { JSONValue($0) }),
    ])
  }

  private init(_ paragraph: Paragraph) {
    self = .object(["text": .string(paragraph.text), "span": JSONValue(paragraph.span)])
  }

  private init(_ row: TableRow) {
    self = .object(["width": .integer(row.width), "tokens": .array(row.tokens.map { JSONValue($0) })])
  }

  private init(_ token: Token) {
    self = .object([
      "text": .string(token.text), "normal": .string(token.normal.description),
      "number": token.number.map { JSONValue($0) } ?? .null, "column": .optional(token.column),
      "column_span": .integer(token.columnSpan), "row_span": .integer(token.rowSpan), "span": JSONValue(token.span),
    ])
  }

  private init(_ number: PrintedNumber) {
    self = .object([
      "digits": .integer(Int(number.digits)), "decimals": .integer(number.decimals),
      "is_grouped": .bool(number.isGrouped),
    ])
  }
}

import Accounts

extension JSONValue {
  /// What extract hands on.
  init(_ document: ExtractedDocument) {
    self = .object([
      "source": JSONValue(document.source),
      "lines": .array(document.lines.map { JSONValue($0) }),
      "findings": .array(document.findings.map { JSONValue($0) }),
    ])
  }

  /// The identity of a source.
  init(_ source: SourceRecord) {
    self = .object([
      "path": .string(source.path), "sha256": .string(source.sha256), "bytes": .integer(source.bytes),
      "format": .string(source.format.rawValue), "layout": .string(source.layout.rawValue),
      "encoding": .string(source.encoding),
    ])
  }

  /// A place in a source.
  init(_ span: SourceSpan) {
    self = .object([
      "line": .integer(span.line), "column": .integer(span.column), "line_end": .integer(span.lineEnd),
      "column_end": .integer(span.columnEnd), "path": .optional(span.path),
    ])
  }

  private init(_ line: SourceLine) {
    self = .object([
      "number": .integer(line.number), "width": .integer(line.width), "table": .optional(line.table),
      "heading": .optional(line.heading), "follows_blank": .bool(line.followsBlank),
      "follows_page_break": .bool(line.followsPageBreak), "cells": .array(line.cells.map { JSONValue($0) }),
    ])
  }

  private init(_ cell: SourceCell) {
    self = .object([
      "text": .string(cell.text), "column": .integer(cell.column), "column_span": .integer(cell.columnSpan),
      "row_span": .integer(cell.rowSpan), "span": JSONValue(cell.span),
    ])
  }

  /// What does not add up.
  init(_ finding: Finding) {
    self = .object([
      "rule": .string(finding.rule.rawValue), "severity": .string(finding.severity.rawValue),
      "form": .optional(finding.form?.rawValue), "side": .string(finding.side.rawValue),
      "row": .optional(finding.row), "measure": .optional(finding.measure?.rawValue),
      "fact": .string(finding.fact), "printed": .string(finding.printed), "expected": .string(finding.expected),
      "difference": .optional(finding.difference), "message": .string(finding.message),
      "source_line": .optional(finding.sourceLine),
    ])
  }
}

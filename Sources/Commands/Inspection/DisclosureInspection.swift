import Accounts

extension JSONValue {
  /// What transform hands on.
  init(_ disclosure: Disclosure) {
    self = .object([
      "source": JSONValue(disclosure.source), "document_id": .string(disclosure.documentID),
      "identification": JSONValue(disclosure.identification), "money_unit": .string(disclosure.moneyUnit),
      "outcome": .string(disclosure.outcome.rawValue), "forms_found": .strings(disclosure.formsFound.map(\.rawValue)),
      "figures": .array(disclosure.figures.map { JSONValue($0) }),
      "other_tables": .array(disclosure.otherTables.map { JSONValue($0) }),
      "sections": .array(disclosure.sections.map { JSONValue($0) }),
      "findings": .array(disclosure.findings.map { JSONValue($0) }),
      "repairs": .array(disclosure.repairs.map { JSONValue($0) }),
    ])
  }

  private init(_ identification: Identification) {
    self = .object([
      "report_kind": .string(identification.reportKind.rawValue),
      "fiscal_year": .optional(identification.fiscalYear?.year), "unit_name": .string(identification.unitName),
      "unit_name_printed": .string(identification.unitNamePrinted),
      "division_code": .string(identification.divisionCode), "division_name": .string(identification.divisionName),
      "published_on": .string(identification.publishedOn),
    ])
  }

  private init(_ figure: Figure) {
    self = .object([
      "key": .string(figure.key.description), "line_number": .optional(figure.lineNumber),
      "code": .string(figure.code), "name": .string(figure.name), "level": .optional(figure.level?.rawValue),
      "amount": .optional(figure.amount), "amount_low": .optional(figure.low), "amount_high": .optional(figure.high),
      "status": .string(figure.status.rawValue), "confidence": .string(figure.confidence.description),
      "proof": .string(figure.proof.rawValue), "printed": .string(figure.printed),
      "code_printed": .string(figure.codePrinted), "name_printed": .string(figure.namePrinted),
      "span": figure.span.map { JSONValue($0) } ?? .null, "steps": .array(figure.steps.map { JSONValue($0) }),
    ])
  }

  private init(_ step: ProvenanceStep) {
    self = .object([
      "stage": .string(step.stage), "rule": .string(step.rule), "before": .string(step.before),
      "after": .string(step.after), "witnesses": .strings(step.witnesses),
    ])
  }

  private init(_ repair: Repair) {
    self = .object([
      "dataset": .string(repair.dataset), "key": .string(repair.key), "field": .string(repair.field),
      "printed": .string(repair.printed), "value": .string(repair.value), "rule": .string(repair.rule),
      "proof": .string(repair.proof.rawValue), "confidence": .string(repair.confidence.description),
      "witnesses": .strings(repair.witnesses), "alternatives": .strings(repair.alternatives),
      "source_line": .optional(repair.sourceLine),
    ])
  }
}

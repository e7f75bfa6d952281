import Accounts
import Digests

/// The canonical JSON of a document: all of its disclosure, members always in the same order.
extension CountedDisclosure {
  ///
  /// - Parameter provenance: the bytes of its provenance, whose SHA-256 it names.
  func canonicalJSON(provenance: [UInt8], inline: Bool = false) -> [UInt8] {
    var json = JSONWriter()
    writeCanonicalJSON(to: &json, provenance: provenance, inline: inline)
    return ContentDigest.renewed(json.bytes)
  }

  private func writeCanonicalJSON(to json: inout JSONWriter, provenance: [UInt8], inline: Bool) {
    json.reserve(disclosure.figures.count * 400 + min(source.bytes, 1 << 20))
    json.object(inline: inline) { json in
      json.member("document_id", disclosure.documentID)
      writeSource(to: &json)
      writeIdentification(to: &json)
      json.member("money_unit", disclosure.moneyUnit)
      json.member("outcome", disclosure.outcome.rawValue)
      json.member("superseded_by", supersededBy)
      writeCounts(to: &json)
      json.array("forms_found", of: disclosure.formsFound.map(\.rawValue))
      json.array("forms") { json in
        for form in CanonicalForm.forms(of: disclosure) { form.write(to: &json) }
      }
      writeNarrative(to: &json)
      json.array("tables") { json in
        for table in disclosure.otherTables { table.write(to: &json) }
      }
      json.array("sections") { json in
        for section in disclosure.sections { section.write(to: &json) }
      }
      json.array("findings") { json in
        for finding in disclosure.findings { finding.write(to: &json) }
      }
      json.array("repairs") { json in
        for repair in disclosure.repairs { repair.write(to: &json) }
      }
      json.member("provenance_sha256", SHA256.hexadecimal(of: provenance))
      json.member(ContentDigest.member, ContentDigest.placeholder)
    }
    json.endLine()
  }

  private func writeSource(to json: inout JSONWriter) {
    json.object("source") { json in
      json.member("path", source.path)
      json.member("sha256", source.sha256)
      json.member("bytes", source.bytes)
      json.member("format", source.format.rawValue)
      json.member("layout", source.layout.rawValue)
      json.member("encoding", source.encoding)
    }
  }

  private func writeIdentification(to json: inout JSONWriter) {
    json.object("identification") { json in
      let kind = identification.reportKind
      json.member("report_kind", kind == .unknown ? "" : kind.rawValue)
      json.member("fiscal_year", identification.fiscalYear?.year)
      json.member("unit_name", identification.unitName)
      json.member("unit_name_printed", identification.unitNamePrinted)
      json.member("division_code", identification.divisionCode)
      json.member("division_name", identification.divisionName)
      json.member("published_on", identification.publishedOn)
    }
  }

  private func writeCounts(to json: inout JSONWriter) {
    json.object("counts", inline: true) { json in
      json.member("amounts", counts.amounts)
      json.member("repaired", counts.repaired)
      json.member("unresolved", counts.unresolved)
      json.member("errors", counts.errors)
      json.member("warnings", counts.warnings)
    }
    writeNumbers(to: &json)
  }

  /// The account of the numeric tokens of the source.
  private func writeNumbers(to json: inout JSONWriter) {
    let numbers = disclosure.numbers
    json.object("numbers", inline: true) { json in
      json.member("tokens", numbers.total)
      json.member("values", numbers.values)
      json.member("declared", numbers.declaredTotal)
      json.member("unplaced", numbers.unplaced)
      json.member("unplaced_percent", numbers.unplacedPercent)
      json.array("declared_as") { json in
        for use in NumberUse.allCases {
          guard let count = numbers.declared[use] else { continue }
          json.object(inline: true) { json in
            json.member("use", use.rawValue)
            json.member("tokens", count)
          }
        }
      }
    }
  }
}

extension Finding {
  fileprivate func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("rule", rule.rawValue)
      json.member("severity", severity.rawValue)
      json.member("form", form?.rawValue ?? "")
      json.member("side", side.rawValue)
      json.member("row", row?.rawValue ?? "")
      json.member("measure", measure?.rawValue ?? "")
      json.member("fact", fact)
      json.member("printed", printed)
      json.member("expected", expected)
      json.member("difference", difference)
      json.member("message", message)
      json.member("source_line", sourceLine)
    }
  }
}

extension Repair {
  fileprivate func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("dataset", dataset)
      json.member("key", key)
      json.member("field", field)
      json.member("printed", printed)
      json.member("value", value)
      json.member("rule", rule)
      json.member("proof", proof.rawValue)
      json.member("confidence", confidence)
      json.array("witnesses", of: witnesses)
      json.array("alternatives", of: alternatives)
      json.member("source_line", sourceLine)
    }
  }
}

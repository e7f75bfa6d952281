import Accounts
import Classification
import Digests
import Foundation
import Testing

@testable import Load

@Suite struct CanonicalJSONTests {
  private func parsed(_ disclosure: Disclosure) throws -> ParsedJSON {
    try ParsedJSON(DocumentRendering(disclosure).canonicalJSON)
  }

  @Test func aTinyDisclosureHasTheseBytes() {
    let rendering = DocumentRendering(Fixtures.tiny())
    let provenance = SHA256.hexadecimal(of: rendering.provenance)
    let head = Self.tiny.components(separatedBy: "CONTENT")[0].replacingOccurrences(of: "PROVENANCE", with: provenance)
    let content = SHA256.hexadecimal(of: Array(head.utf8))
    #expect(rendering.canonicalJSON.text == head + content + "\"\n}\n")
  }

  @Test func aMarkOfSupersessionRenewsTheDigest() {
    let json = DocumentRendering(Fixtures.tiny()).canonicalJSON
    let marked = Supersession.mark(json: json, by: "fedcba9876543210")
    #expect(marked == DocumentRendering(Fixtures.tiny(), supersededBy: "fedcba9876543210").canonicalJSON)
    #expect(marked != json)
  }

  @Test func gathersFiguresByFormSideAndRow() throws {
    var disclosure = Fixtures.tiny()
    var total = disclosure.figures[0]
    total.key.measure = .total
    var other = disclosure.figures[0]
    other.key.row = "2010302"
    disclosure.figures += [other, total]
    let rows = try parsed(disclosure)["forms.sides.rows"]
    #expect(rows["row"].flat(String.self) == ["2010301", "2010302"])
    #expect(rows["measures.basic.amount"].flat(Double.self).count == 2)
    #expect(rows["measures.total.amount"].flat(Double.self).count == 1)
  }

  @Test func keepsBothFiguresWhereARowIsPrintedTwice() throws {
    var disclosure = Fixtures.tiny()
    disclosure.figures.append(disclosure.figures[0])
    #expect(try parsed(disclosure)["forms.sides.rows.row"].flat(String.self) == ["2010301", "2010301"])
  }

  @Test func keepsOtherTablesWithTheirBlankCells() throws {
    let tables = try parsed(Fixtures.awkward())["tables"]
    #expect(tables["title"].flat(String.self) == ["政府采购情况表"])
    #expect(tables["rows.cells"].flat([String].self) == [["货物", "", "1.50"], ["合计", "1.50"]])
    #expect(tables["rows.gridded"].flat(Bool.self) == [true, false])
  }

  @Test func aWideRowThatIsMostlyBlankKeepsItsFilledCellsOnly() throws {
    var disclosure = Fixtures.tiny()
    let row = TableRow(width: 1_000, tokens: [Fixtures.token("甲", column: 0), Fixtures.token("1.50", column: 999)])
    disclosure.otherTables = [CleanedTable(title: "", span: SourceSpan(line: 1, column: 1), rows: [row])]
    let rows = try parsed(disclosure)["tables.rows"]
    #expect(rows["cells"].flat([String].self) == [["甲", "1.50"]])
    #expect(rows["columns"].flat([Int].self) == [[0, 999]])
    #expect(rows["width"].flat(Int.self) == [1_000])
  }

  @Test func keepsTheTextOfSections() throws {
    let texts = try parsed(Fixtures.awkward())["sections.paragraphs.text"]
    #expect(texts.flat(String.self) == ["甲\\乙\t丙\u{1}"])
  }

  @Test func aFormWithoutFiguresIsStillListed() throws {
    var disclosure = Fixtures.tiny()
    disclosure.formsFound = [.gk05, .gk08]
    #expect(try parsed(disclosure)["forms.form"].flat(String.self) == ["gk05", "gk08"])
  }

  private static let tiny = """
    {
      "document_id": "0123456789abcdef",
      "source": {
        "path": "a/tiny.txt",
        "sha256": "0123456789abcdef000000000000000000000000000000000000000000000000",
        "bytes": 1234,
        "format": "text",
        "layout": "tabs",
        "encoding": "UTF-8"
      },
      "identification": {
        "report_kind": "final_account",
        "fiscal_year": 2024,
        "unit_name": "测试市甲局",
        "unit_name_printed": "测试市甲局",
        "division_code": "420103",
        "division_name": "江汉区",
        "published_on": ""
      },
      "money_unit": "万元",
      "outcome": "complete",
      "superseded_by": "",
      "counts": {"amounts": 1, "repaired": 1, "unresolved": 0, "errors": 0, "warnings": 0},
      "numbers": {"tokens": 0, "values": 0, "declared": 0, "unplaced": 0, "unplaced_percent": 0.00, "declared_as": []},
      "forms_found": ["gk05"],
      "forms": [
        {
          "form": "gk05",
          "title": "一般公共预算财政拨款支出决算表",
          "sides": [
            {
              "side": "",
              "rows": [
                {
                  "row": "2010301",
                  "line_number": null,
                  "code": "2010301",
                  "name": "行政运行",
                  "level": "item",
                  "code_printed": "201030",
                  "name_printed": "行政运行",
                  "measures": {
                    "basic": {"amount": 8777300.00, "status": "aligned", "confidence": 0.990, "proof": "forced", \
    "amount_printed": "877.73", "source_line": 42}
                  }
                }
              ]
            }
          ]
        }
      ],
      "facts": [],
      "projects": [],
      "indicators": [],
      "priorities": [],
      "glossary": [],
      "tables": [],
      "sections": [],
      "findings": [],
      "repairs": [
        {"dataset": "amounts", "key": "gk05//2010301/basic", "field": "code", "printed": "201030", \
    "value": "2010301", "rule": "complete-code", "proof": "forced", "confidence": 0.990, \
    "witnesses": ["gk05 1 = 2 + 3", "gk06 total"], "alternatives": [], "source_line": 42}
      ],
      "provenance_sha256": "PROVENANCE",
      "content_sha256": "CONTENT"
    }

    """
}

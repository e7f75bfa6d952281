import Accounts
import Testing

@testable import Load

@Suite struct ProvenanceTests {
  private func lines(_ disclosure: Disclosure) -> [Substring] {
    DocumentRendering(disclosure).provenance.text.split(separator: "\n")
  }

  @Test func aValueIsOneLineWithItsPlaceAndSteps() {
    #expect(
      lines(Fixtures.tiny()) == [
        """
        {"dataset": "amounts", "key": "gk05//2010301/basic", "value": 8777300.00, \
        "source": {"line": 42, "column": 7, "line_end": 42, "column_end": 12}, "printed": "877.73", \
        "steps": [{"stage": "transform", "rule": "complete-code", "before": "201030", "after": "2010301", \
        "witnesses": ["gk05 1 = 2 + 3"]}]}
        """
      ])
  }

  @Test func aDerivedValueHasNoSource() {
    #expect(
      lines(Fixtures.awkward())[1] == """
        {"dataset": "amounts", "key": "gk01/expenditure/grand_total/amount", "value": -1.01, "source": null, \
        "printed": "", "steps": []}
        """)
  }

  @Test func anAmbiguousValueIsNull() {
    #expect(lines(Fixtures.awkward())[0].contains("\"key\": \"gk01/revenue/other/amount\", \"value\": null,"))
  }

  @Test func aCellOfAPageHasItsXPath() {
    #expect(
      lines(Fixtures.awkward())[2].contains(
        "\"line_end\": 10, \"column_end\": 4, \"xpath\": \"/html/body/table[1]/tr[2]/td[3]\"}"))
  }
}

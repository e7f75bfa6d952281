import Accounts
import Foundation
import Testing

@testable import Load

@Suite struct DocumentRenderingTests {
  private func rows(_ dataset: String, of disclosure: Disclosure) -> String {
    let index = Dataset.all.firstIndex { $0.schema.name == dataset }
    return index.map { DocumentRendering(disclosure).rows[$0].text } ?? ""
  }

  @Test func aDocumentIsOneRow() {
    #expect(
      rows("documents", of: Fixtures.tiny()) == """
        0123456789abcdef,a/tiny.txt,0123456789abcdef\(String(repeating: "0", count: 48)),1234,text,tabs,UTF-8,\
        final_account,2024,测试市甲局,测试市甲局,420103,江汉区,,万元,complete,gk05,1,1,0,0,0,

        """)
  }

  @Test func anAmountIsOneRowInYuan() {
    #expect(
      rows("amounts", of: Fixtures.tiny()) == """
        0123456789abcdef,2024,测试市甲局,420103,gk05,,2010301,,2010301,行政运行,item,basic,8777300.00,\
        aligned,0.990,forced,,,877.73,201030,行政运行,42

        """)
  }

  @Test func aRepairIsOneRowWithItsWitnessesJoined() {
    #expect(
      rows("repairs", of: Fixtures.tiny()) == """
        0123456789abcdef,2024,测试市甲局,420103,amounts,gk05//2010301/basic,code,201030,2010301,complete-code,\
        forced,0.990,gk05 1 = 2 + 3;gk06 total,,42

        """)
  }

  @Test func aFindingIsOneRow() {
    let first = rows("findings", of: Fixtures.awkward()).suffix(while: "row-identity-broken")
    #expect(
      first.hasPrefix(
        "row-identity-broken,error,gk09,,total,actual_total,,11.16,10.00,11600.00,"
          + "\"columns 9 and 12 give 10.00, not \"\"11.16\"\"\",9\n"))
  }

  @Test func anAmbiguousAmountHasBoundsAndNoValue() {
    var disclosure = Fixtures.awkward()
    disclosure.identification.unitName = "乙局"
    disclosure.figures[0].amount = .zero
    #expect(
      rows("amounts", of: disclosure).hasPrefix(
        "fedcba9876543210,2024,乙局,420103,gk01,revenue,other,8,,,,amount,,ambiguous,0.990,minimal,0.00,50000.00,5,,,9\n")
    )
  }

  @Test func whatIsNotKnownIsEmpty() {
    var disclosure = Fixtures.tiny()
    disclosure.identification = Identification()
    #expect(rows("amounts", of: disclosure).hasPrefix("0123456789abcdef,,,,gk05,"))
    #expect(rows("documents", of: disclosure).contains(",UTF-8,,,,,,,,万元,"))
  }

  @Test func aLaterDisclosureIsNamedInTheLastColumn() {
    let rendering = DocumentRendering(Fixtures.tiny(), supersededBy: "aaaabbbbccccdddd")
    #expect(rendering.rows[0].text.hasSuffix(",aaaabbbbccccdddd\n"))
  }

  @Test func countsWhatIsDecidedAndWhatIsNot() {
    let counts = DocumentRendering(Fixtures.awkward()).counts
    #expect(counts.amounts == 2)
    #expect(counts.byStatus == [.ambiguous: 1, .derived: 1, .reported: 1])
    #expect(counts.unresolved == 2)
    #expect(counts.errors == 2)
    #expect(counts.warnings == 1)
  }

  @Test func rendersTheSameBytesAgain() {
    let first = DocumentRendering(Fixtures.large(600))
    let second = DocumentRendering(Fixtures.large(600))
    #expect(first.rows == second.rows)
    #expect(first.canonicalJSON == second.canonicalJSON)
    #expect(first.provenance == second.provenance)
    #expect(first.rowCounts == [1, 600, 0, 0, 0, 0, 0, 0, 0])
  }
}

extension String {
  /// The text from the first place at which `part` stands.
  fileprivate func suffix(while part: String) -> String {
    range(of: part).map { String(self[$0.lowerBound...]) } ?? ""
  }
}

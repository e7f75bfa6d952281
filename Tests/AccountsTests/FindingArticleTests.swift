import Accounts
import Articles
import Testing

/// `Accounts.docc/Findings.md` lists the rules as they are; `JUESUAN_RECORD_DOCS=1` writes its table anew.
@Suite struct FindingArticleTests {
  @Test func theDocumentedTableIsTheOneInTheCode() throws {
    let coded = Article.table(
      ["rule", "severity", "what it says"],
      FindingRule.allCases.map { ["`\($0.rawValue)`", $0.severity.rawValue, $0.explanation] })
    #expect(try Article("Sources/Accounts/Accounts.docc/Findings.md").part("findings", recording: coded) == coded)
  }
}
